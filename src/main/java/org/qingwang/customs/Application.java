package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The holder's application (customs protection regulation art. 12 to 15), and whether customs follows it.
 *
 * @param evidence what shows that infringement obviously exists
 * @param reason why it is rejected; null if accepted
 */
public record Application(
        Decision decision,
        String applicationNo,
        LocalDate appliedOn,
        String evidence,
        SecurityKind securityKind,
        BigDecimal securityAmount,
        String securityNo,
        LocalDate securityUntil,
        String reason) {

    public Application {
        securityAmount = Amounts.of(securityAmount);
    }

    public enum Decision {
        ACCEPT,
        REJECT
    }

    public boolean isAccepted() {
        return decision == Decision.ACCEPT;
    }

    public Security security() {
        return new Security(securityKind, securityAmount, securityNo, securityUntil);
    }
}
