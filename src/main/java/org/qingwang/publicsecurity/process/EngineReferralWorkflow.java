package org.qingwang.publicsecurity.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
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
    private final OwnDoing ownDoing;

    EngineReferralWorkflow(RuntimeService runtime, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(Referral referral) {
        ownDoing.run(() -> runtime.createMessageCorrelation(CRIME_SUSPECTED)
                .processInstanceBusinessKey(referral.caseNo())
                .setVariablesToTriggeredScope(Map.of(
                        CriminalReferralProcess.REFERRAL_NO,
                        referral.referralNo(),
                        CriminalReferralProcess.REFERRER,
                        referral.referrer().id(),
                        CriminalReferralProcess.POLICE,
                        referral.police().id()))
                .correlateWithResult());
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
