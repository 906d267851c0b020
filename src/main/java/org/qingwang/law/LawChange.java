package org.qingwang.law;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a corrected file changes.
 *
 * @param rules ids of rules that read otherwise from then on
 * @param year the year of the working calendar it replaces, or null
 */
record LawChange(Set<String> rules, Integer year) {

    static LawChange between(LawBook before, LawFile file) {
        Set<String> changed = new TreeSet<>();
        file.rules().forEach((id, versions) -> {
            if (!versions.equals(before.rules().getOrDefault(id, List.of()))) {
                changed.add(id);
            }
        });
        CalendarYear year = file.year();
        boolean sameYear =
                year == null || year.equals(before.calendar().find(year.year()).orElse(null));
        return new LawChange(changed, sameYear ? null : year.year());
    }

    boolean isEmpty() {
        return rules.isEmpty() && year == null;
    }
}
