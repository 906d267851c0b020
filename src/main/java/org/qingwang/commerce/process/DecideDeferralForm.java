package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.DeferralDecision;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The head answered a party that asks for time to pay. */
@Component
class DecideDeferralForm implements FormHandler<DeferralDecision> {

    private final PenaltyExecution execution;

    DecideDeferralForm(PenaltyExecution execution) {
        this.execution = execution;
    }

    @Override
    public String formId() {
        return "commerce-investigation-decide-deferral";
    }

    @Override
    public Class<DeferralDecision> type() {
        return DeferralDecision.class;
    }

    @Override
    public Map<String, Object> handle(DeferralDecision form, Submission submission) {
        String caseNo = submission.variable(CommerceInvestigationProcess.CASE_NO);
        execution.decideDeferral(caseNo, form, submission.formReference());
        return Map.of(
                CommerceInvestigationProcess.ASKS_FOR_TIME, false, CommerceInvestigationProcess.OUTSTANDING, true);
    }
}
