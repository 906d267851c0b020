package org.qingwang.briefing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.briefing.BriefingService;
import org.qingwang.engine.ModelBean;

/** Mails a briefing to the addresses of its campaign. */
@ModelBean("sendBriefing")
class SendBriefing implements JavaDelegate {

    private final BriefingService briefings;

    SendBriefing(BriefingService briefings) {
        this.briefings = briefings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        briefings.send((String) execution.getVariable(BriefingProcess.BRIEFING_NO));
    }
}
