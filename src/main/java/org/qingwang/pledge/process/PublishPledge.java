package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PledgeService;

/** Puts a countersigned pledge in force and into the public register. */
@ModelBean("publishPledge")
class PublishPledge implements JavaDelegate {

    private final PledgeService pledges;

    PublishPledge(PledgeService pledges) {
        this.pledges = pledges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pledges.publish((String) execution.getVariable(PledgeProcess.PLEDGE_NO));
    }
}
