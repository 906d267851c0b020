package org.qingwang.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.springframework.stereotype.Component;

/** Lets a page of ours ask the engine as the person who looks at it, with no more rights than in Tasklist. */
@Component
public class Acting {

    private final IdentityService identity;
    private final AgencyService agencies;

    Acting(IdentityService identity, AgencyService agencies) {
        this.identity = identity;
        this.agencies = agencies;
    }

    /** Does the work as the current person; afterwards the engine knows whom it knew before. */
    public <T> T asCurrent(Supplier<T> work) {
        Actor actor = Actors.current();
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(actor.userId(), List.copyOf(actor.groups()), List.copyOf(agencies.tenantsOf(actor)));
        try {
            return work.get();
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
