package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Publication;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The penalty was published. */
@Component
class PublishDecisionForm implements FormHandler<Publication> {

    private final CommerceService commerce;

    PublishDecisionForm(CommerceService commerce) {
        this.commerce = commerce;
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
        commerce.publish(caseNo, form, submission.formReference());
        return Map.of();
    }
}
