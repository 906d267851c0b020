package org.qingwang.platform;

import java.time.Instant;

/** A notice or declaration found to be sent in bad faith. */
public record Flag(Kind kind, String reason, Instant flaggedAt) {

    /** What was in bad faith. */
    public enum Kind {
        /** Counts against the rights holder; compensation is doubled (E-Commerce Law art. 42). */
        MALICIOUS_NOTICE,
        /** Counts against the seller. */
        FALSE_DECLARATION;

        public String messageKey() {
            return "platform.flag." + name();
        }
    }
}
