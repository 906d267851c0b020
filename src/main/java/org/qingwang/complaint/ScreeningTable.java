package org.qingwang.complaint;

import org.qingwang.engine.Decisions;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code complaint-screening}. */
@Component
class ScreeningTable {

    static final String KEY = "complaint-screening";

    private final Decisions decisions;

    ScreeningTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What the table says to these facts. */
    Advice advise(ScreeningFacts facts) {
        Decisions.Outcome outcome = decisions.decide(KEY, facts.inputs());
        return new Advice(
                Proposal.valueOf(outcome.text("proposal")),
                outcome.text("reasonEn"),
                outcome.text("reasonZh"),
                outcome.text("legalBasis"),
                outcome.ruleId(),
                outcome.reference());
    }

    /** The table's proposal with its reason, its legal basis, the rule that fired and the table's version. */
    record Advice(
            Proposal proposal, String reasonEn, String reasonZh, String legalBasis, String rule, String reference) {}
}
