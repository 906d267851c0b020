package org.qingwang.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.engine.ModelBean;

/** Refuses a complaint whose supplement did not come in time. */
@ModelBean("refuseIncomplete")
class RefuseIncomplete implements JavaDelegate {

    private final ScreeningService screenings;

    RefuseIncomplete(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        screenings.refuseIncomplete(ComplaintContract.receiptNo(execution));
    }
}
