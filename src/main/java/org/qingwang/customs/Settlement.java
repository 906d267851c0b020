package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What storing, keeping and disposing of the goods cost the holder (art. 25), in CNY.
 *
 * @param compensation what a court orders the holder to pay for goods detained without right (art. 28); null for nothing
 * @param judgmentNo the court's document; null without compensation
 */
public record Settlement(
        BigDecimal storage,
        BigDecimal custody,
        BigDecimal disposal,
        BigDecimal compensation,
        String judgmentNo,
        String statementNo,
        LocalDate settledOn,
        String note) {

    public Settlement {
        storage = Amounts.of(storage);
        custody = Amounts.of(custody);
        disposal = Amounts.of(disposal);
        compensation = Amounts.of(compensation);
    }

    public BigDecimal total() {
        BigDecimal costs = storage.add(custody).add(disposal);
        return isCompensated() ? costs.add(compensation) : costs;
    }

    public boolean isCompensated() {
        return compensation != null && compensation.signum() > 0;
    }

    /** @return what is taken out of the security */
    public BigDecimal deductedFrom(BigDecimal security) {
        return total().min(security);
    }

    /** @return what the holder gets back of the security */
    public BigDecimal refundedOf(BigDecimal security) {
        return security.subtract(deductedFrom(security));
    }

    /** @return what the holder still has to pay */
    public BigDecimal owedBeyond(BigDecimal security) {
        return total().subtract(deductedFrom(security));
    }
}
