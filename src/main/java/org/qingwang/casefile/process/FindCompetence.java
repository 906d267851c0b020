package org.qingwang.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.casefile.CaseService;
import org.qingwang.engine.ModelBean;

/** Proposes who is competent; the assignment is decided in the jurisdiction of the proposal's decider. */
@ModelBean("findCompetence")
class FindCompetence implements JavaDelegate {

    private final CaseService cases;

    FindCompetence(CaseService cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = (String) execution.getVariable(CasefileProcess.CASE_NO);
        execution.setVariable(
                CasefileProcess.JURISDICTION,
                cases.proposeCompetence(caseNo).decider().id());
    }
}
