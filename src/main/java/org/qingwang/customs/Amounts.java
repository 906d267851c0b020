package org.qingwang.customs;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts and quantities with two decimals, as the tables keep them, so that equal ones are equal. */
final class Amounts {

    private Amounts() {}

    /** @return null if there is no amount */
    static BigDecimal of(BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}
