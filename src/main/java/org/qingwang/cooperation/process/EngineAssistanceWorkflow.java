package org.qingwang.cooperation.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.cooperation.Assistance;
import org.qingwang.cooperation.AssistanceWorkflow;
import org.qingwang.engine.OwnDoing;
import org.springframework.stereotype.Component;

/** Runs requests for assistance as instances of the process {@code case-assistance}, beside the case's own. */
@Component
class EngineAssistanceWorkflow implements AssistanceWorkflow {

    private static final String ENDED = "AssistanceEnded";

    private final RuntimeService runtime;
    private final OwnDoing ownDoing;

    EngineAssistanceWorkflow(RuntimeService runtime, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(Assistance assistance) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                CooperationProcesses.ASSISTANCE,
                assistance.caseNo(),
                Map.of(
                        CooperationProcesses.CASE_NO,
                        assistance.caseNo(),
                        CooperationProcesses.ASSISTANCE_NO,
                        assistance.assistanceNo(),
                        CooperationProcesses.JURISDICTION,
                        assistance.asked().id())));
    }

    @Override
    public void end(Assistance assistance) {
        ownDoing.run(() -> runtime.createMessageCorrelation(ENDED)
                .processInstanceBusinessKey(assistance.caseNo())
                .processInstanceVariableEquals(CooperationProcesses.ASSISTANCE_NO, assistance.assistanceNo())
                .correlateAllWithResult());
    }
}
