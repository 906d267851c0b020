package org.qingwang.supervision;

import org.qingwang.common.BadInput;

/**
 * What the campaign office says of a report.
 *
 * @param note the result if it is accepted, what is missing if it is sent back
 * @param days time limit for the next report; only if it is sent back
 */
public record SupervisionReview(Decision decision, String note, Integer days) {

    /** Whether the report settles the supervision. */
    public enum Decision {
        ACCEPT,
        RETURN
    }

    /** @throws BadInput if the note or, for a report sent back, the time limit is missing */
    public SupervisionReview {
        note = SupervisionOrder.text("note", note, "supervision.note-missing");
        days = decision == Decision.RETURN ? SupervisionOrder.days("days", days) : null;
    }
}
