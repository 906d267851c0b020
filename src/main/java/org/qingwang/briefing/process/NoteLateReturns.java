package org.qingwang.briefing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.briefing.BriefingService;
import org.qingwang.engine.ModelBean;

/** Notes which agencies did not report in time. */
@ModelBean("noteLateReturns")
class NoteLateReturns implements JavaDelegate {

    private final BriefingService briefings;

    NoteLateReturns(BriefingService briefings) {
        this.briefings = briefings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        briefings.noteLate((String) execution.getVariable(BriefingProcess.BRIEFING_NO));
    }
}
