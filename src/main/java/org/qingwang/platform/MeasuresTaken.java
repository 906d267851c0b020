package org.qingwang.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the platform answered to a notice.
 *
 * @param acknowledgedAt when it confirmed that it has the notice, or null
 * @param measure what it did; null if nothing
 * @param takenAt when; null if it did nothing
 * @param untouched addresses it left where they are, one a line; null if none
 * @param reason why it refused, or left some; null otherwise
 * @param forwardedOn when it forwarded the notice to the seller; null if it has not yet
 */
public record MeasuresTaken(
        Answer answer,
        Instant acknowledgedAt,
        Measure measure,
        Instant takenAt,
        String untouched,
        String reason,
        LocalDate forwardedOn) {

    /** Whether the platform acted. */
    public enum Answer {
        TAKEN,
        REFUSED,
        /** No answer came in time. */
        SILENT;

        public String messageKey() {
            return "platform.answer." + name();
        }
    }

    /** Whether this says again what was said; forwarding and acknowledgement may have come at another time. */
    boolean repeats(MeasuresTaken earlier) {
        return answer == earlier.answer
                && measure == earlier.measure
                && Objects.equals(takenAt, earlier.takenAt)
                && Objects.equals(untouched, earlier.untouched)
                && Objects.equals(reason, earlier.reason);
    }
}
