package org.qingwang.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.complaint.Disputes;
import org.qingwang.engine.ModelBean;

/** Splits a consumer's dispute from the lead in the same paper. */
@ModelBean("splitDispute")
class SplitDispute implements JavaDelegate {

    private final Disputes disputes;

    SplitDispute(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        disputes.split(ComplaintContract.receiptNo(execution));
        execution.removeVariable(ComplaintContract.DISPUTE);
    }
}
