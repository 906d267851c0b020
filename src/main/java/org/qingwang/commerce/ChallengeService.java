package org.qingwang.commerce;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.LegalReference;
import org.qingwang.law.LegalReferences;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The party contests its penalty: asks for reconsideration, or sues. Carrying out goes on; only the surcharge for paying
 * late stands still. Each step may be called twice.
 */
@Service
@Transactional
public class ChallengeService {

    private static final String BASIS = "penalty.surcharge-stands-still";

    private final Investigations investigations;
    private final InvestigationDecisions decisions;
    private final InvestigationExecutions executions;
    private final Challenges challenges;
    private final PenaltyExecution execution;
    private final LegalReferences references;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    ChallengeService(
            Investigations investigations,
            InvestigationDecisions decisions,
            InvestigationExecutions executions,
            Challenges challenges,
            PenaltyExecution execution,
            LegalReferences references,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.investigations = investigations;
        this.decisions = decisions;
        this.executions = executions;
        this.challenges = challenges;
        this.execution = execution;
        this.references = references;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /**
     * The party asked for reconsideration, or sued. From that day on nothing is added to what it owes.
     *
     * @throws BadInput if there is no penalty that was served, another challenge is under way, or the day cannot be true
     * @throws NotAllowed unless the person works for the agency that decided
     */
    public void begin(String caseNo, Challenge challenge) {
        Investigation investigation = own(caseNo);
        List<Challenge> known = challenges.of(investigation);
        if (known.stream().anyMatch(challenge::isSameBeginning)) {
            return;
        }
        LocalDate servedOn = servedPenalty(investigation).record().servedOn();
        checks().challenge(challenge, servedOn);
        if (known.stream().anyMatch(Challenge::isUnderWay)) {
            throw new BadInput("", "commerce.challenged-already", caseNo);
        }
        boolean settled = settlementOf(investigation).isSettled();
        challenges.begin(investigation.id(), challenge, time.instant(), actor());
        LegalReference basis = basis();
        timeline.decided(
                caseNo,
                "commerce.event.challenged." + challenge.kind(),
                null,
                basis.head().basis().english() + " · " + basis.head().basis().chinese(),
                challenge.begunOn(),
                challenge.authority(),
                challenge.fileNo());
        record("commerce.challenged", caseNo, Map.of("kind", challenge.kind().name(), "fileNo", challenge.fileNo()));
        if (!settled) {
            endIfNothingIsLeft(caseNo);
        }
    }

    /** What was owed was only a surcharge for days that do not count: nobody waits for it any more. */
    private void endIfNothingIsLeft(String caseNo) {
        Investigation investigation = investigations.locked(caseNo);
        if (investigation.stage() == Stage.EXECUTION
                && settlementOf(investigation).isSettled()) {
            execution.endCollection(investigation);
        }
    }

    /** Reconsideration or suit is over: from the next day on the surcharge grows again. */
    public void end(String caseNo, Challenge.End end) {
        Investigation investigation = own(caseNo);
        List<Challenge> known = challenges.of(investigation);
        Challenge underWay =
                known.stream().filter(Challenge::isUnderWay).findFirst().orElse(null);
        if (underWay == null) {
            if (known.stream().anyMatch(challenge -> challenge.end().equals(end))) {
                return;
            }
            throw new BadInput("", "commerce.not-challenged", caseNo);
        }
        checks().challengeEnd(end, underWay);
        challenges.end(investigation.id(), end, time.instant(), actor());
        timeline.decided(caseNo, "commerce.event.challenge-ended." + end.outcome(), end.note(), null, end.endedOn());
        record(
                "commerce.challenge-ended",
                caseNo,
                Map.of("outcome", end.outcome().name(), "endedOn", end.endedOn().toString()));
    }

    /** Whether somebody may say that the party contested the decision, or how that ended. */
    public boolean mayRecord(Actor actor, Dossier dossier) {
        return dossier.holdsServedPenalty()
                && actor.worksFor(dossier.investigation().jurisdiction());
    }

    /** @return the law by which the surcharge stands still */
    @Transactional(readOnly = true)
    public LegalReference basis() {
        return references.cite(BASIS, today(), today());
    }

    private Served servedPenalty(Investigation investigation) {
        boolean penalty = decisions
                .of(investigation.id())
                .filter(decided -> decided.decision().kind() == DecisionKind.PENALTY)
                .isPresent();
        Optional<Served> served = executions.service(investigation.id());
        boolean reached = served.filter(one -> !one.record().isAwaited()).isPresent();
        if (!penalty || !reached) {
            throw new BadInput("", "commerce.nothing-to-challenge", investigation.caseNo());
        }
        return served.get();
    }

    private Settlement settlementOf(Investigation investigation) {
        return execution.settlement(
                investigation,
                decisions.of(investigation.id()).orElseThrow().effective(),
                executions.service(investigation.id()).orElse(null),
                executions.payments(investigation.id()));
    }

    private Investigation own(String caseNo) {
        return investigations
                .lock(caseNo)
                .filter(found -> Actors.current().worksFor(found.jurisdiction()))
                .orElseThrow(() -> new NotAllowed("to record a challenge in " + caseNo));
    }

    private InvestigationChecks checks() {
        return new InvestigationChecks(today());
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    private static String actor() {
        return Actors.current().userId();
    }

    private void record(String action, String caseNo, Map<String, ?> after) {
        audit.record(AuditEntry.of(action, "case", caseNo, after));
    }
}
