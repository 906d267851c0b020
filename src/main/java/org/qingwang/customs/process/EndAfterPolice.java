package org.qingwang.customs.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.customs.CustomsService;
import org.qingwang.engine.ModelBean;

/** The police returned a case whose goods were let go before: that is what came of it. */
@ModelBean("endAfterPolice")
class EndAfterPolice implements JavaDelegate {

    private final CustomsService customs;

    EndAfterPolice(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        customs.endAfterPolice((String) execution.getVariable(CustomsDetentionProcess.CASE_NO));
    }
}
