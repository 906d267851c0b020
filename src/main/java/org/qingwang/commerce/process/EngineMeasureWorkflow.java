package org.qingwang.commerce.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.commerce.measure.Measure;
import org.qingwang.commerce.measure.MeasureWorkflow;
import org.qingwang.engine.OwnDoing;
import org.springframework.stereotype.Component;

/** Runs measures as instances of the process {@code coercive-measure}, beside the investigation. */
@Component
class EngineMeasureWorkflow implements MeasureWorkflow {

    private final RuntimeService runtime;
    private final OwnDoing ownDoing;

    EngineMeasureWorkflow(RuntimeService runtime, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(Measure measure) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                CoerciveMeasureProcess.KEY,
                measure.caseNo(),
                Map.of(
                        CoerciveMeasureProcess.MEASURE_NO,
                        measure.measureNo(),
                        CoerciveMeasureProcess.CASE_NO,
                        measure.caseNo(),
                        CoerciveMeasureProcess.JURISDICTION,
                        measure.jurisdiction().id(),
                        CoerciveMeasureProcess.KIND,
                        measure.plan().kind().name(),
                        CoerciveMeasureProcess.URGENT,
                        measure.plan().isUrgent(),
                        CoerciveMeasureProcess.GIVE_BACK,
                        false)));
    }

    @Override
    public void caseEnded(Measure measure, boolean giveBack) {
        ownDoing.run(() -> runtime.createMessageCorrelation(CoerciveMeasureProcess.CASE_ENDED)
                .processInstanceBusinessKey(measure.caseNo())
                .processInstanceVariableEquals(CoerciveMeasureProcess.MEASURE_NO, measure.measureNo())
                .setVariable(CoerciveMeasureProcess.GIVE_BACK, giveBack)
                .correlate());
    }
}
