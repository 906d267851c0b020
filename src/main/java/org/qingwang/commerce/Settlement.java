package org.qingwang.commerce;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a decision costs the party, and what has been paid of it.
 *
 * @param decision null before
 */
public record Settlement(Decision decision, List<Payment> payments) {

    /** @return what has been paid, in CNY */
    public BigDecimal paid() {
        return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return what is still to be paid, in CNY; zero before a decision */
    public BigDecimal outstanding() {
        return decision == null ? BigDecimal.ZERO : decision.payable().subtract(paid());
    }

    /** Whether nothing more is awaited from the party here: all is paid, or the court was asked to enforce the rest. */
    public boolean isSettled() {
        return outstanding().signum() <= 0
                || payments.stream().anyMatch(payment -> payment.remainder() == Remainder.ENFORCEMENT);
    }
}
