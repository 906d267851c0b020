package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;

/**
 * A letter by which the holder of trade marks gives security for every detention of a year (GAC Notice 31 of 2006).
 *
 * @param guarantor the bank that signed it
 * @param lastYearCosts what storing, keeping and disposing of the holder's goods cost in the year before
 * @param approvedOn the General Administration's consent; the letter covers detentions from then to the end of that year
 */
public record GeneralSecurity(
        String letterNo,
        String holder,
        String guarantor,
        BigDecimal lastYearCosts,
        BigDecimal amount,
        LocalDate approvedOn) {

    public GeneralSecurity {
        lastYearCosts = Amounts.of(lastYearCosts);
        amount = Amounts.of(amount);
    }

    /** @return the last day on which a detention may rest on it */
    public LocalDate coversUntil() {
        return LocalDate.of(approvedOn.getYear(), Month.DECEMBER, 31);
    }

    /** @return the last day on which customs may draw on it */
    public LocalDate validUntil() {
        return LocalDate.of(approvedOn.getYear() + 1, Month.JUNE, 30);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(approvedOn) && !day.isAfter(coversUntil());
    }

    /**
     * How much of a letter is used.
     *
     * @param cases how many detentions rest on it
     * @param drawn what their storage, custody and disposal cost so far
     */
    public record Standing(GeneralSecurity letter, long cases, BigDecimal drawn) {

        public BigDecimal left() {
            return letter.amount().subtract(drawn).max(BigDecimal.ZERO);
        }
    }
}
