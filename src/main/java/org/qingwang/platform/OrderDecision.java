package org.qingwang.platform;

import java.time.LocalDate;

/**
 * What the head decided about a platform that took no measures.
 *
 * @param orderNo number of the order; null if there is none, as are the next two
 * @param servedOn when it reached the platform
 * @param demands what the platform has to do
 */
public record OrderDecision(Kind decision, String orderNo, LocalDate servedOn, String demands, String reason) {

    /** Whether the platform is ordered to correct. */
    public enum Kind {
        ORDER,
        NO_ORDER;

        public String messageKey() {
            return "platform.order." + name();
        }
    }
}
