package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The goods were detained. Every further period begins the day after. Value in CNY. */
public record Detained(
        String receiptNo,
        LocalDate detainedOn,
        BigDecimal quantity,
        BigDecimal value,
        String warehouse,
        LocalDate consigneeToldOn,
        LocalDate holderToldOn) {

    public Detained {
        quantity = Amounts.of(quantity);
        value = Amounts.of(value);
    }
}
