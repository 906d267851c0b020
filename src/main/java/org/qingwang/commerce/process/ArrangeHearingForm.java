package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.Hearing;
import org.qingwang.commerce.HearingService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Day, place and presiding officer of a hearing. */
@Component
class ArrangeHearingForm implements FormHandler<Hearing.Arrangement> {

    private final HearingService hearings;

    ArrangeHearingForm(HearingService hearings) {
        this.hearings = hearings;
    }

    @Override
    public String formId() {
        return "penalty-hearing-arrange-hearing";
    }

    @Override
    public Class<Hearing.Arrangement> type() {
        return Hearing.Arrangement.class;
    }

    @Override
    public Map<String, Object> handle(Hearing.Arrangement form, Submission submission) {
        String caseNo = submission.variable(PenaltyHearingProcess.CASE_NO);
        hearings.arrange(caseNo, form, submission.formReference());
        return Map.of();
    }
}
