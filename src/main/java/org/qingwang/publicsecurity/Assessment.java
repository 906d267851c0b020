package org.qingwang.publicsecurity;

import java.util.List;

/**
 * What the calculator found.
 *
 * @param figures what the acts not yet punished come to
 * @param repeated what those of them come to that repeat the offence soon after a penalty; null if none does
 * @param offences the offence itself, and fake or shoddy goods beside it where the goods are that too
 */
public record Assessment(Figures figures, Figures repeated, List<OffenceResult> offences, Verdict verdict) {

    /** What follows for the referral. */
    public enum Verdict {
        /** A threshold is reached: the case must be referred. */
        REACHED,
        /** No threshold is reached, but only the police can establish whether one is: the case must be referred. */
        SUSPECTED,
        /** Neither: the case stays with the administration. */
        NOT_REACHED;

        public String messageKey() {
            return "publicsecurity.verdict." + name();
        }
    }

    public Assessment {
        offences = List.copyOf(offences);
    }

    public boolean mustBeReferred() {
        return verdict != Verdict.NOT_REACHED;
    }

    /**
     * Whether the verdict rests on figures that were checked against the text of the law: on one threshold that is reached,
     * or on all that are not.
     */
    public boolean isVerified() {
        List<Compared> reached =
                offences.stream().flatMap(offence -> offence.reached().stream()).toList();
        return reached.isEmpty()
                ? offences.stream().allMatch(OffenceResult::isVerified)
                : reached.stream().anyMatch(one -> one.threshold().verified());
    }
}
