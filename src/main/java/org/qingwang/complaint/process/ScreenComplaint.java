package org.qingwang.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.complaint.Screening;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.engine.ModelBean;

/** Has the table propose, and looks for open cases about the same seller. */
@ModelBean("screenComplaint")
class ScreenComplaint implements JavaDelegate {

    private final ScreeningService screenings;

    ScreenComplaint(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Screening screening = screenings.screen(ComplaintContract.receiptNo(execution));
        execution.setVariable(ComplaintContract.DECONFLICTION, screening.deconfliction());
        if (screening.disputed()) {
            execution.setVariable(ComplaintContract.DISPUTE, true);
        }
        screening.exactCase().ifPresent(caseNo -> execution.setVariable(ComplaintContract.CASE_NO, caseNo));
    }
}
