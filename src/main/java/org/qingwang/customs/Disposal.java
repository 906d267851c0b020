package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How confiscated goods were disposed of, and what the legal order asks about each way (art. 27).
 *
 * @param exceptional the exceptional case in which imported counterfeit goods may be sold with the mark removed
 * @param orderReason why no earlier way was taken; null only for the first
 */
public record Disposal(
        boolean welfareUsable,
        boolean holderWilling,
        boolean featuresRemovable,
        boolean exceptional,
        String orderReason,
        Method method,
        LocalDate disposedOn,
        BigDecimal quantity,
        String recipient) {

    public Disposal {
        quantity = Amounts.of(quantity);
    }

    /** The ways in their legal order. */
    public enum Method {
        WELFARE,
        HOLDER,
        AUCTION,
        DESTRUCTION;

        public String messageKey() {
            return "customs.disposal." + name();
        }
    }
}
