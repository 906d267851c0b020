package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.Payment;
import org.qingwang.commerce.PaymentAnswer;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The party paid, or the court was asked to enforce. */
@Component
class RecordPaymentForm implements FormHandler<Payment> {

    private final PenaltyExecution execution;

    RecordPaymentForm(PenaltyExecution execution) {
        this.execution = execution;
    }

    @Override
    public String formId() {
        return "commerce-investigation-record-payment";
    }

    @Override
    public Class<Payment> type() {
        return Payment.class;
    }

    @Override
    public Map<String, Object> handle(Payment form, Submission submission) {
        String caseNo = submission.variable(CommerceInvestigationProcess.CASE_NO);
        PaymentAnswer answer = execution.recordPayment(caseNo, form, submission.formReference());
        return answer.asksForTime()
                ? Map.of(CommerceInvestigationProcess.ASKS_FOR_TIME, true)
                : Map.of(CommerceInvestigationProcess.OUTSTANDING, answer.outstanding());
    }
}
