package org.qingwang.pledge;

import org.qingwang.common.BadInput;

/**
 * What the office says to a signed pledge.
 *
 * @param note what is wrong, if it is sent back; may be null otherwise
 */
public record Countersignature(Decision decision, String note) {

    /** Whether the office accepts it. */
    public enum Decision {
        ACCEPT,
        RETURN
    }

    /** @throws BadInput if it is sent back without a reason */
    public Countersignature {
        if (decision == Decision.RETURN) {
            note = PledgeService.text("note", note, "pledge.reason-missing");
        }
    }
}
