package org.qingwang.mediation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.mediation.MediationService;

/** Tells the complainant where the dispute stands. */
@ModelBean("tellOfMediation")
class TellOfMediation implements JavaDelegate {

    private final MediationService mediations;

    TellOfMediation(MediationService mediations) {
        this.mediations = mediations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mediations.tellComplainant(MediationProcess.receiptNo(execution));
    }
}
