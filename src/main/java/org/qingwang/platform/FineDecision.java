package org.qingwang.platform;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the head decided about a platform that did not obey the order (E-Commerce Law art. 84).
 *
 * @param serious whether circumstances are serious, for which the law has a range of its own
 * @param fine in CNY; null if there is none, as is the number
 */
public record FineDecision(
        Kind decision, boolean serious, BigDecimal fine, String decisionNo, LocalDate decidedOn, String reason) {

    /** Whether a fine is imposed. */
    public enum Kind {
        FINE,
        NO_FINE;

        public String messageKey() {
            return "platform.fine." + name();
        }
    }
}
