package org.qingwang.complaint.process;

import java.util.HashMap;
import java.util.Map;
import org.qingwang.complaint.Decision;
import org.qingwang.complaint.OfficersDecision;
import org.qingwang.complaint.Screening;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** An officer confirms what the screening proposes, or overrides it with a reason. */
@Component
class ConfirmScreeningForm implements FormHandler<ConfirmScreeningForm.Confirmed> {

    private final ScreeningService screenings;

    ConfirmScreeningForm(ScreeningService screenings) {
        this.screenings = screenings;
    }

    record Confirmed(Decision decision, String caseNo, String reason, String demand) {}

    @Override
    public String formId() {
        return "complaint-confirm-screening";
    }

    @Override
    public Class<Confirmed> type() {
        return Confirmed.class;
    }

    @Override
    public Map<String, Object> handle(Confirmed form, Submission submission) {
        String receiptNo = submission.variable(ComplaintContract.RECEIPT_NO);
        Screening.Ruling ruling = screenings.decide(
                receiptNo,
                new OfficersDecision(form.decision(), form.caseNo(), form.reason(), submission.formReference()));
        Map<String, Object> variables = new HashMap<>();
        variables.put(ComplaintContract.DECISION, ruling.decision().key());
        ruling.caseNo().ifPresent(caseNo -> variables.put(ComplaintContract.CASE_NO, caseNo));
        if (form.demand() != null && !form.demand().isBlank()) {
            screenings.noteDemand(receiptNo, form.demand().strip(), submission.formReference());
            variables.put(ComplaintContract.DISPUTE, true);
        }
        return variables;
    }
}
