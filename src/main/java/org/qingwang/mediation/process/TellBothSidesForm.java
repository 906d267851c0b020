package org.qingwang.mediation.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.mediation.MediationService;
import org.qingwang.mediation.Telling;
import org.springframework.stereotype.Component;

/** Both sides were told how mediation ended. */
@Component
class TellBothSidesForm implements FormHandler<Telling> {

    private final MediationService mediations;

    TellBothSidesForm(MediationService mediations) {
        this.mediations = mediations;
    }

    @Override
    public String formId() {
        return "mediation-tell-both-sides";
    }

    @Override
    public Class<Telling> type() {
        return Telling.class;
    }

    @Override
    public Map<String, Object> handle(Telling form, Submission submission) {
        mediations.recordTelling(submission.variable(MediationProcess.RECEIPT_NO), form, submission.formReference());
        return Map.of();
    }
}
