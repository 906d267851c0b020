package org.qingwang.pledge;

import org.qingwang.common.BadInput;

/** What the office does about a pledge that was not kept; the note is published. */
public record Consequence(Decision decision, String note) {

    /** The two consequences there are. */
    public enum Decision {
        WARN,
        WITHDRAW
    }

    /** @throws BadInput if the note is missing */
    public Consequence {
        note = PledgeService.text("note", note, "pledge.reason-missing");
    }
}
