package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What was paid too much went back. */
public record Refund(BigDecimal amount, LocalDate refundedOn, String receiptNo) {

    public Refund {
        amount = Cents.of(amount);
    }
}
