package org.qingwang.complaint;

import org.qingwang.agency.Actor;
import org.qingwang.casefile.CaseService;
import org.qingwang.evidence.EvidenceAccess;
import org.qingwang.evidence.Subject;
import org.springframework.stereotype.Component;

/** Who may see a complaint, or the case it went into, may see the complaint's evidence. */
@Component
class ComplaintEvidence implements EvidenceAccess {

    private final ComplaintService complaints;
    private final CaseService cases;

    ComplaintEvidence(ComplaintService complaints, CaseService cases) {
        this.complaints = complaints;
        this.cases = cases;
    }

    @Override
    public Subject.Type type() {
        return Subject.Type.COMPLAINT;
    }

    @Override
    public boolean maySee(Actor actor, String receiptNo) {
        return complaints
                .find(receiptNo)
                .filter(complaint -> ComplaintService.maySee(actor, complaint)
                        || complaint
                                .caseNo()
                                .filter(caseNo -> cases.maySee(actor, caseNo))
                                .isPresent())
                .isPresent();
    }
}
