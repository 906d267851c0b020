package org.qingwang.api;

import java.util.Set;
import org.qingwang.agency.Actor;
import org.qingwang.agency.ActorPrincipal;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Another system that showed a valid key.
 *
 * @param proof what follows from the key itself
 */
public record ApiCaller(ApiKey key, KeyProof proof) implements ActorPrincipal, AuthenticatedPrincipal {

    /** In no group: a system files for its jurisdiction, it does not work there. */
    @Override
    public Actor actor() {
        return new Actor("api:" + key.name(), key.name(), key.jurisdiction(), Set.of());
    }

    @Override
    public String getName() {
        return actor().userId();
    }
}
