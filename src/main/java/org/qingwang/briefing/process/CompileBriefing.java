package org.qingwang.briefing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.briefing.BriefingService;
import org.qingwang.engine.ModelBean;

/** Puts the figures of a briefing together. */
@ModelBean("compileBriefing")
class CompileBriefing implements JavaDelegate {

    private final BriefingService briefings;

    CompileBriefing(BriefingService briefings) {
        this.briefings = briefings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        briefings.compile((String) execution.getVariable(BriefingProcess.BRIEFING_NO));
    }
}
