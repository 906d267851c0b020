package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PeriodService;

/** Reminds a firm whose return has not come. */
@ModelBean("remindReturn")
class RemindReturn implements JavaDelegate {

    private final PeriodService service;

    RemindReturn(PeriodService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.remind((String) execution.getVariable(PledgeProcess.PLEDGE_NO));
    }
}
