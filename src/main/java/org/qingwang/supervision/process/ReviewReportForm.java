package org.qingwang.supervision.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.supervision.SupervisionReview;
import org.qingwang.supervision.SupervisionService;
import org.springframework.stereotype.Component;

/** The campaign office accepts the report on a supervised case, or sends it back. */
@Component
class ReviewReportForm implements FormHandler<SupervisionReview> {

    private final SupervisionService supervisions;

    ReviewReportForm(SupervisionService supervisions) {
        this.supervisions = supervisions;
    }

    @Override
    public String formId() {
        return "case-supervision-review-report";
    }

    @Override
    public Class<SupervisionReview> type() {
        return SupervisionReview.class;
    }

    @Override
    public Map<String, Object> handle(SupervisionReview form, Submission submission) {
        supervisions.review(submission.variable(CaseSupervisionProcess.SUPERVISION_NO), form);
        return Map.of(CaseSupervisionProcess.DECISION, form.decision().name());
    }
}
