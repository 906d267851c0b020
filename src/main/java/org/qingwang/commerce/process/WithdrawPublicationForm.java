package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.AnnulmentService;
import org.qingwang.commerce.Withdrawal;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The publication was withdrawn. */
@Component
class WithdrawPublicationForm implements FormHandler<Withdrawal> {

    private final AnnulmentService annulments;

    WithdrawPublicationForm(AnnulmentService annulments) {
        this.annulments = annulments;
    }

    @Override
    public String formId() {
        return "decision-annulment-withdraw-publication";
    }

    @Override
    public Class<Withdrawal> type() {
        return Withdrawal.class;
    }

    @Override
    public Map<String, Object> handle(Withdrawal form, Submission submission) {
        String caseNo = submission.variable(DecisionAnnulmentProcess.CASE_NO);
        annulments.withdraw(caseNo, form, submission.formReference());
        return Map.of();
    }
}
