package org.qingwang.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.engine.ModelBean;

/** Opens a case for an accepted complaint. */
@ModelBean("openCase")
class OpenCase implements JavaDelegate {

    private final ScreeningService screenings;

    OpenCase(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = screenings.openCase(ComplaintContract.receiptNo(execution));
        execution.setVariable(ComplaintContract.CASE_NO, caseNo);
    }
}
