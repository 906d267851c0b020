package org.qingwang.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns what the session remembers into the person with the rights of this moment, or ends the session. */
class RightsFilter extends OncePerRequestFilter {

    private final CurrentRights rights;

    RightsFilter(CurrentRights rights) {
        this.rights = rights;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication stored = SecurityContextHolder.getContext().getAuthentication();
        if (stored != null && stored.getPrincipal() instanceof SessionPrincipal principal) {
            SecurityContext now = SecurityContextHolder.createEmptyContext();
            Optional<SignedIn> person = rights.of(principal);
            person.ifPresentOrElse(
                    signedIn -> now.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            signedIn, null, signedIn.getAuthorities())),
                    () -> end(request.getSession(false)));
            SecurityContextHolder.setContext(now);
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static void end(HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }
}
