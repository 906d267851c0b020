package org.qingwang.cooperation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.cooperation.CompetenceDisputeService;
import org.qingwang.engine.ModelBean;

/** Gives the case to whom the common superior designated, or the agencies agreed on. */
@ModelBean("applyCompetence")
class ApplyCompetence implements JavaDelegate {

    private final CompetenceDisputeService disputes;

    ApplyCompetence(CompetenceDisputeService disputes) {
        this.disputes = disputes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        disputes.apply((String) execution.getVariable(CooperationProcesses.DISPUTE_NO));
    }
}
