package org.qingwang.commerce.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code penalty-hearing} carries. */
@Component
class PenaltyHearingProcess implements ProcessContract {

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Who investigates, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Name of the {@code PartyAnswer.Kind}. */
    static final String ANSWER = "answer";

    /** Name of the {@code Hearing.Result}. */
    static final String RESULT = "result";

    @Override
    public String processKey() {
        return "penalty-hearing";
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, JURISDICTION, ANSWER, RESULT);
    }
}
