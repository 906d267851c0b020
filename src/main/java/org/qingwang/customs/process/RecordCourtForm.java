package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.CourtRecord;
import org.qingwang.customs.CustomsService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The court's notice arrived, or the goods are released before. */
@Component
class RecordCourtForm implements FormHandler<CourtRecord> {

    private final CustomsService customs;

    RecordCourtForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-record-court";
    }

    @Override
    public Class<CourtRecord> type() {
        return CourtRecord.class;
    }

    @Override
    public Map<String, Object> handle(CourtRecord form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        customs.recordCourt(caseNo, form, submission.formReference());
        return Map.of(CustomsDetentionProcess.COURT, form.event().name());
    }
}
