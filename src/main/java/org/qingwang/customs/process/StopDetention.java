package org.qingwang.customs.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.customs.CustomsService;
import org.qingwang.engine.ModelBean;

/** The police filed a criminal case: the work of customs stops. */
@ModelBean("stopDetention")
class StopDetention implements JavaDelegate {

    private final CustomsService customs;

    StopDetention(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        customs.stopForThePolice((String) execution.getVariable(CustomsDetentionProcess.CASE_NO));
    }
}
