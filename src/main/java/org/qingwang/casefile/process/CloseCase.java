package org.qingwang.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.casefile.CaseService;
import org.qingwang.engine.ModelBean;

/** Closes the case with the outcome its agency recorded. */
@ModelBean("closeCase")
class CloseCase implements JavaDelegate {

    private final CaseService cases;

    CloseCase(CaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.close((String) execution.getVariable(CasefileProcess.CASE_NO));
    }
}
