package org.qingwang.commerce.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.commerce.AnnulmentDuties;
import org.qingwang.commerce.AnnulmentService;
import org.qingwang.engine.ModelBean;

/** Stops what was still being carried out of a decision that fell away. */
@ModelBean("carryOutAnnulment")
class CarryOutAnnulment implements JavaDelegate {

    private final AnnulmentService annulments;

    CarryOutAnnulment(AnnulmentService annulments) {
        this.annulments = annulments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AnnulmentDuties duties = annulments.carryOut(DecisionAnnulmentProcess.caseNo(execution));
        execution.setVariable(DecisionAnnulmentProcess.PUBLISHED, duties.published());
        execution.setVariable(DecisionAnnulmentProcess.REFUNDABLE, duties.refundable());
        execution.setVariable(DecisionAnnulmentProcess.CONFISCATED, duties.confiscated());
        execution.setVariable(DecisionAnnulmentProcess.DECIDE_ANEW, duties.decideAnew());
    }
}
