package org.qingwang.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.campaign.KeyTaskService;
import org.qingwang.engine.ModelBean;

/** Notes that the day of a key task has passed. */
@ModelBean("noteKeyTaskLate")
class NoteKeyTaskLate implements JavaDelegate {

    private final KeyTaskService service;

    NoteKeyTaskLate(KeyTaskService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.noteLate((String) execution.getVariable(KeyTaskProcess.TASK_NO));
    }
}
