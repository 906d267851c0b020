package org.qingwang.mediation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.mediation.MediationService;

/** Ends a mediation whose period is over. */
@ModelBean("lapseMediation")
class LapseMediation implements JavaDelegate {

    private final MediationService mediations;

    LapseMediation(MediationService mediations) {
        this.mediations = mediations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mediations.lapse(MediationProcess.receiptNo(execution));
    }
}
