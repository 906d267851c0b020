package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PledgeService;

/** Ends a pledge nobody answered. */
@ModelBean("lapsePledge")
class LapsePledge implements JavaDelegate {

    private final PledgeService pledges;

    LapsePledge(PledgeService pledges) {
        this.pledges = pledges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pledges.lapse((String) execution.getVariable(PledgeProcess.PLEDGE_NO));
    }
}
