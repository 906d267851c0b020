package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PlatformEndService;

/** Settles the next merchants' pledges of a platform whose own has ended. */
@ModelBean("settleMerchants")
class SettleMerchants implements JavaDelegate {

    private final PlatformEndService ends;

    SettleMerchants(PlatformEndService ends) {
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String pledgeNo = (String) execution.getVariable(PlatformEndProcess.PLEDGE_NO);
        execution.setVariable(PlatformEndProcess.MORE, ends.settleNext(pledgeNo));
    }
}
