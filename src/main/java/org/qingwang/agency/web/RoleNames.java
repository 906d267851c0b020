package org.qingwang.agency.web;

import java.util.List;
import org.qingwang.agency.Actor;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.Membership;
import org.qingwang.agency.Officer;
import org.qingwang.agency.PlaceNames;
import org.qingwang.agency.Role;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Roles and jurisdictions in the reader's language, for pages. */
@Component("roleNames")
public class RoleNames {

    private final MessageSource messages;
    private final AgencyService agencies;
    private final PlaceNames places;

    RoleNames(MessageSource messages, AgencyService agencies, PlaceNames places) {
        this.messages = messages;
        this.agencies = agencies;
        this.places = places;
    }

    /** For example {@code Officer, Commerce (market regulation), Zhejiang}. */
    public String of(Membership membership) {
        return membership
                .where()
                .map(where -> text("agency.roleWhere", of(membership.role()), of(where)))
                .orElseGet(() -> of(membership.role()));
    }

    public String of(Role role) {
        return text("agency.role." + role.name());
    }

    public String of(Jurisdiction jurisdiction) {
        return places.jurisdiction(jurisdiction);
    }

    /** All that somebody is, one text for each role. */
    public List<String> of(Actor actor) {
        return agencies.find(actor.userId()).map(Officer::memberships).orElse(List.of()).stream()
                .map(this::of)
                .toList();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
