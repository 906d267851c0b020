package org.qingwang.supervision.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.supervision.SupervisionService;
import org.springframework.stereotype.Component;

/** The owner of a supervised case reports. */
@Component
class ReportResultForm implements FormHandler<ReportResultForm.Fields> {

    /** What the form asks. */
    record Fields(String report) {}

    private final SupervisionService supervisions;

    ReportResultForm(SupervisionService supervisions) {
        this.supervisions = supervisions;
    }

    @Override
    public String formId() {
        return "case-supervision-report-result";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        supervisions.report(submission.variable(CaseSupervisionProcess.SUPERVISION_NO), form.report());
        return Map.of();
    }
}
