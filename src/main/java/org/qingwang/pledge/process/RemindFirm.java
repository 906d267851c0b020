package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PledgeService;

/** Reminds a firm that has not answered. */
@ModelBean("remindFirm")
class RemindFirm implements JavaDelegate {

    private final PledgeService pledges;

    RemindFirm(PledgeService pledges) {
        this.pledges = pledges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pledges.remind((String) execution.getVariable(PledgeProcess.PLEDGE_NO));
    }
}
