package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.Threshold;
import org.qingwang.law.ThresholdRule;
import org.qingwang.law.Thresholds;
import org.springframework.stereotype.Component;

/**
 * What the law asks for when a penalty weighs heavily: the offer of a hearing (Administrative Penalty Law art. 63), a
 * collective decision (art. 57), and never more than the party was told (art. 45).
 */
@Component
class WeightyPenalties {

    private static final String HEARING = "penalty.hearing-amount";
    private static final String COLLECTIVE = "penalty.collective-amount";

    /** Steps by which the time to decide grows before only a collective discussion can add more. */
    private static final int STEPS_OF_THE_HEAD = 1;

    private static final int DAYS_TO_DECIDE = 90;

    private final Thresholds thresholds;
    private final StatutoryClocks clocks;

    WeightyPenalties(Thresholds thresholds, StatutoryClocks clocks) {
        this.thresholds = thresholds;
        this.clocks = clocks;
    }

    /** Refuses a notice that is silent about the hearing the party may ask for. */
    void checkOffer(PenaltyNotice notice, Findings findings) {
        Threshold from = from(HEARING, notice.partyKind(), notice.toldOn());
        boolean weighty = reaches(from.amount(), fineOf(findings), confiscableFrom(findings));
        if (weighty && !notice.hearingOffered()) {
            throw new BadInput("hearingOffered", "commerce.hearing-must-be-offered", from.amount(), unchecked(from));
        }
    }

    private static BigDecimal fineOf(Findings findings) {
        return findings.proposedFine() == null ? BigDecimal.ZERO : findings.proposedFine();
    }

    private static BigDecimal confiscableFrom(Findings findings) {
        return findings.goods().illegalGains().add(findings.goods().unsoldValue());
    }

    /** Refuses a penalty the party was not told of, or that a single person may not decide. */
    void check(Investigation investigation, Decision decision, Dossier.Round round) {
        if (round.told() != null) {
            refuseHeavier(decision, fineOf(round.findings()));
        }
        if (!decision.collective()) {
            refuseAlone(investigation, decision, round.told());
        }
    }

    private static void refuseHeavier(Decision decision, BigDecimal told) {
        if (decision.fine().compareTo(told) > 0) {
            throw new BadInput("fine", "commerce.heavier-than-told", decision.fine(), told);
        }
    }

    private void refuseAlone(Investigation investigation, Decision decision, Told told) {
        if (told == null) {
            return;
        }
        Threshold from = from(COLLECTIVE, told.notice().partyKind(), decision.decidedOn());
        if (reaches(from.amount(), decision.fine(), decision.confiscated())) {
            throw new BadInput("collective", "commerce.collective-amount", from.amount(), unchecked(from));
        }
        if (told.hearingWasHeld()) {
            throw new BadInput("collective", "commerce.collective-hearing");
        }
        if (wasExtendedCollectively(investigation, decision)) {
            throw new BadInput("collective", "commerce.collective-extended");
        }
    }

    /** Asked only when so much time has passed that it may be: the others need no look at the clock. */
    private boolean wasExtendedCollectively(Investigation investigation, Decision decision) {
        boolean inTime = !decision.decidedOn().isAfter(investigation.filedOn().plusDays(DAYS_TO_DECIDE));
        return !inTime
                && clocks.open(investigation.caseNo(), CommerceService.DECISION_CLOCK)
                                .map(StatutoryClock::extensions)
                                .orElse(0)
                        > STEPS_OF_THE_HEAD;
    }

    private Threshold from(String id, PartyKind party, LocalDate day) {
        ThresholdRule rule = thresholds.inForce(id, day);
        return rule.find(Threshold.Measure.PENALTY, party.circumstance(), Threshold.Tier.ORDINARY)
                .orElseThrow();
    }

    /** @return 1 if nobody compared the figure with its source: the sentence says so */
    private static int unchecked(Threshold threshold) {
        return threshold.verified() ? 0 : 1;
    }

    private static boolean reaches(BigDecimal from, BigDecimal fine, BigDecimal confiscated) {
        return fine.compareTo(from) >= 0 || confiscated.compareTo(from) >= 0;
    }
}
