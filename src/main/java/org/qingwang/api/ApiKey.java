package org.qingwang.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.qingwang.agency.Jurisdiction;

/**
 * A key as it is kept: never the key itself.
 *
 * @param name how the system is called, unique for good
 * @param beginning the key's first characters, to know it by
 * @param jurisdiction receives what is filed with it
 */
public record ApiKey(
        String name,
        String beginning,
        Jurisdiction jurisdiction,
        Set<Scope> scopes,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** What a key is at a moment. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    public State stateAt(Instant moment) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return moment.isBefore(expiresAt) ? State.VALID : State.EXPIRED;
    }
}
