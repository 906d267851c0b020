package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.measure.Dealing;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** What becomes of registered goods. */
@Component
class DealWithRegisteredForm implements FormHandler<Dealing> {

    private final MeasureService measures;

    DealWithRegisteredForm(MeasureService measures) {
        this.measures = measures;
    }

    @Override
    public String formId() {
        return "coercive-measure-deal-with-registered";
    }

    @Override
    public Class<Dealing> type() {
        return Dealing.class;
    }

    @Override
    public Map<String, Object> handle(Dealing form, Submission submission) {
        String measureNo = submission.variable(CoerciveMeasureProcess.MEASURE_NO);
        MeasureService.Standing standing = measures.deal(measureNo, form, submission.formReference());
        return Map.of(
                CoerciveMeasureProcess.HELD, standing.held(), CoerciveMeasureProcess.GIVE_BACK, standing.giveBack());
    }
}
