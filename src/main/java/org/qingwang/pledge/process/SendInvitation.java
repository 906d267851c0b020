package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PledgeService;

/** Writes to the firm with its personal link. */
@ModelBean("sendPledgeInvitation")
class SendInvitation implements JavaDelegate {

    private final PledgeService pledges;

    SendInvitation(PledgeService pledges) {
        this.pledges = pledges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pledges.sendInvitation((String) execution.getVariable(PledgeProcess.PLEDGE_NO));
    }
}
