package org.qingwang.agency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingwang.common.StartNotice;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tells at the console whom one can sign in as in the demonstration. */
@Component
@Profile("demo")
class DemoNotice implements StartNotice {

    @Override
    public List<String> lines() {
        Map<String, List<String>> byPlace = new LinkedHashMap<>();
        for (Officer officer : DemoPeople.ALL) {
            Membership membership = officer.memberships().get(0);
            String place = membership.where().map(Jurisdiction::id).orElse("everywhere");
            byPlace.computeIfAbsent(place, none -> new ArrayList<>()).add(account(officer, membership.role()));
        }
        List<String> lines = new ArrayList<>();
        lines.add("Demonstration accounts, all with the password " + DemoPeople.PASSWORD);
        byPlace.forEach((place, accounts) ->
                lines.add(String.format(Locale.ROOT, "  %-22s %s", place, String.join(", ", accounts))));
        return lines;
    }

    private static String account(Officer officer, Role role) {
        return officer.id() + " (" + role.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }
}
