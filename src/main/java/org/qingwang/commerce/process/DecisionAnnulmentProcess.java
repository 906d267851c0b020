package org.qingwang.commerce.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code decision-annulment} carries. */
@Component
class DecisionAnnulmentProcess implements ProcessContract {

    static final String KEY = "decision-annulment";

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Number of the annulment, for which its clocks run: the case may be closed long since. */
    static final String ANNULMENT_NO = "annulmentNo";

    /** Whose decision it was, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Name of the {@code AnnulmentResult}. */
    static final String RESULT = "result";

    /** Whether a publication has to be withdrawn. */
    static final String PUBLISHED = "published";

    /** Whether something has to be paid back. */
    static final String REFUNDABLE = "refundable";

    /** Whether goods have to be given back. */
    static final String CONFISCATED = "confiscated";

    /** Whether a new decision is ordered. */
    static final String DECIDE_ANEW = "decideAnew";

    static String caseNo(DelegateExecution execution) {
        return (String) execution.getVariable(CASE_NO);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, ANNULMENT_NO, JURISDICTION, RESULT, PUBLISHED, REFUNDABLE, CONFISCATED, DECIDE_ANEW);
    }
}
