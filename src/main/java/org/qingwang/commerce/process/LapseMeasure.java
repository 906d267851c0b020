package org.qingwang.commerce.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.engine.ModelBean;

/** The time of a measure passed before anybody decided on the goods. */
@ModelBean("lapseMeasure")
class LapseMeasure implements JavaDelegate {

    private final MeasureService measures;

    LapseMeasure(MeasureService measures) {
        this.measures = measures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        measures.lapse((String) execution.getVariable(CoerciveMeasureProcess.MEASURE_NO));
        execution.setVariable(CoerciveMeasureProcess.GIVE_BACK, true);
    }
}
