package org.qingwang.complaint.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.complaint.ComplaintWithdrawn;
import org.qingwang.complaint.Screening;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.engine.ModelBean;

/** Has the table propose, and looks for open cases about the same seller. One that was withdrawn is not screened any more. */
@ModelBean("screenComplaint")
class ScreenComplaint implements JavaDelegate {

    private final ScreeningService screenings;

    ScreenComplaint(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Screening screening = screened(ComplaintContract.receiptNo(execution));
        execution.setVariable(ComplaintContract.DECONFLICTION, screening.deconfliction());
        if (screening.disputed()) {
            execution.setVariable(ComplaintContract.DISPUTE, true);
        }
        screening.exactCase().ifPresent(caseNo -> execution.setVariable(ComplaintContract.CASE_NO, caseNo));
    }

    private Screening screened(String receiptNo) {
        try {
            return screenings.screen(receiptNo);
        } catch (ComplaintWithdrawn withdrawn) {
            throw new BpmnError(ComplaintProcess.WITHDRAWN, withdrawn);
        }
    }
}
