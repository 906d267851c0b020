package org.qingwang.mediation;

/**
 * Whether a dispute goes to mediation.
 *
 * @param ground why it is refused; null unless it is
 * @param reason for the complainant; of a withdrawal, how it was said. Null if the dispute is accepted
 */
public record Admission(Decision decision, Ground ground, String reason) {

    public Admission {
        ground = decision == Decision.REFUSED ? ground : null;
        reason = decision == Decision.ACCEPTED ? null : Texts.stripped(reason);
    }

    /** What becomes of it. */
    public enum Decision {
        ACCEPTED,
        REFUSED,
        /** The complainant takes it back. */
        WITHDRAWN;

        public String messageKey() {
            return "mediation.decision." + name();
        }
    }

    /** Why a dispute is not taken up. */
    public enum Ground {
        /** Another authority is competent; the reason says which. */
        NOT_COMPETENT,
        /** A court, an arbitration body or another authority has it or had it. */
        ELSEWHERE,
        /** The goods were not bought for daily life. */
        NOT_CONSUMPTION,
        /** The time in which a consumer may complain is over. */
        PERIOD_OVER,
        /** It is not known who complains, or about whom. */
        UNKNOWN_SIDE,
        OTHER;

        public String messageKey() {
            return "mediation.ground." + name();
        }
    }
}
