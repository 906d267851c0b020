package org.qingwang.supervision;

import org.qingwang.common.BadInput;
import org.qingwang.common.GivenText;

/**
 * What the campaign office says when it puts a case under supervision.
 *
 * @param ownerId account of the officer or head who answers for the case
 * @param days time limit for the report
 * @param reason why the case is supervised
 */
public record SupervisionOrder(String ownerId, Integer days, String reason) {

    static final int LONGEST = 365;

    /** @throws BadInput if something is missing, too long or out of range */
    public SupervisionOrder {
        ownerId = ownerId == null ? "" : ownerId.strip();
        if (ownerId.isEmpty()) {
            throw new BadInput("ownerId", "supervision.owner-missing");
        }
        days = days("days", days);
        reason = text("reason", reason, "supervision.reason-missing");
    }

    static Integer days(String field, Integer days) {
        if (days == null || days < 1 || days > LONGEST) {
            throw new BadInput(field, "supervision.days", LONGEST);
        }
        return days;
    }

    static String text(String field, String text, String missing) {
        return GivenText.required(field, text, missing, "supervision.too-long");
    }
}
