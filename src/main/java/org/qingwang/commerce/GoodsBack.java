package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Goods that had been confiscated went back to whom they belong.
 *
 * @param quantity how many; zero if all had been disposed of
 * @param valuePaid what was paid for those disposed of, in CNY; null if none were
 * @param receiptNo of that payment; null if there was none
 * @param note what had become of the rest; null if there is none
 */
public record GoodsBack(
        BigDecimal quantity,
        LocalDate returnedOn,
        String receivedBy,
        BigDecimal valuePaid,
        String receiptNo,
        String note) {

    public GoodsBack {
        quantity = Cents.of(quantity);
        valuePaid = Cents.of(valuePaid);
    }
}
