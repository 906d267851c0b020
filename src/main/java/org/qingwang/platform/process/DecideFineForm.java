package org.qingwang.platform.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.platform.CorrectionService;
import org.qingwang.platform.FineDecision;
import org.springframework.stereotype.Component;

/** The head decides on a fine. */
@Component
class DecideFineForm implements FormHandler<FineDecision> {

    private final CorrectionService corrections;

    DecideFineForm(CorrectionService corrections) {
        this.corrections = corrections;
    }

    @Override
    public String formId() {
        return "platform-correction-decide-fine";
    }

    @Override
    public Class<FineDecision> type() {
        return FineDecision.class;
    }

    @Override
    public Map<String, Object> handle(FineDecision form, Submission submission) {
        corrections.decideFine(
                submission.variable(PlatformCorrectionProcess.NOTICE_NO), form, submission.formReference());
        return Map.of();
    }
}
