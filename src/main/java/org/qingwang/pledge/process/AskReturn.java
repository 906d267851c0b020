package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PeriodService;

/** Asks the firm for its return. */
@ModelBean("askReturn")
class AskReturn implements JavaDelegate {

    private final PeriodService service;

    AskReturn(PeriodService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                PledgeProcess.LAST, service.askReturn((String) execution.getVariable(PledgeProcess.PLEDGE_NO)));
    }
}
