package org.qingwang.customs.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.customs.CustomsService;
import org.qingwang.engine.ModelBean;

/** Releases the goods. */
@ModelBean("releaseGoods")
class ReleaseGoods implements JavaDelegate {

    private final CustomsService customs;

    ReleaseGoods(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = (String) execution.getVariable(CustomsDetentionProcess.CASE_NO);
        customs.release(caseNo);
        execution.setVariable(CustomsDetentionProcess.AWAITS_POLICE, customs.awaitsPolice(caseNo));
        execution.setVariable(CustomsDetentionProcess.OUTCOME, CaseOutcome.RELEASED.name());
    }
}
