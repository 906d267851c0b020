package org.qingwang.engine.identity;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.webapp.impl.security.SecurityActions;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells Camunda's web applications who is signed in, request by request. Stands in the place of their own filter, which
 * keeps a second sign-in with rights of its own in the web session and writes it back with every request.
 */
class CamundaSignIn extends OncePerRequestFilter {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final List<String> APPLICATIONS = List.of("cockpit", "tasklist", "admin", "welcome");

    private record EngineRights(List<String> tenants, Set<String> applications) {}

    private final ProcessEngine engine;
    private final AuthorizationService authorizations;
    private final AgencyService agencies;
    private final LoadingCache<Actor, EngineRights> remembered = CacheBuilder.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build(CacheLoader.from(this::read));

    CamundaSignIn(ProcessEngine engine, AgencyService agencies) {
        this.engine = engine;
        this.authorizations = engine.getAuthorizationService();
        this.agencies = agencies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentications authentications = authentications(Actors.current());
        Authentications.setCurrent(authentications);
        try {
            SecurityActions.runWithAuthentications(
                    () -> {
                        chain.doFilter(request, response);
                        return null;
                    },
                    authentications);
        } finally {
            Authentications.clearCurrent();
        }
    }

    private Authentications authentications(Actor actor) {
        Authentications authentications = new Authentications();
        if (actor != Actor.SYSTEM) {
            EngineRights rights = remembered.getUnchecked(actor);
            UserAuthentication person = new UserAuthentication(actor.userId(), engine.getName());
            person.setGroupIds(List.copyOf(actor.groups()));
            person.setTenantIds(rights.tenants());
            person.setAuthorizedApps(rights.applications());
            authentications.addOrReplace(person);
        }
        return authentications;
    }

    private EngineRights read(Actor actor) {
        List<String> groups = List.copyOf(actor.groups());
        Set<String> applications = new HashSet<>();
        for (String application : APPLICATIONS) {
            if (authorizations.isUserAuthorized(
                    actor.userId(), groups, Permissions.ACCESS, Resources.APPLICATION, application)) {
                applications.add(application);
            }
        }
        return new EngineRights(List.copyOf(agencies.tenantsOf(actor)), applications);
    }
}
