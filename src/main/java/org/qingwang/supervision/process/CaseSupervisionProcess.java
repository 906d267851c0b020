package org.qingwang.supervision.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code case-supervision} carries; everything else is in its table. */
@Component
class CaseSupervisionProcess implements ProcessContract {

    static final String KEY = "case-supervision";

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Number of the supervision, by which its clocks run. */
    static final String SUPERVISION_NO = "supervisionNo";

    /** Whose case it is, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Account of who answers for the case; null until its head takes it up. */
    static final String OWNER = "owner";

    /** Name of the {@code SupervisionReview.Decision}. */
    static final String DECISION = "decision";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, SUPERVISION_NO, JURISDICTION, OWNER, DECISION);
    }
}
