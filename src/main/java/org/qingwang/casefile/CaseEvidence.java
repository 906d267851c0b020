package org.qingwang.casefile;

import org.qingwang.agency.Actor;
import org.qingwang.evidence.EvidenceAccess;
import org.qingwang.evidence.Subject;
import org.springframework.stereotype.Component;

/** Who may see a case may see its evidence. */
@Component
class CaseEvidence implements EvidenceAccess {

    private final CaseService cases;

    CaseEvidence(CaseService cases) {
        this.cases = cases;
    }

    @Override
    public Subject.Type type() {
        return Subject.Type.CASE;
    }

    @Override
    public boolean maySee(Actor actor, String caseNo) {
        return cases.maySee(actor, caseNo);
    }
}
