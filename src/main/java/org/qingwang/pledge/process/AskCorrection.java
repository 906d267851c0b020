package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PeriodService;

/** Asks the firm to correct what was found. */
@ModelBean("askCorrection")
class AskCorrection implements JavaDelegate {

    private final PeriodService service;

    AskCorrection(PeriodService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.askCorrection((String) execution.getVariable(PledgeProcess.PLEDGE_NO));
    }
}
