package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.LeadCheck;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** An officer checked the lead. */
@Component
class CheckLeadForm implements FormHandler<LeadCheck> {

    private final CommerceService commerce;

    CheckLeadForm(CommerceService commerce) {
        this.commerce = commerce;
    }

    @Override
    public String formId() {
        return "commerce-investigation-check-lead";
    }

    @Override
    public Class<LeadCheck> type() {
        return LeadCheck.class;
    }

    @Override
    public Map<String, Object> handle(LeadCheck form, Submission submission) {
        String caseNo = submission.variable(CommerceInvestigationProcess.CASE_NO);
        Jurisdiction jurisdiction = Jurisdiction.parse(submission.variable(CommerceInvestigationProcess.JURISDICTION));
        commerce.checkLead(caseNo, jurisdiction, form, submission.formReference());
        return Map.of(CommerceInvestigationProcess.LEAD_RESULT, form.result().name());
    }
}
