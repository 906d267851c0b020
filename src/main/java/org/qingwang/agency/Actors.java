package org.qingwang.agency;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
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

    /** Does the work as somebody who has no session, such as the holder of a personal link; afterwards all is as before. */
    public static void as(Actor actor, Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        ActorPrincipal principal = () -> actor;
        SecurityContext now = SecurityContextHolder.createEmptyContext();
        now.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
        SecurityContextHolder.setContext(now);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
