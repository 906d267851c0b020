package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.HolderNotice;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The holder was notified. */
@Component
class NotifyHolderForm implements FormHandler<HolderNotice> {

    private final CustomsService customs;

    NotifyHolderForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-notify-holder";
    }

    @Override
    public Class<HolderNotice> type() {
        return HolderNotice.class;
    }

    @Override
    public Map<String, Object> handle(HolderNotice form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        customs.notifyHolder(caseNo, form, submission.formReference());
        return Map.of();
    }
}
