package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PledgeService;

/** Tells the firm why its pledge came back. */
@ModelBean("tellSentBack")
class TellSentBack implements JavaDelegate {

    private final PledgeService pledges;

    TellSentBack(PledgeService pledges) {
        this.pledges = pledges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pledges.tellSentBack((String) execution.getVariable(PledgeProcess.PLEDGE_NO));
    }
}
