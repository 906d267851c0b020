package org.qingwang.publicsecurity.process;

import java.time.LocalDate;
import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.publicsecurity.Answer;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.publicsecurity.ReferralStage;
import org.qingwang.publicsecurity.Step;

/** Articles and material went from hand to hand: one side gives, the other signs. */
final class HandOverForm implements FormHandler<HandOverForm.Fields> {

    record Fields(String documentNo, LocalDate on, String person, String secondPerson) {}

    private final ReferralService referrals;
    private final String formId;
    private final ReferralStage stage;
    private final Answer answer;

    HandOverForm(ReferralService referrals, String formId, ReferralStage stage, Answer answer) {
        this.referrals = referrals;
        this.formId = formId;
        this.stage = stage;
        this.answer = answer;
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
        Step step = Step.handed(stage, answer, form.on(), form.documentNo(), form.person(), form.secondPerson());
        referrals.take(submission.variable(CriminalReferralProcess.REFERRAL_NO), step, submission.formReference());
        return Map.of(CriminalReferralProcess.ANSWER, answer.name());
    }
}
