package org.qingwang.briefing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.briefing.BriefingService;
import org.qingwang.engine.ModelBean;

/** Publishes the newest version of a briefing. */
@ModelBean("publishBriefing")
class PublishBriefing implements JavaDelegate {

    private final BriefingService briefings;

    PublishBriefing(BriefingService briefings) {
        this.briefings = briefings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        briefings.publish((String) execution.getVariable(BriefingProcess.BRIEFING_NO));
    }
}
