package org.qingwang.platform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.platform.NoticeService;

/** Ends the measures a declaration contests. */
@ModelBean("endMeasures")
class EndMeasures implements JavaDelegate {

    private final NoticeService notices;

    EndMeasures(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.endMeasures((String) execution.getVariable(PlatformNoticeProcess.NOTICE_NO));
    }
}
