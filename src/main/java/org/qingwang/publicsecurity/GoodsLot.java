package org.qingwang.publicsecurity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Infringing goods that are valued in one way.
 *
 * @param unitPrice in CNY
 * @param pricing how the price was found
 * @param noOtherPrice why no other price can be established; needed for the genuine article's price, otherwise null
 */
public record GoodsLot(boolean sold, BigDecimal quantity, BigDecimal unitPrice, Pricing pricing, String noOtherPrice) {

    /** @return in CNY, to the cent */
    public BigDecimal value() {
        return quantity.multiply(unitPrice).setScale(2, RoundingMode.HALF_UP);
    }
}
