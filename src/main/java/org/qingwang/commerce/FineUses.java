package org.qingwang.commerce;

import java.util.List;
import org.qingwang.law.LawUses;
import org.qingwang.law.Resting;
import org.springframework.stereotype.Component;

/** Which rules on fines decisions rest on. */
@Component
class FineUses implements LawUses {

    private final InvestigationDecisions decisions;

    FineUses(InvestigationDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Resting> resting() {
        return decisions.byRule();
    }
}
