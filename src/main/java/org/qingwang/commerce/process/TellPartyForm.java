package org.qingwang.commerce.process;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.qingwang.commerce.HearingService;
import org.qingwang.commerce.PenaltyNotice;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The party was told of the intended penalty. */
@Component
class TellPartyForm implements FormHandler<PenaltyNotice> {

    private final HearingService hearings;

    TellPartyForm(HearingService hearings) {
        this.hearings = hearings;
    }

    @Override
    public String formId() {
        return "commerce-investigation-tell-party";
    }

    @Override
    public Class<PenaltyNotice> type() {
        return PenaltyNotice.class;
    }

    /** The gateway behind this task reads its variable in the same transaction: keeping it would cost every case. */
    @Override
    public Map<String, Object> handle(PenaltyNotice form, Submission submission) {
        String caseNo = submission.variable(CommerceInvestigationProcess.CASE_NO);
        hearings.tellParty(caseNo, form, submission.formReference());
        return Map.of(CommerceInvestigationProcess.WAIVED, Variables.booleanValue(form.isWaived(), true));
    }
}
