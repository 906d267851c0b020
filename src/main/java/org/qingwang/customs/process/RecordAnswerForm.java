package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.HolderAnswer;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The holder answered. */
@Component
class RecordAnswerForm implements FormHandler<HolderAnswer> {

    private final CustomsService customs;

    RecordAnswerForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-record-answer";
    }

    @Override
    public Class<HolderAnswer> type() {
        return HolderAnswer.class;
    }

    @Override
    public Map<String, Object> handle(HolderAnswer form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        boolean detains = customs.recordAnswer(caseNo, form, submission.formReference());
        return Map.of(CustomsDetentionProcess.DETAINS, detains);
    }
}
