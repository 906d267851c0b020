package org.qingwang.platform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.platform.NoticeService;

/** Ends a notice that the seller does not contest. */
@ModelBean("closeUncontested")
class CloseUncontested implements JavaDelegate {

    private final NoticeService notices;

    CloseUncontested(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.closeUncontested((String) execution.getVariable(PlatformNoticeProcess.NOTICE_NO));
    }
}
