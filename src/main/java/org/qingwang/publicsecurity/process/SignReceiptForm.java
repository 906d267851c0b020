package org.qingwang.publicsecurity.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.publicsecurity.Answer;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.publicsecurity.ReferralStage;
import org.qingwang.publicsecurity.Step;
import org.springframework.stereotype.Component;

/** The police signed the receipt, and keep the pack or pass it on. */
@Component
class SignReceiptForm implements FormHandler<SignReceiptForm.Fields> {

    /** @param region whose police are competent; only when the pack is passed on */
    record Fields(Answer decision, String documentNo, LocalDate on, String person, String region, String reason) {}

    private final ReferralService referrals;

    SignReceiptForm(ReferralService referrals) {
        this.referrals = referrals;
    }

    @Override
    public String formId() {
        return "referral-review-sign-receipt";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        Jurisdiction target = form.region() == null ? null : new Jurisdiction(Agency.PUBLIC_SECURITY, form.region());
        Step step = new Step(
                ReferralStage.RECEIPT,
                form.decision(),
                form.on(),
                form.documentNo(),
                form.reason(),
                form.person(),
                null,
                target,
                List.of());
        referrals.take(submission.variable(CriminalReferralProcess.REFERRAL_NO), step, submission.formReference());
        return target == null
                ? Map.of(CriminalReferralProcess.ANSWER, form.decision().name())
                : Map.of(
                        CriminalReferralProcess.ANSWER,
                        form.decision().name(),
                        CriminalReferralProcess.POLICE,
                        target.id());
    }
}
