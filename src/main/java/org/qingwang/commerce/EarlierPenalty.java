package org.qingwang.commerce;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import org.qingwang.agency.Jurisdiction;

/**
 * A penalty that the same seller had from another case. Amounts in CNY.
 *
 * @param by who imposed it; null if unknown
 * @param decisionNo null where another agency decided: its number is in its own file
 * @param on day of the decision, or of the case where that is not known
 * @param conductFrom null where the period is not known
 * @param conductTo null where the period is not known
 * @param sameMark about a mark of this case
 * @param sameListing about a listing of this case
 */
record EarlierPenalty(
        String caseNo,
        Jurisdiction by,
        String decisionNo,
        LocalDate on,
        BigDecimal fine,
        LocalDate conductFrom,
        LocalDate conductTo,
        boolean sameMark,
        boolean sameListing) {

    /**
     * Whether it was imposed for the very act that was found here: the same seller, the same listing or mark, at the same
     * time. Where the time is not known only the same listing tells.
     */
    boolean isForTheSameAct(Findings findings) {
        if (conductFrom == null) {
            return sameListing;
        }
        boolean sameTime = !conductTo.isBefore(findings.conductFrom()) && !conductFrom.isAfter(findings.conductTo());
        return sameTime && (sameListing || sameMark);
    }

    /** Last day of the conduct as far as it is known. */
    LocalDate conductEnd() {
        return conductTo == null ? on : conductTo;
    }

    boolean isFined() {
        return fine != null && fine.signum() > 0;
    }

    /** One line that reads alike in both languages. */
    String asLine() {
        String money =
                new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(orZero(fine));
        String number = decisionNo == null ? "" : decisionNo + ", ";
        return number + on + ", " + caseNo + ", CNY " + money;
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
