package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.commerce.ServiceRecord;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The decision was served. */
@Component
class ServeDecisionForm implements FormHandler<ServiceRecord> {

    private final PenaltyExecution execution;

    ServeDecisionForm(PenaltyExecution execution) {
        this.execution = execution;
    }

    @Override
    public String formId() {
        return "commerce-investigation-serve-decision";
    }

    @Override
    public Class<ServiceRecord> type() {
        return ServiceRecord.class;
    }

    @Override
    public Map<String, Object> handle(ServiceRecord form, Submission submission) {
        String caseNo = submission.variable(CommerceInvestigationProcess.CASE_NO);
        boolean outstanding = execution.recordService(caseNo, form, submission.formReference());
        return form.isAwaited()
                ? Map.of(CommerceInvestigationProcess.NOTICE_STANDS, true)
                : Map.of(CommerceInvestigationProcess.OUTSTANDING, outstanding);
    }
}
