package org.qingwang.mediation.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.engine.OwnDoing;
import org.qingwang.mediation.Mediation;
import org.qingwang.mediation.MediationWorkflow;
import org.springframework.stereotype.Component;

/** Runs disputes as instances of the process {@code mediation}, beside the complaint's own. */
@Component
class EngineMediationWorkflow implements MediationWorkflow {

    private final RuntimeService runtime;
    private final OwnDoing ownDoing;

    EngineMediationWorkflow(RuntimeService runtime, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(Mediation mediation) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                MediationProcess.KEY,
                mediation.receiptNo(),
                Map.of(
                        MediationProcess.RECEIPT_NO,
                        mediation.receiptNo(),
                        MediationProcess.JURISDICTION,
                        mediation.jurisdiction().id())));
    }
}
