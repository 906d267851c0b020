package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.measure.Approval;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The head approved a measure, or did not. */
@Component
class ApproveMeasureForm implements FormHandler<Approval> {

    private final MeasureService measures;

    ApproveMeasureForm(MeasureService measures) {
        this.measures = measures;
    }

    @Override
    public String formId() {
        return "coercive-measure-approve-measure";
    }

    @Override
    public Class<Approval> type() {
        return Approval.class;
    }

    @Override
    public Map<String, Object> handle(Approval form, Submission submission) {
        String measureNo = submission.variable(CoerciveMeasureProcess.MEASURE_NO);
        boolean giveBack =
                measures.decide(measureNo, form, submission.formReference()).giveBack();
        return Map.of(
                CoerciveMeasureProcess.DECISION, form.decision().name(), CoerciveMeasureProcess.GIVE_BACK, giveBack);
    }
}
