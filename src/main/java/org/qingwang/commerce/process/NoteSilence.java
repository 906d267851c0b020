package org.qingwang.commerce.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.commerce.HearingService;
import org.qingwang.engine.ModelBean;

/** The party said nothing in its time. */
@ModelBean("noteSilence")
class NoteSilence implements JavaDelegate {

    private final HearingService hearings;

    NoteSilence(HearingService hearings) {
        this.hearings = hearings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        hearings.noteSilence((String) execution.getVariable(PenaltyHearingProcess.CASE_NO));
    }
}
