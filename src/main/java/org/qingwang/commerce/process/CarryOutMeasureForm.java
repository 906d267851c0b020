package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.measure.CarriedOut;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Officers carried a measure out. */
@Component
class CarryOutMeasureForm implements FormHandler<CarriedOut> {

    private final MeasureService measures;

    CarryOutMeasureForm(MeasureService measures) {
        this.measures = measures;
    }

    @Override
    public String formId() {
        return "coercive-measure-carry-out-measure";
    }

    @Override
    public Class<CarriedOut> type() {
        return CarriedOut.class;
    }

    @Override
    public Map<String, Object> handle(CarriedOut form, Submission submission) {
        String measureNo = submission.variable(CoerciveMeasureProcess.MEASURE_NO);
        measures.carryOut(measureNo, form, submission.formReference());
        return Map.of();
    }
}
