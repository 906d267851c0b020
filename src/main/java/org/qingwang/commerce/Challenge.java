package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * The party asked for reconsideration of a penalty, or sued. It has to pay all the same, but for as long as this is under
 * way nothing is added for paying late (Administrative Penalty Law art. 73).
 *
 * @param begunOn the day the party applied or sued
 * @param authority who reconsiders, or the court
 * @param fileNo the number under which it does
 * @param end null while it is under way
 */
public record Challenge(Kind kind, LocalDate begunOn, String authority, String fileNo, End end) {

    /** What the party did. */
    public enum Kind {
        RECONSIDERATION,
        SUIT;

        public String messageKey() {
            return "commerce.challenge." + name();
        }
    }

    /** What came of it. */
    public enum Outcome {
        UPHELD,
        WITHDRAWN,
        /** It was never taken up. */
        NOT_ACCEPTED,
        /** Annulled, changed or declared unlawful: what follows is recorded as an annulment. */
        NOT_UPHELD;

        public String messageKey() {
            return "commerce.challenge-outcome." + name();
        }
    }

    /** How it ended. */
    public record End(LocalDate endedOn, Outcome outcome, String note) {}

    public boolean isUnderWay() {
        return end == null;
    }

    /** Whether it was under way on a day; the days it began and ended count. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(begunOn) && (end == null || !day.isAfter(end.endedOn()));
    }

    boolean isSameBeginning(Challenge other) {
        return kind == other.kind
                && begunOn.equals(other.begunOn)
                && authority.equals(other.authority)
                && fileNo.equals(other.fileNo);
    }
}
