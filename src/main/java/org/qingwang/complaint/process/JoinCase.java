package org.qingwang.complaint.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.casefile.CaseClosed;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.engine.ModelBean;

/** Joins a complaint to an open case. If that case has been closed meanwhile, the model screens again. */
@ModelBean("joinCase")
class JoinCase implements JavaDelegate {

    static final String CASE_CLOSED = "CASE_CLOSED";

    private final ScreeningService screenings;

    JoinCase(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = (String) execution.getVariable(ComplaintContract.CASE_NO);
        try {
            screenings.joinCase(ComplaintContract.receiptNo(execution), caseNo);
        } catch (CaseClosed closed) {
            throw new BpmnError(CASE_CLOSED, closed);
        }
    }
}
