package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.commerce.measure.Returned;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Goods were given back. */
@Component
class ReturnGoodsForm implements FormHandler<Returned> {

    private final MeasureService measures;

    ReturnGoodsForm(MeasureService measures) {
        this.measures = measures;
    }

    @Override
    public String formId() {
        return "coercive-measure-return-goods";
    }

    @Override
    public Class<Returned> type() {
        return Returned.class;
    }

    @Override
    public Map<String, Object> handle(Returned form, Submission submission) {
        String measureNo = submission.variable(CoerciveMeasureProcess.MEASURE_NO);
        measures.giveBack(measureNo, form, submission.formReference());
        return Map.of();
    }
}
