package org.qingwang.door;

import java.util.List;
import org.qingwang.agency.Accounts;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password. One answer, and about one time, whether or not there is such an account. The only
 * provider there is, so Spring Security asks it once for each try.
 */
@Component
class PasswordCheck implements AuthenticationProvider {

    private final Accounts accounts;
    private final AgencyService agencies;
    private final SignInThrottle throttle;
    private final SignInRecord record;

    PasswordCheck(Accounts accounts, AgencyService agencies, SignInThrottle throttle, SignInRecord record) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.throttle = throttle;
        this.record = record;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        SignInSource source = (SignInSource) attempt.getDetails();
        SignInThrottle.Try counted = begin(source);
        SessionPrincipal person = check(source.userId(), String.valueOf(attempt.getCredentials()));
        counted.succeeded();
        return forSession(person);
    }

    private SignInThrottle.Try begin(SignInSource source) {
        try {
            return throttle.begin(source);
        } catch (TooManyTries stopped) {
            record.stopped(source);
            throw stopped;
        }
    }

    /** Without the try's own details, which would end up in the session. */
    private static Authentication forSession(SessionPrincipal person) {
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
        token.setDetails(person.userId());
        return token;
    }

    /** Looks at the password first, so that an account that does not exist or is closed takes as long. */
    private SessionPrincipal check(String userId, String password) {
        boolean right = accounts.passwordMatches(userId, password);
        boolean active = agencies.find(userId).filter(Officer::active).isPresent();
        if (!right || !active) {
            throw new BadCredentialsException("no such account, or another password");
        }
        return new SessionPrincipal(userId, accounts.passwordStamp(userId).orElseThrow());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
