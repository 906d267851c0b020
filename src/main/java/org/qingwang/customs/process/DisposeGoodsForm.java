package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Disposal;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The goods were disposed of. */
@Component
class DisposeGoodsForm implements FormHandler<Disposal> {

    private final CustomsService customs;

    DisposeGoodsForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-dispose-goods";
    }

    @Override
    public Class<Disposal> type() {
        return Disposal.class;
    }

    @Override
    public Map<String, Object> handle(Disposal form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        customs.dispose(caseNo, form, submission.formReference());
        return Map.of();
    }
}
