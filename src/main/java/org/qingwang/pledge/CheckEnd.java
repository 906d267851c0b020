package org.qingwang.pledge;

import org.qingwang.common.BadInput;

/**
 * What an officer says at the end of a check.
 *
 * @param note what was looked at; what is to be corrected, if something is
 * @param days working days for the correction; null for as many as the rule says
 */
public record CheckEnd(String note, Integer days) {

    private static final int MOST_DAYS = 60;

    /** @throws BadInput if the note is missing or the time limit is none */
    public CheckEnd {
        note = PledgeService.text("note", note, "pledge.reason-missing");
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new BadInput("days", "pledge.check.days", MOST_DAYS);
        }
    }
}
