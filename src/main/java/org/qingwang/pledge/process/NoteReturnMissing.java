package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PeriodService;

/** Notes that no return came in time. */
@ModelBean("noteReturnMissing")
class NoteReturnMissing implements JavaDelegate {

    private final PeriodService service;

    NoteReturnMissing(PeriodService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.noteMissing((String) execution.getVariable(PledgeProcess.PLEDGE_NO));
    }
}
