package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Payment;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The party paid, or the court was asked to enforce. */
@Component
class RecordPaymentForm implements FormHandler<Payment> {

    private final CommerceService commerce;

    RecordPaymentForm(CommerceService commerce) {
        this.commerce = commerce;
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
        boolean outstanding = commerce.recordPayment(caseNo, form, submission.formReference());
        return Map.of(CommerceInvestigationProcess.OUTSTANDING, outstanding);
    }
}
