package org.qingwang.commerce;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts and quantities with two decimals, as the tables keep them, so that equal ones are equal. */
final class Cents {

    private Cents() {}

    /** @return null if there is no amount */
    static BigDecimal of(BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** @return zero if there is no amount */
    static BigDecimal orZero(BigDecimal amount) {
        return of(amount == null ? BigDecimal.ZERO : amount);
    }
}
