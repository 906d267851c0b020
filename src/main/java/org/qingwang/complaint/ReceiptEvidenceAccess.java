package org.qingwang.complaint;

import org.qingwang.agency.Actor;
import org.qingwang.evidence.EvidenceAccess;
import org.qingwang.evidence.Subject;
import org.springframework.stereotype.Component;

/** Whoever has the receipt may add to the complaint's evidence. Nothing of it is handed out by a public page. */
@Component
class ReceiptEvidenceAccess implements EvidenceAccess {

    @Override
    public Subject.Type type() {
        return Subject.Type.COMPLAINT;
    }

    @Override
    public boolean maySee(Actor actor, String receiptNo) {
        return Complainant.is(actor, receiptNo);
    }
}
