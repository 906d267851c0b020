package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.AnnulmentService;
import org.qingwang.commerce.GoodsBack;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Confiscated goods went back, or their value did. */
@Component
class ReturnConfiscatedForm implements FormHandler<GoodsBack> {

    private final AnnulmentService annulments;

    ReturnConfiscatedForm(AnnulmentService annulments) {
        this.annulments = annulments;
    }

    @Override
    public String formId() {
        return "decision-annulment-return-confiscated";
    }

    @Override
    public Class<GoodsBack> type() {
        return GoodsBack.class;
    }

    @Override
    public Map<String, Object> handle(GoodsBack form, Submission submission) {
        String caseNo = submission.variable(DecisionAnnulmentProcess.CASE_NO);
        annulments.giveBack(caseNo, form, submission.formReference());
        return Map.of();
    }
}
