package org.qingwang.platform;

import org.qingwang.agency.Actor;
import org.qingwang.evidence.EvidenceAccess;
import org.qingwang.evidence.Subject;
import org.springframework.stereotype.Component;

/**
 * Whoever answers a notice may add to the evidence of its case. {@link LinkService} alone acts in that name, and hands out
 * no more than the files of the answer the reader has to know.
 */
@Component
class AnswerEvidenceAccess implements EvidenceAccess {

    private final NoticeLinks links;

    AnswerEvidenceAccess(NoticeLinks links) {
        this.links = links;
    }

    @Override
    public Subject.Type type() {
        return Subject.Type.CASE;
    }

    @Override
    public boolean maySee(Actor actor, String caseNo) {
        return NoticeLink.idOf(actor).map(id -> links.isOfCase(id, caseNo)).orElse(false);
    }
}
