package org.qingwang.cooperation.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.cooperation.CompetenceDispute;
import org.qingwang.cooperation.DisputeWorkflow;
import org.qingwang.engine.OwnDoing;
import org.springframework.stereotype.Component;

/** Runs disputes as instances of the process {@code competence-dispute}, beside the case's own. */
@Component
class EngineDisputeWorkflow implements DisputeWorkflow {

    private final RuntimeService runtime;
    private final OwnDoing ownDoing;

    EngineDisputeWorkflow(RuntimeService runtime, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(CompetenceDispute dispute, Jurisdiction at) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                CooperationProcesses.DISPUTE,
                dispute.caseNo(),
                Map.of(
                        CooperationProcesses.CASE_NO,
                        dispute.caseNo(),
                        CooperationProcesses.DISPUTE_NO,
                        dispute.disputeNo(),
                        CooperationProcesses.JURISDICTION,
                        at.id(),
                        CooperationProcesses.TO_BE_ASKED,
                        dispute.respondent() != null)));
    }
}
