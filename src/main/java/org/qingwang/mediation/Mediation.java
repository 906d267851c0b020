package org.qingwang.mediation;

import java.time.Instant;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;

/**
 * A consumer's dispute on its way to mediation and through it. It has no number of its own: a complaint holds at most
 * one.
 *
 * @param receiptNo number of the complaint it was split from
 * @param jurisdiction who decides on it and mediates
 * @param decidedAt when it was accepted or refused; null before
 * @param admission whether it was taken up; null before
 * @param ending how mediation ended; null before
 * @param telling when both sides were told of that; null before
 */
public record Mediation(
        String receiptNo,
        Jurisdiction jurisdiction,
        MediationStage stage,
        Instant splitAt,
        Instant decidedAt,
        Admission admission,
        Ending ending,
        Telling telling) {

    public boolean isClosed() {
        return stage == MediationStage.CLOSED;
    }

    /** Key of where it stands, in words. */
    public String standingKey() {
        if (ending != null) {
            return ending.result().messageKey();
        }
        return isClosed() ? admission.decision().messageKey() : stage.messageKey();
    }

    /** The letter that says where it stands, if there is one by now. */
    public Optional<Letter> letter() {
        return Letter.of(this);
    }
}
