package org.qingwang.law;

import java.time.Instant;

/**
 * Somebody was told about a clock.
 *
 * @param recipient id of the group
 * @param toldAt when
 */
public record ClockReminder(long clockId, String recipient, Kind kind, Instant toldAt) {

    /** What was told. */
    public enum Kind {
        HALF_TIME,
        ENDING,
        /** The end has passed: the head is told too, and the campaign office in a supervised case. */
        MISSED;

        public String messageKey() {
            return "law.told." + name();
        }
    }
}
