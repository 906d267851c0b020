package org.qingwang.supervision.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.engine.OwnDoing;
import org.qingwang.engine.rights.ChangeOfHands;
import org.qingwang.supervision.Supervision;
import org.qingwang.supervision.SupervisionWorkflow;
import org.springframework.stereotype.Component;

/** Runs supervisions as instances of the process {@code case-supervision}, beside the case's own. */
@Component
class EngineSupervisionWorkflow implements SupervisionWorkflow {

    private static final String LIFTED = "SupervisionLifted";

    private final RuntimeService runtime;
    private final ChangeOfHands hands;
    private final OwnDoing ownDoing;

    EngineSupervisionWorkflow(RuntimeService runtime, ChangeOfHands hands, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.hands = hands;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(Supervision supervision) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseSupervisionProcess.CASE_NO, supervision.caseNo());
        variables.put(CaseSupervisionProcess.SUPERVISION_NO, supervision.supervisionNo());
        variables.put(
                CaseSupervisionProcess.JURISDICTION, supervision.jurisdiction().id());
        variables.put(CaseSupervisionProcess.OWNER, supervision.ownerId());
        ownDoing.run(
                () -> runtime.startProcessInstanceByKey(CaseSupervisionProcess.KEY, supervision.caseNo(), variables));
    }

    @Override
    public void moveTo(Supervision supervision, Jurisdiction jurisdiction) {
        hands.move(
                CaseSupervisionProcess.KEY,
                supervision.caseNo(),
                supervision.jurisdiction().id(),
                jurisdiction.id());
        ownDoing.run(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(supervision.caseNo(), CaseSupervisionProcess.KEY)
                .list()
                .forEach(instance -> runtime.setVariable(instance.getId(), CaseSupervisionProcess.OWNER, null)));
    }

    @Override
    public void end(Supervision supervision) {
        ownDoing.run(() -> runtime.createMessageCorrelation(LIFTED)
                .processInstanceBusinessKey(supervision.caseNo())
                .processInstanceVariableEquals(CaseSupervisionProcess.SUPERVISION_NO, supervision.supervisionNo())
                .correlateAllWithResult());
    }
}
