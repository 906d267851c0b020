package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Filing;
import org.qingwang.commerce.FilingDecision;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The head decided on filing. */
@Component
class DecideFilingForm implements FormHandler<Filing> {

    private final CommerceService commerce;

    DecideFilingForm(CommerceService commerce) {
        this.commerce = commerce;
    }

    @Override
    public String formId() {
        return "commerce-investigation-decide-filing";
    }

    @Override
    public Class<Filing> type() {
        return Filing.class;
    }

    @Override
    public Map<String, Object> handle(Filing form, Submission submission) {
        String caseNo = submission.variable(CommerceInvestigationProcess.CASE_NO);
        commerce.decideFiling(caseNo, form, submission.formReference());
        String decision = form.decision().name();
        return form.decision() == FilingDecision.NOT_FILE
                ? Map.of(
                        CommerceInvestigationProcess.FILING,
                        decision,
                        CommerceInvestigationProcess.OUTCOME,
                        CaseOutcome.NOT_FILED.name())
                : Map.of(CommerceInvestigationProcess.FILING, decision);
    }
}
