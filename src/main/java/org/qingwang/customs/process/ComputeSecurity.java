package org.qingwang.customs.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.customs.CustomsService;
import org.qingwang.engine.ModelBean;

/** Computes the security the holder has to give. */
@ModelBean("computeSecurity")
class ComputeSecurity implements JavaDelegate {

    private final CustomsService customs;

    ComputeSecurity(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = (String) execution.getVariable(CustomsDetentionProcess.CASE_NO);
        customs.computeSecurity(caseNo);
    }
}
