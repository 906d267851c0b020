package org.qingwang.publicsecurity;

import java.time.LocalDate;
import java.util.List;
import org.qingwang.agency.Jurisdiction;

/**
 * One side did what a referral waited for.
 *
 * @param stage what the referral waited for
 * @param on the day it was done
 * @param documentNo number of the document it was done by; null if none
 * @param reason null if none is asked for
 * @param person who did it, or handed over; null if none is named
 * @param secondPerson who received it; null if none is named
 * @param target the police it was passed on to; null for every other answer
 * @param parts what the pack holds; empty for every other answer
 */
public record Step(
        ReferralStage stage,
        Answer answer,
        LocalDate on,
        String documentNo,
        String reason,
        String person,
        String secondPerson,
        Jurisdiction target,
        List<PackPart> parts) {

    public Step {
        parts = List.copyOf(parts);
    }

    /** A decision with its document and its reasons. */
    public static Step decided(ReferralStage stage, Answer answer, LocalDate on, String documentNo, String reason) {
        return new Step(stage, answer, on, documentNo, reason, null, null, null, List.of());
    }

    /** Something went from hand to hand. */
    public static Step handed(
            ReferralStage stage, Answer answer, LocalDate on, String documentNo, String giver, String taker) {
        return new Step(stage, answer, on, documentNo, null, giver, taker, null, List.of());
    }
}
