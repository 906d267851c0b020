package org.qingwang.pledge;

import java.time.Instant;
import java.util.Set;
import org.qingwang.agency.Actor;

/**
 * A personal link by which a firm signs, sends its returns and reads what has become of its pledge.
 *
 * @param revokedAt when a newer one took its place, or somebody took it back; null if nobody did
 */
public record PledgeLink(long id, String pledgeNo, Instant madeAt, Instant expiresAt, Instant revokedAt) {

    /** Whether a link opens anything, and if not why. */
    public enum State {
        OPEN,
        /** A newer one was sent, or an officer took it back. */
        REVOKED,
        EXPIRED
    }

    State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    /** Whoever has the link. Officers' accounts have no colon in their names. */
    Actor holder(Firm firm) {
        return new Actor("pledge-link:" + id, firm.name(), null, Set.of());
    }
}
