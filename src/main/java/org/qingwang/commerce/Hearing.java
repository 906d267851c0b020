package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * A hearing before a penalty (Administrative Penalty Law arts. 63 to 65).
 *
 * @param conclusion null before
 */
public record Hearing(Arrangement arrangement, Conclusion conclusion) {

    /**
     * When and where it takes place.
     *
     * @param hearingOn its day
     * @param noticeOn when the party was told of it
     * @param presider who presides, not one of the officers of the case
     * @param closed whether the public is kept out
     */
    public record Arrangement(LocalDate hearingOn, LocalDate noticeOn, String place, String presider, boolean closed) {}

    /**
     * What came of it.
     *
     * @param minutes the record the party signed; null unless it was held
     * @param opinion null unless it was held
     * @param reason the reasons of the opinion, or why it was not held
     */
    public record Conclusion(Result result, String minutes, Opinion opinion, String reason) {

        public Conclusion {
            minutes = result == Result.HELD ? minutes : null;
            opinion = result == Result.HELD ? opinion : null;
        }
    }

    /** How it went. */
    public enum Result {
        HELD,
        /** The party did not come, or left: it counts as having given up the hearing. */
        ABSENT,
        WITHDRAWN,
        POSTPONED;

        public String messageKey() {
            return "commerce.hearing-result." + name();
        }
    }

    /** What whoever presided advises. */
    public enum Opinion {
        STANDS,
        LIGHTER,
        INVESTIGATE;

        public String messageKey() {
            return "commerce.hearing-opinion." + name();
        }
    }

    boolean wasHeld() {
        return conclusion != null && conclusion.result() == Result.HELD;
    }
}
