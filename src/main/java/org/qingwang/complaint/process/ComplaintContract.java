package org.qingwang.complaint.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code complaint} carries; everything else is in the complaint's tables. */
@Component
class ComplaintContract implements ProcessContract {

    static final String PROCESS = "complaint";

    /** The complaint's number, also the business key. */
    static final String RECEIPT_NO = "receiptNo";

    /** The jurisdiction that received it, and the tenant its tasks belong to. */
    static final String JURISDICTION = "jurisdiction";

    /** {@code exact}, {@code likely} or {@code none}: whether a case about the same seller is open. */
    static final String DECONFLICTION = "deconfliction";

    /** {@code accept}, {@code refuse}, {@code join} or {@code supplement}. */
    static final String DECISION = "decision";

    /** The case opened or joined. */
    static final String CASE_NO = "caseNo";

    /** Present, and true, only while a dispute found in the paper waits to be split off. */
    static final String DISPUTE = "dispute";

    static String receiptNo(DelegateExecution execution) {
        return (String) execution.getVariable(RECEIPT_NO);
    }

    @Override
    public String processKey() {
        return PROCESS;
    }

    @Override
    public Set<String> variables() {
        return Set.of(RECEIPT_NO, JURISDICTION, DECONFLICTION, DECISION, CASE_NO, DISPUTE);
    }
}
