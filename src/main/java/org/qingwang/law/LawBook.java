package org.qingwang.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qingwang.common.BadInput;

/**
 * The law as it was entered up to one revision: every rule with its versions, and the working calendar. It never
 * changes; a corrected file makes another book.
 *
 * @param revision 0 for the files this product brings, then counted up with each corrected file
 * @param rules versions of each rule by date, by the rule's id
 * @param calendar the years entered so far; what is not in it comes from files
 */
record LawBook(int revision, Map<String, List<LawRule>> rules, CalendarYears calendar) {

    LawBook {
        rules = Map.copyOf(rules);
    }

    /** @return all versions of a rule, oldest first; empty if there is no such rule of this kind */
    <R extends LawRule> List<R> versions(Class<R> kind, String id) {
        List<LawRule> versions = rules.getOrDefault(id, List.of());
        return versions.stream().allMatch(kind::isInstance)
                ? versions.stream().map(kind::cast).toList()
                : List.of();
    }

    /**
     * @return the version in force on a day, or empty if none is
     * @throws IllegalArgumentException if there is no such rule
     */
    <R extends LawRule> Optional<R> find(Class<R> kind, String id, LocalDate day) {
        for (LawRule rule : requireRule(kind, id)) {
            if (rule.isInForceOn(day)) {
                return Optional.of(kind.cast(rule));
            }
        }
        return Optional.empty();
    }

    /**
     * @return the version in force on a day
     * @throws IllegalArgumentException if there is no such rule
     * @throws BadInput if no version is in force that day
     */
    <R extends LawRule> R inForce(Class<R> kind, String id, LocalDate day) {
        return find(kind, id, day)
                .orElseThrow(() -> new BadInput(
                        "",
                        "law.no-version",
                        id,
                        day.toString(),
                        rules.get(id).get(0).from().toString()));
    }

    /** @return the version that begins on a day */
    <R extends LawRule> Optional<R> version(Class<R> kind, String id, LocalDate from) {
        return versions(kind, id).stream()
                .filter(rule -> rule.from().equals(from))
                .findFirst();
    }

    /** @return every version of every rule of a kind, by id and then by date */
    <R extends LawRule> List<R> all(Class<R> kind) {
        return new TreeMap<>(rules)
                .values().stream()
                        .flatMap(List::stream)
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .toList();
    }

    /** @return the book with what a corrected file says: its rules replace those of the same id, others stay */
    LawBook with(int newRevision, LawFile file) {
        file.rules().forEach((id, versions) -> requireSameKind(file, id, versions.get(0)));
        Map<String, List<LawRule>> merged = new TreeMap<>(rules);
        merged.putAll(file.rules());
        CalendarYears years = file.year() == null ? calendar : calendar.with(file.year());
        return new LawBook(newRevision, merged, years);
    }

    static List<LawRule> byDate(List<LawRule> versions) {
        return versions.stream().sorted(Comparator.comparing(LawRule::from)).toList();
    }

    private void requireSameKind(LawFile file, String id, LawRule corrected) {
        List<LawRule> known = rules.get(id);
        if (known != null && LawKind.of(known.get(0)) != LawKind.of(corrected)) {
            throw new BadInput(
                    "file",
                    "law.file.other-kind",
                    file.name(),
                    id,
                    LawKind.of(known.get(0)).fileName());
        }
    }

    private List<LawRule> requireRule(Class<? extends LawRule> kind, String id) {
        List<LawRule> versions = rules.get(id);
        if (versions == null || !kind.isInstance(versions.get(0))) {
            throw new IllegalArgumentException("no " + kind.getSimpleName() + " called " + id);
        }
        return versions;
    }
}
