package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Detained;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The goods were detained. */
@Component
class DetainGoodsForm implements FormHandler<Detained> {

    private final CustomsService customs;

    DetainGoodsForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-detain-goods";
    }

    @Override
    public Class<Detained> type() {
        return Detained.class;
    }

    @Override
    public Map<String, Object> handle(Detained form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        customs.detain(caseNo, form, submission.formReference());
        return Map.of();
    }
}
