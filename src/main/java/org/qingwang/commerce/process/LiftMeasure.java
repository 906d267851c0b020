package org.qingwang.commerce.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.engine.ModelBean;

/** The head did not approve in time what could not wait for approval. */
@ModelBean("liftMeasure")
class LiftMeasure implements JavaDelegate {

    private final MeasureService measures;

    LiftMeasure(MeasureService measures) {
        this.measures = measures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        measures.lift((String) execution.getVariable(CoerciveMeasureProcess.MEASURE_NO));
        execution.setVariable(CoerciveMeasureProcess.GIVE_BACK, true);
    }
}
