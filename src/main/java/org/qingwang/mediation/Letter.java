package org.qingwang.mediation;

import java.util.Optional;

/** What the two sides are written, by where a dispute stands. */
public enum Letter {
    /** It was accepted: both sides are asked to mediation. */
    INVITATION,
    /** It was not taken up: the complainant is told why. */
    REFUSAL,
    /** Mediation ended: both sides are told how. */
    RESULT;

    static Optional<Letter> of(Mediation mediation) {
        if (mediation.ending() != null) {
            return Optional.of(RESULT);
        }
        if (mediation.admission() == null || mediation.admission().decision() == Admission.Decision.WITHDRAWN) {
            return Optional.empty();
        }
        return Optional.of(mediation.admission().decision() == Admission.Decision.ACCEPTED ? INVITATION : REFUSAL);
    }

    /** Whether this side gets it. A seller against whom nothing was taken up is not written to. */
    public boolean isFor(Side side) {
        return this != REFUSAL || side == Side.COMPLAINANT;
    }

    /** Whose letter it is. */
    public enum Side {
        COMPLAINANT,
        SELLER
    }
}
