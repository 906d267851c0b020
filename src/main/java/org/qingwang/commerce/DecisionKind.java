package org.qingwang.commerce;

import org.qingwang.casefile.CaseOutcome;

/** How a case is decided (Administrative Penalty Law art. 57). */
public enum DecisionKind {
    /** A penalty: fine, confiscation. */
    PENALTY(CaseOutcome.PENALISED),
    /** An innocent seller who named the source is only ordered to stop (Trademark Law 2019 art. 60, 2026 art. 74). */
    STOP_ONLY(CaseOutcome.NO_PENALTY),
    /** Unlawful, but no penalty (Administrative Penalty Law art. 33). */
    NO_PENALTY(CaseOutcome.NO_PENALTY),
    /** The facts could not be established, or there was no infringement. */
    DISMISSED(CaseOutcome.DISMISSED);

    private final CaseOutcome outcome;

    DecisionKind(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    /** @return what it means for the case as a whole */
    public CaseOutcome outcome() {
        return outcome;
    }

    public String messageKey() {
        return "commerce.decision." + name();
    }
}
