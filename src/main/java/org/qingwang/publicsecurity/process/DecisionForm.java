package org.qingwang.publicsecurity.process;

import java.time.LocalDate;
import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.publicsecurity.Answer;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.publicsecurity.ReferralStage;
import org.qingwang.publicsecurity.Step;

/** One side decided, with document and reasons. */
final class DecisionForm implements FormHandler<DecisionForm.Fields> {

    record Fields(Answer decision, String documentNo, LocalDate on, String reason) {}

    private final ReferralService referrals;
    private final String formId;
    private final ReferralStage stage;

    /** @param stage what the referral waits for when this form is filled in */
    DecisionForm(ReferralService referrals, String formId, ReferralStage stage) {
        this.referrals = referrals;
        this.formId = formId;
        this.stage = stage;
    }

    @Override
    public String formId() {
        return formId;
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        Step step = Step.decided(stage, form.decision(), form.on(), form.documentNo(), form.reason());
        referrals.take(submission.variable(CriminalReferralProcess.REFERRAL_NO), step, submission.formReference());
        return Map.of(CriminalReferralProcess.ANSWER, form.decision().name());
    }
}
