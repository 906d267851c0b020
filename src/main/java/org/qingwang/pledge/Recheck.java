package org.qingwang.pledge;

import org.qingwang.common.BadInput;

/** Whether an officer finds that what was broken is corrected, and why. */
public record Recheck(Decision decision, String note) {

    /** What the officer found. */
    public enum Decision {
        CORRECTED,
        NOT_CORRECTED
    }

    /** @throws BadInput if the note is missing */
    public Recheck {
        note = PledgeService.text("note", note, "pledge.reason-missing");
    }
}
