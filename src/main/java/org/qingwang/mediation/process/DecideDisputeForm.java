package org.qingwang.mediation.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.mediation.Admission;
import org.qingwang.mediation.MediationService;
import org.springframework.stereotype.Component;

/** Whether a dispute goes to mediation. */
@Component
class DecideDisputeForm implements FormHandler<Admission> {

    private final MediationService mediations;

    DecideDisputeForm(MediationService mediations) {
        this.mediations = mediations;
    }

    @Override
    public String formId() {
        return "mediation-decide-dispute";
    }

    @Override
    public Class<Admission> type() {
        return Admission.class;
    }

    @Override
    public Map<String, Object> handle(Admission form, Submission submission) {
        mediations.decide(submission.variable(MediationProcess.RECEIPT_NO), form, submission.formReference());
        return Map.of(MediationProcess.DECISION, form.decision().name());
    }
}
