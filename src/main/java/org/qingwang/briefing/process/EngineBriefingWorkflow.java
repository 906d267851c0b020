package org.qingwang.briefing.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.briefing.BriefingWorkflow;
import org.qingwang.engine.OwnDoing;
import org.springframework.stereotype.Component;

/** Runs briefings as instances of the process {@code briefing}; a correction is an instance of its own. */
@Component
class EngineBriefingWorkflow implements BriefingWorkflow {

    private static final String CORRECTION_ORDERED = "CorrectionOrdered";
    private static final String TAKEN_BACK = "ReturnTakenBack";

    private final RuntimeService runtime;
    private final OwnDoing ownDoing;

    EngineBriefingWorkflow(RuntimeService runtime, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(String briefingNo) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(BriefingProcess.KEY, briefingNo, variables(briefingNo)));
    }

    @Override
    public void beginCorrection(String briefingNo) {
        ownDoing.run(
                () -> runtime.startProcessInstanceByMessage(CORRECTION_ORDERED, briefingNo, variables(briefingNo)));
    }

    private static Map<String, Object> variables(String briefingNo) {
        return Map.of(BriefingProcess.BRIEFING_NO, briefingNo);
    }

    @Override
    public void takeBack(String returnNo) {
        ownDoing.run(() -> runtime.createMessageCorrelation(TAKEN_BACK)
                .processInstanceBusinessKey(returnNo)
                .correlateAllWithResult());
    }
}
