package org.qingwang.commerce.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.engine.ModelBean;

/** A public notice has stood its time: the decision counts as served. */
@ModelBean("countAsServed")
class CountAsServed implements JavaDelegate {

    private final PenaltyExecution penalties;

    CountAsServed(PenaltyExecution penalties) {
        this.penalties = penalties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = (String) execution.getVariable(CommerceInvestigationProcess.CASE_NO);
        execution.setVariable(CommerceInvestigationProcess.OUTSTANDING, penalties.countAsServed(caseNo));
        execution.setVariable(CommerceInvestigationProcess.NOTICE_STANDS, false);
    }
}
