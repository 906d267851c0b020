package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.Hearing;
import org.qingwang.commerce.HearingService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** What came of a hearing. */
@Component
class HoldHearingForm implements FormHandler<Hearing.Conclusion> {

    private final HearingService hearings;

    HoldHearingForm(HearingService hearings) {
        this.hearings = hearings;
    }

    @Override
    public String formId() {
        return "penalty-hearing-hold-hearing";
    }

    @Override
    public Class<Hearing.Conclusion> type() {
        return Hearing.Conclusion.class;
    }

    @Override
    public Map<String, Object> handle(Hearing.Conclusion form, Submission submission) {
        String caseNo = submission.variable(PenaltyHearingProcess.CASE_NO);
        hearings.conclude(caseNo, form, submission.formReference());
        return Map.of(PenaltyHearingProcess.RESULT, form.result().name());
    }
}
