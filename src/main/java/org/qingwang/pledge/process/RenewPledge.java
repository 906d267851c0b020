package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PledgeService;

/** Ends a pledge whose time is over and asks for the next one. */
@ModelBean("renewPledge")
class RenewPledge implements JavaDelegate {

    private final PledgeService service;

    RenewPledge(PledgeService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.renew((String) execution.getVariable(PledgeProcess.PLEDGE_NO));
    }
}
