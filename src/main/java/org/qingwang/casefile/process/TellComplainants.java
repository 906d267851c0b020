package org.qingwang.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.casefile.CaseService;
import org.qingwang.engine.ModelBean;

/** Tells everybody who complained what came of the case. */
@ModelBean("tellComplainants")
class TellComplainants implements JavaDelegate {

    private final CaseService cases;

    TellComplainants(CaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.tellComplainants((String) execution.getVariable(CasefileProcess.CASE_NO));
    }
}
