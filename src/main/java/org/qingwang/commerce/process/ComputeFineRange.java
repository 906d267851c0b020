package org.qingwang.commerce.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.commerce.CommerceService;
import org.qingwang.engine.ModelBean;

/** Computes the lawful range of a fine for the newest findings. */
@ModelBean("computeFineRange")
class ComputeFineRange implements JavaDelegate {

    private final CommerceService commerce;

    ComputeFineRange(CommerceService commerce) {
        this.commerce = commerce;
    }

    @Override
    public void execute(DelegateExecution execution) {
        commerce.computeFineRange((String) execution.getVariable(CommerceInvestigationProcess.CASE_NO));
    }
}
