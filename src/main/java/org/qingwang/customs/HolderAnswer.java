package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What the holder answered to the notice. */
public record HolderAnswer(
        Answer answer,
        LocalDate answeredOn,
        SecurityKind securityKind,
        BigDecimal securityAmount,
        String securityNo,
        LocalDate securityUntil,
        String note) {

    public HolderAnswer {
        securityAmount = Amounts.of(securityAmount);
    }

    public enum Answer {
        APPLIES,
        NO_SECURITY,
        DECLINES
    }

    public boolean applies() {
        return answer == Answer.APPLIES;
    }

    public Security security() {
        return new Security(securityKind, securityAmount, securityNo, securityUntil);
    }
}
