package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.AnnulmentService;
import org.qingwang.commerce.Refund;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** What was paid too much went back. */
@Component
class RecordRefundForm implements FormHandler<Refund> {

    private final AnnulmentService annulments;

    RecordRefundForm(AnnulmentService annulments) {
        this.annulments = annulments;
    }

    @Override
    public String formId() {
        return "decision-annulment-record-refund";
    }

    @Override
    public Class<Refund> type() {
        return Refund.class;
    }

    @Override
    public Map<String, Object> handle(Refund form, Submission submission) {
        String caseNo = submission.variable(DecisionAnnulmentProcess.CASE_NO);
        annulments.refund(caseNo, form, submission.formReference());
        return Map.of();
    }
}
