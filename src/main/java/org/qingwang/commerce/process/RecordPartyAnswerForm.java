package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.HearingService;
import org.qingwang.commerce.PartyAnswer;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** What the party answered. */
@Component
class RecordPartyAnswerForm implements FormHandler<PartyAnswer> {

    private final HearingService hearings;

    RecordPartyAnswerForm(HearingService hearings) {
        this.hearings = hearings;
    }

    @Override
    public String formId() {
        return "penalty-hearing-record-answer";
    }

    @Override
    public Class<PartyAnswer> type() {
        return PartyAnswer.class;
    }

    @Override
    public Map<String, Object> handle(PartyAnswer form, Submission submission) {
        String caseNo = submission.variable(PenaltyHearingProcess.CASE_NO);
        hearings.recordAnswer(caseNo, form, submission.formReference());
        return Map.of(PenaltyHearingProcess.ANSWER, form.kind().name());
    }
}
