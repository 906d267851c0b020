package org.qingwang.mediation.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.mediation.Ending;
import org.qingwang.mediation.MediationService;
import org.springframework.stereotype.Component;

/** How mediation ended. */
@Component
class MediateForm implements FormHandler<Ending> {

    private final MediationService mediations;

    MediateForm(MediationService mediations) {
        this.mediations = mediations;
    }

    @Override
    public String formId() {
        return "mediation-mediate";
    }

    @Override
    public Class<Ending> type() {
        return Ending.class;
    }

    @Override
    public Map<String, Object> handle(Ending form, Submission submission) {
        mediations.end(submission.variable(MediationProcess.RECEIPT_NO), form, submission.formReference());
        return Map.of();
    }
}
