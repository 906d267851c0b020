package org.qingwang.commerce.measure;

/**
 * What the head said to a measure.
 *
 * @param reason why, whichever way
 */
public record Approval(Decision decision, String reason) {

    /** The head approves, or does not. */
    public enum Decision {
        APPROVED,
        REFUSED
    }

    boolean isApproved() {
        return decision == Decision.APPROVED;
    }
}
