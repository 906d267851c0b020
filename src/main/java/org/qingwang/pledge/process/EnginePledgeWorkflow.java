package org.qingwang.pledge.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.engine.OwnDoing;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.PledgeWorkflow;
import org.springframework.stereotype.Component;

/** Runs pledges as instances of the process {@code pledge}. */
@Component
class EnginePledgeWorkflow implements PledgeWorkflow {

    private static final String ANSWERED = "PledgeAnswered";
    private static final String ENDED = "PledgeEnded";
    private static final String RETURNED = "ReturnReceived";
    private static final String CORRECTED = "CorrectionReported";

    private final RuntimeService runtime;
    private final OwnDoing ownDoing;

    EnginePledgeWorkflow(RuntimeService runtime, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(Pledge pledge) {
        Map<String, Object> variables = Map.of(
                PledgeProcess.PLEDGE_NO,
                pledge.pledgeNo(),
                PledgeProcess.JURISDICTION,
                pledge.jurisdiction().id());
        ownDoing.run(() -> runtime.startProcessInstanceByKey(PledgeProcess.KEY, pledge.pledgeNo(), variables));
    }

    @Override
    public void answered(Pledge pledge, boolean signed) {
        ownDoing.run(() -> runtime.createMessageCorrelation(ANSWERED)
                .processInstanceBusinessKey(pledge.pledgeNo())
                .setVariable(PledgeProcess.SIGNED, signed)
                .correlate());
    }

    @Override
    public void returned(Pledge pledge) {
        tell(RETURNED, pledge);
    }

    @Override
    public void corrected(Pledge pledge) {
        tell(CORRECTED, pledge);
    }

    @Override
    public void end(Pledge pledge) {
        tell(ENDED, pledge);
    }

    private void tell(String message, Pledge pledge) {
        ownDoing.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(pledge.pledgeNo())
                .correlateAllWithResult());
    }

    @Override
    public void platformEnded(Pledge pledge) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                PlatformEndProcess.KEY, pledge.pledgeNo(), Map.of(PlatformEndProcess.PLEDGE_NO, pledge.pledgeNo())));
    }

    @Override
    public void beginDrive(String driveNo) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                PledgeDriveProcess.KEY, driveNo, Map.of(PledgeDriveProcess.DRIVE_NO, driveNo)));
    }
}
