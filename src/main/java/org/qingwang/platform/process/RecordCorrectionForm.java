package org.qingwang.platform.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.platform.CorrectionCheck;
import org.qingwang.platform.CorrectionService;
import org.springframework.stereotype.Component;

/** Whether the platform obeyed. */
@Component
class RecordCorrectionForm implements FormHandler<CorrectionCheck> {

    private final CorrectionService corrections;

    RecordCorrectionForm(CorrectionService corrections) {
        this.corrections = corrections;
    }

    @Override
    public String formId() {
        return "platform-correction-record-correction";
    }

    @Override
    public Class<CorrectionCheck> type() {
        return CorrectionCheck.class;
    }

    @Override
    public Map<String, Object> handle(CorrectionCheck form, Submission submission) {
        corrections.recordCorrection(
                submission.variable(PlatformCorrectionProcess.NOTICE_NO), form, submission.formReference());
        return Map.of(PlatformCorrectionProcess.CORRECTED, form.result() == CorrectionCheck.Result.CORRECTED);
    }
}
