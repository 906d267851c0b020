package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The party paid.
 *
 * @param amount in CNY; zero only if nothing came in and the court is asked to enforce
 * @param paidOn when it paid, or when the court was asked
 * @param receiptNo number of the bank's receipt, or of the application to the court
 * @param remainder what happens to the rest; null if nothing is left
 * @param note null if none
 */
public record Payment(BigDecimal amount, LocalDate paidOn, String receiptNo, Remainder remainder, String note) {

    public Payment {
        amount = Cents.of(amount);
    }
}
