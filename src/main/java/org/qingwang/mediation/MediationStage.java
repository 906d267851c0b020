package org.qingwang.mediation;

/** What a dispute waits for. */
public enum MediationStage {
    /** Whether it is taken up. */
    DECISION,
    /** The two sides to settle it, or not. */
    MEDIATION,
    /** Both sides to be told how mediation ended. */
    TELLING,
    CLOSED;

    public String messageKey() {
        return "mediation.stage." + name();
    }
}
