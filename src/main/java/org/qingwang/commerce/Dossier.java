package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything an investigation recorded, for whoever has to read it as a whole.
 *
 * @param rounds each time evidence was gathered, the first first
 * @param decision null before
 * @param service null before
 * @param deferrals what the head answered when the party asked for time
 * @param publication null before
 * @param settlement what is to be paid and what was, as of today
 */
public record Dossier(
        Investigation investigation,
        List<Round> rounds,
        Decided decision,
        ServiceRecord service,
        List<Payment> payments,
        List<DeferralDecision> deferrals,
        Publication publication,
        Settlement settlement) {

    /**
     * Findings, and what the reviewer and the head said to them.
     *
     * @param range the lawful range as computed when they were recorded; null before
     * @param review null before
     * @param told what the party was told of the intended penalty; null before, or if none was intended
     * @param returned why the head sent the case back; null if not
     * @param history what other cases said of the seller when the range was computed
     */
    public record Round(
            int number,
            Findings findings,
            Instant recordedAt,
            String recordedBy,
            LawfulRange range,
            Review review,
            String reviewedBy,
            Told told,
            String returned,
            SeenHistory history) {}

    /**
     * A decision, by whom, and the lawful range it was checked against.
     *
     * @param annulment what became of it later; null if nothing
     */
    public record Decided(Decision decision, Instant at, String by, LawfulRange range, AnnulmentFile annulment) {

        /** @return what is left of it; the decision itself as long as nothing became of it */
        Decision effective() {
            return annulment == null || annulment.annulment() == null
                    ? decision
                    : annulment.annulment().appliedTo(decision);
        }

        /** How many goods were confiscated that what is left of the decision does not confiscate: they have to go back. */
        public BigDecimal goodsToReturn() {
            return decision.confiscatedQuantity().subtract(effective().confiscatedQuantity());
        }

        /** Whether confiscated goods have to go back. */
        public boolean hasGoodsToReturn() {
            return goodsToReturn().signum() > 0;
        }
    }

    /** @return what was found last */
    public Optional<Round> latest() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** Whether it holds a penalty that was served and of which nobody said yet that it was annulled or changed. */
    public boolean isAnnullable() {
        return holdsServedPenalty() && decision.annulment() == null;
    }

    boolean holdsServedPenalty() {
        boolean served = investigation.stage() == Stage.EXECUTION || investigation.stage() == Stage.CLOSED;
        return served && decision != null && decision.decision().kind() == DecisionKind.PENALTY;
    }
}
