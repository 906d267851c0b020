package org.qingwang.publicsecurity.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.publicsecurity.Answer;
import org.qingwang.publicsecurity.PackPart;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.publicsecurity.ReferralStage;
import org.qingwang.publicsecurity.Step;
import org.springframework.stereotype.Component;

/** The pack went to the police. */
@Component
class TransferForm implements FormHandler<TransferForm.Fields> {

    record Fields(String documentNo, LocalDate on, String person, List<PackPart> parts, String reason) {}

    private final ReferralService referrals;

    TransferForm(ReferralService referrals) {
        this.referrals = referrals;
    }

    @Override
    public String formId() {
        return "referral-report-transfer";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        Step step = new Step(
                ReferralStage.TRANSFER,
                Answer.TRANSFERRED,
                form.on(),
                form.documentNo(),
                form.reason(),
                form.person(),
                null,
                null,
                form.parts());
        referrals.take(submission.variable(CriminalReferralProcess.REFERRAL_NO), step, submission.formReference());
        return Map.of(CriminalReferralProcess.ANSWER, Answer.TRANSFERRED.name());
    }
}
