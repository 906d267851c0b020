package org.qingwang.commerce.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.commerce.CommerceService;
import org.qingwang.engine.ModelBean;

/** The police filed a criminal case: the administration's investigation stops. */
@ModelBean("stopInvestigation")
class StopInvestigation implements JavaDelegate {

    private final CommerceService commerce;

    StopInvestigation(CommerceService commerce) {
        this.commerce = commerce;
    }

    @Override
    public void execute(DelegateExecution execution) {
        commerce.stopForThePolice((String) execution.getVariable(CommerceInvestigationProcess.CASE_NO));
    }
}
