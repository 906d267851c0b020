package org.qingwang.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.complaint.NoticeService;
import org.qingwang.engine.ModelBean;

/** Tells the complainant how the complaint stands. */
@ModelBean("tellComplainant")
class TellComplainant implements JavaDelegate {

    private final NoticeService notices;

    TellComplainant(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.tell(ComplaintContract.receiptNo(execution));
    }
}
