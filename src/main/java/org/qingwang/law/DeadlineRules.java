package org.qingwang.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All statutory periods with their versions, from {@code law/deadlines.yaml}. */
@Component
public class DeadlineRules {

    private static final String FILE = "law/deadlines.yaml";

    private final Map<String, List<DeadlineRule>> versionsById = new TreeMap<>();

    private record Deadlines(List<Entry> deadlines) {}

    private record Entry(
            String id, String name, String nameZh, String startsAt, String startsAtZh, List<Version> versions) {

        List<DeadlineRule> rules() {
            return versions.stream()
                    .map(version -> version.of(this))
                    .sorted(Comparator.comparing(DeadlineRule::from))
                    .toList();
        }
    }

    private record Version(
            int limit,
            DayUnit unit,
            String law,
            String lawZh,
            String article,
            LocalDate from,
            LocalDate to,
            boolean verified,
            String note) {

        DeadlineRule of(Entry entry) {
            return new DeadlineRule(
                    entry.id(),
                    entry.name(),
                    entry.nameZh(),
                    limit,
                    unit,
                    entry.startsAt(),
                    entry.startsAtZh(),
                    new LegalBasis(law, lawZh, article),
                    from,
                    to,
                    verified,
                    note);
        }
    }

    DeadlineRules() {
        for (Entry entry : LawFiles.read(FILE, Deadlines.class).deadlines()) {
            if (versionsById.put(entry.id(), entry.rules()) != null) {
                throw new IllegalStateException(FILE + " names " + entry.id() + " twice");
            }
            requireNoOverlap(entry.rules());
        }
    }

    /**
     * @param id for example {@code complaint.acceptance}
     * @param start the day on which the period starts to run, which decides the version
     * @throws IllegalArgumentException if there is no such rule or no version in force that day
     */
    public DeadlineRule inForce(String id, LocalDate start) {
        return versions(id).stream()
                .filter(rule -> rule.isInForceOn(start))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(FILE + ": no version of " + id + " on " + start));
    }

    /** @return one version, as a clock remembers it */
    public Optional<DeadlineRule> version(String id, LocalDate from) {
        return versionsById.getOrDefault(id, List.of()).stream()
                .filter(rule -> rule.from().equals(from))
                .findFirst();
    }

    /** @return every version of every rule, by id and then by date */
    public List<DeadlineRule> all() {
        return versionsById.values().stream().flatMap(List::stream).toList();
    }

    private List<DeadlineRule> versions(String id) {
        List<DeadlineRule> versions = versionsById.get(id);
        if (versions == null) {
            throw new IllegalArgumentException(FILE + " has no rule " + id);
        }
        return versions;
    }

    private static void requireNoOverlap(List<DeadlineRule> versions) {
        for (int i = 1; i < versions.size(); i++) {
            DeadlineRule earlier = versions.get(i - 1);
            if (earlier.to() == null || !earlier.to().isBefore(versions.get(i).from())) {
                throw new IllegalStateException(FILE + ": versions of " + earlier.id() + " overlap");
            }
        }
    }
}
