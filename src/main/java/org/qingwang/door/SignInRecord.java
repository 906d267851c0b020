package org.qingwang.door;

import java.util.Map;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers who came in, and says in the log who was stopped. */
@Component
class SignInRecord {

    private static final Logger LOG = LoggerFactory.getLogger(SignInRecord.class);

    private final AuditLog audit;
    private final CurrentRights rights;

    SignInRecord(AuditLog audit, CurrentRights rights) {
        this.audit = audit;
        this.rights = rights;
    }

    /** Audited as an act of the person who has just come in. */
    @Transactional
    void cameIn(SessionPrincipal person, boolean knownDevice) {
        SecurityContext before = SecurityContextHolder.getContext();
        rights.of(person).ifPresent(signedIn -> {
            SecurityContext now = SecurityContextHolder.createEmptyContext();
            now.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
            SecurityContextHolder.setContext(now);
        });
        try {
            audit.record(
                    AuditEntry.of("officer.signed-in", "officer", person.userId(), Map.of("knownDevice", knownDevice)));
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** For whoever watches the log: somebody guesses passwords. What was typed is cleaned of line breaks. */
    void stopped(SignInSource source) {
        LOG.warn(
                "too many tries to sign in as {} from {}",
                source.userId().replaceAll("[^\\p{Graph}]", "?"),
                source.address());
    }
}
