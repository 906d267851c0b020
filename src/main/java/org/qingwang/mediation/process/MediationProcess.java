package org.qingwang.mediation.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code mediation} carries; everything else is in its table. */
@Component
class MediationProcess implements ProcessContract {

    static final String KEY = "mediation";

    /** Number of the complaint the dispute was split from; also the business key. */
    static final String RECEIPT_NO = "receiptNo";

    /** Who mediates, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Name of the {@code Admission.Decision}. */
    static final String DECISION = "decision";

    static String receiptNo(DelegateExecution execution) {
        return (String) execution.getVariable(RECEIPT_NO);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(RECEIPT_NO, JURISDICTION, DECISION);
    }
}
