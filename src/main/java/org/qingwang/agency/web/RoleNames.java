package org.qingwang.agency.web;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.Membership;
import org.qingwang.agency.Region;
import org.qingwang.agency.Role;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Roles and jurisdictions in the reader's language, for pages. */
@Component("roleNames")
public class RoleNames {

    private final MessageSource messages;
    private final AgencyService agencies;

    RoleNames(MessageSource messages, AgencyService agencies) {
        this.messages = messages;
        this.agencies = agencies;
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
        Map<String, Region> regions =
                agencies.regions().stream().collect(Collectors.toMap(Region::code, Function.identity()));
        Region region = regions.get(jurisdiction.region());
        boolean chinese = LocaleContextHolder.getLocale().equals(Locale.CHINESE);
        return chinese
                ? region.chineseName() + jurisdiction.agency().chineseName()
                : jurisdiction.agency().englishName() + ", " + region.englishName();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
