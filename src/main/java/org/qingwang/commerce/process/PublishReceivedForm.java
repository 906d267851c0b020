package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.commerce.PublishedElsewhere;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Another province published what was pushed to it. */
@Component
class PublishReceivedForm implements FormHandler<PublishedElsewhere> {

    private final PenaltyExecution execution;

    PublishReceivedForm(PenaltyExecution execution) {
        this.execution = execution;
    }

    @Override
    public String formId() {
        return "publication-elsewhere-publish-received";
    }

    @Override
    public Class<PublishedElsewhere> type() {
        return PublishedElsewhere.class;
    }

    @Override
    public Map<String, Object> handle(PublishedElsewhere form, Submission submission) {
        String caseNo = submission.variable(PublicationElsewhereProcess.CASE_NO);
        execution.publishElsewhere(caseNo, form, submission.formReference());
        return Map.of();
    }
}
