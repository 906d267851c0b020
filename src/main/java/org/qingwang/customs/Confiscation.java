package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The head's decision on confiscation (customs protection regulation art. 27). What is null belongs to a confiscation.
 *
 * @param noticeNo the written notice to the holder
 */
public record Confiscation(
        Decision decision,
        String decisionNo,
        LocalDate decidedOn,
        BigDecimal quantity,
        BigDecimal value,
        String noticeNo,
        LocalDate noticeServedOn,
        String reason) {

    public Confiscation {
        quantity = Amounts.of(quantity);
        value = Amounts.of(value);
    }

    public enum Decision {
        CONFISCATE,
        RETURN
    }
}
