package org.qingwang.agency;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds out who acts in the current thread. */
public final class Actors {

    private Actors() {}

    /** @return the person or system signed in, or {@link Actor#SYSTEM} in a job or at start-up */
    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof ActorPrincipal principal) {
            return principal.actor();
        }
        return Actor.SYSTEM;
    }
}
