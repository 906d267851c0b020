package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.Annulment;
import org.qingwang.commerce.AnnulmentService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The decision was annulled or changed, or this was begun by mistake. */
@Component
class RecordAnnulmentForm implements FormHandler<Annulment> {

    private final AnnulmentService annulments;

    RecordAnnulmentForm(AnnulmentService annulments) {
        this.annulments = annulments;
    }

    @Override
    public String formId() {
        return "decision-annulment-record-annulment";
    }

    @Override
    public Class<Annulment> type() {
        return Annulment.class;
    }

    @Override
    public Map<String, Object> handle(Annulment form, Submission submission) {
        String caseNo = submission.variable(DecisionAnnulmentProcess.CASE_NO);
        annulments.record(caseNo, form, submission.formReference());
        return Map.of(DecisionAnnulmentProcess.RESULT, form.result().name());
    }
}
