package org.qingwang.campaign;

/**
 * What the leading group says of a plan.
 *
 * @param reason why it is returned; null if it is approved
 */
public record PlanDecision(Decision decision, String reason) {

    /** Whether the plan holds. */
    public enum Decision {
        APPROVE,
        RETURN
    }
}
