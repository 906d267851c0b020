package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.commerce.Publication;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The penalty was published. */
@Component
class PublishDecisionForm implements FormHandler<Publication> {

    private final PenaltyExecution execution;

    PublishDecisionForm(PenaltyExecution execution) {
        this.execution = execution;
    }

    @Override
    public String formId() {
        return "commerce-investigation-publish-decision";
    }

    @Override
    public Class<Publication> type() {
        return Publication.class;
    }

    @Override
    public Map<String, Object> handle(Publication form, Submission submission) {
        String caseNo = submission.variable(CommerceInvestigationProcess.CASE_NO);
        execution.publish(caseNo, form, submission.formReference());
        return Map.of();
    }
}
