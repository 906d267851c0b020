package org.qingwang.publicsecurity.process;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.qingwang.casefile.CaseProcesses;
import org.qingwang.engine.OwnDoing;
import org.qingwang.publicsecurity.Answer;
import org.qingwang.publicsecurity.Referral;
import org.qingwang.publicsecurity.ReferralWorkflow;
import org.springframework.stereotype.Component;

/** Tells the process of a case what happens to its referrals: it calls {@code criminal-referral} beside its other work. */
@Component
class EngineReferralWorkflow implements ReferralWorkflow {

    /** Messages of the process {@code casefile}. */
    private static final String CRIME_SUSPECTED = "CrimeSuspected";

    private static final String POLICE_FILED = "PoliceFiled";

    private static final String REFERRAL_ENDED = "ReferralEnded";

    /** Message of the process {@code customs-detention}. */
    private static final String POLICE_RETURNED = "PoliceReturned";

    private final RuntimeService runtime;
    private final CaseProcesses processes;
    private final OwnDoing ownDoing;

    EngineReferralWorkflow(RuntimeService runtime, CaseProcesses processes, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.processes = processes;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(Referral referral) {
        if (suspected(referral) == 0) {
            processes.bringUpToDate(referral.caseNo());
            if (suspected(referral) == 0) {
                throw new IllegalStateException("the process of " + referral.caseNo() + " takes no referral");
            }
        }
    }

    /** @return how many processes took it: none in a case whose model did not know of it when it began */
    private int suspected(Referral referral) {
        AtomicInteger taken = new AtomicInteger();
        ownDoing.run(
                () -> taken.set(suspicion(referral).correlateAllWithResult().size()));
        return taken.get();
    }

    private MessageCorrelationBuilder suspicion(Referral referral) {
        return runtime.createMessageCorrelation(CRIME_SUSPECTED)
                .processInstanceBusinessKey(referral.caseNo())
                .setVariablesToTriggeredScope(Map.of(
                        CriminalReferralProcess.REFERRAL_NO,
                        referral.referralNo(),
                        CriminalReferralProcess.REFERRER,
                        referral.referrer().id(),
                        CriminalReferralProcess.POLICE,
                        referral.police().id()));
    }

    @Override
    public void policeFiled(Referral referral) {
        tell(POLICE_FILED, referral, Map.of());
    }

    @Override
    public void returned(Referral referral) {
        tell(POLICE_RETURNED, referral, Map.of());
    }

    @Override
    public void ended(Referral referral, Answer answer) {
        tell(REFERRAL_ENDED, referral, Map.of("referralAnswer", answer.name()));
    }

    /** To whoever waits for it: a case that was decided before does not. */
    private void tell(String message, Referral referral, Map<String, Object> variables) {
        ownDoing.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(referral.caseNo())
                .setVariables(variables)
                .correlateAllWithResult());
    }
}
