package org.qingwang.commerce.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.commerce.AnnulmentService;
import org.qingwang.engine.ModelBean;

/** A new decision was ordered: the case begins anew. */
@ModelBean("reopenCase")
class ReopenCase implements JavaDelegate {

    private final AnnulmentService annulments;

    ReopenCase(AnnulmentService annulments) {
        this.annulments = annulments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        annulments.reopen(DecisionAnnulmentProcess.caseNo(execution));
    }
}
