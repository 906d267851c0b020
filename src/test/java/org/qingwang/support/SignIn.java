package org.qingwang.support;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.qingwang.agency.Actor;
import org.qingwang.agency.ActorPrincipal;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Membership;
import org.qingwang.agency.Officer;
import org.qingwang.agency.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Acts as somebody in a test that calls services or the engine directly. */
public final class SignIn {

    private SignIn() {}

    /** An officer of a jurisdiction, for example {@code commerce-330000}. */
    public static Actor officer(String jurisdiction) {
        return person("officer." + jurisdiction, jurisdiction, Role.OFFICER);
    }

    /** The head of an agency: also one of its officers. */
    public static Actor head(String jurisdiction) {
        return person("head." + jurisdiction, jurisdiction, Role.HEAD);
    }

    /** A legal reviewer of an agency. */
    public static Actor legal(String jurisdiction) {
        return person("legal." + jurisdiction, jurisdiction, Role.LEGAL_REVIEWER);
    }

    /** Somebody of the campaign office. */
    public static Actor office() {
        return new Actor("office", "Campaign office", null, Set.of(Actor.OFFICE_GROUP));
    }

    private static Actor person(String userId, String jurisdiction, Role role) {
        return new Officer(userId, userId, true, List.of(Membership.in(jurisdiction, role))).actor();
    }

    /** Runs the work as this actor, for our services and for the engine, and signs out again. */
    public static <T> T as(IdentityService engineIdentity, Actor actor, Supplier<T> work) {
        ActorPrincipal principal = () -> actor;
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(principal, null, List.of()));
        Set<String> tenants = new TreeSet<>();
        for (String group : actor.groups()) {
            String jurisdiction = group.replaceFirst("-(head|legal)$", "");
            String agency = jurisdiction.replaceFirst("-.*$", "");
            if (jurisdiction.contains("-") && Agency.ofKey(agency).isPresent()) {
                tenants.add(jurisdiction);
            }
        }
        if (actor.seesEverything()) {
            engineIdentity.createTenantQuery().list().forEach(tenant -> tenants.add(tenant.getId()));
        }
        engineIdentity.setAuthentication(actor.userId(), List.copyOf(actor.groups()), List.copyOf(tenants));
        try {
            return work.get();
        } finally {
            engineIdentity.clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }
}
