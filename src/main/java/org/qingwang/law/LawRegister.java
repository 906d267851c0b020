package org.qingwang.law;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the law as it is entered: every rule with its versions, and what rests on each. */
@Service
public class LawRegister {

    /** From the first campaign on. */
    private static final int FIRST_YEAR = 2004;

    private final Law law;
    private final ClockRows clocks;
    private final List<LawUses> uses;
    private final Clock time;

    LawRegister(Law law, ClockRows clocks, List<LawUses> uses, Clock time) {
        this.law = law;
        this.clocks = clocks;
        this.uses = uses;
        this.time = time;
    }

    /**
     * A rule with its versions.
     *
     * @param versions oldest first
     */
    public record Entry(LawKind kind, String id, List<Version> versions) {

        /** The version in force, or the last one. */
        public Version latest() {
            return versions.stream().filter(Version::inForce).findFirst().orElse(versions.get(versions.size() - 1));
        }
    }

    /**
     * A version and what rests on it.
     *
     * @param inForce whether it is in force today
     */
    public record Version(LawRule rule, boolean inForce, Resting resting) {}

    /** @return every rule, by kind and id */
    @Transactional(readOnly = true)
    public List<Entry> all() {
        Map<String, Resting> resting = resting();
        List<Entry> entries = new ArrayList<>();
        for (LawKind kind : LawKind.values()) {
            law.current().all(kind.type()).stream()
                    .map(LawRule::id)
                    .distinct()
                    .forEach(id -> entries.add(entry(kind, law.current().rules().get(id), resting)));
        }
        return entries;
    }

    /** @return one rule; empty if there is none of this id */
    @Transactional(readOnly = true)
    public Optional<Entry> find(String id) {
        List<LawRule> versions = law.current().rules().get(id);
        return versions == null
                ? Optional.empty()
                : Optional.of(entry(LawKind.of(versions.get(0)), versions, resting()));
    }

    /** @return how many clocks ever ran under each version of a rule */
    @Transactional(readOnly = true)
    public Map<LocalDate, Long> everUnder(String id) {
        return clocks.everUnder(id);
    }

    /** @return the rule as a file of law, to be corrected; empty if there is none of this id */
    public Optional<String> fileOf(String id) {
        return Optional.ofNullable(law.current().rules().get(id)).map(LawFileWriter::write);
    }

    /**
     * A year of the working calendar.
     *
     * @param provisional whether the State Council's notice is still awaited
     * @param daysOff days off, weekends aside
     * @param makeUpDays Saturdays and Sundays that are worked
     */
    public record Year(int year, boolean provisional, List<LocalDate> daysOff, List<LocalDate> makeUpDays) {}

    /** @return the years of the working calendar known without a gap, the last one first */
    public List<Year> calendar() {
        List<Year> years = new ArrayList<>();
        Optional<CalendarYear> year = law.current().calendar().find(FIRST_YEAR);
        while (year.isPresent()) {
            CalendarYear known = year.get();
            years.add(
                    0,
                    new Year(
                            known.year(),
                            known.provisional(),
                            known.daysOff().stream().sorted().toList(),
                            known.makeUpDays().stream().sorted().toList()));
            year = law.current().calendar().find(known.year() + 1);
        }
        return years;
    }

    /** @return number of the newest correction, 0 if there is none */
    public int revision() {
        return law.current().revision();
    }

    private Entry entry(LawKind kind, List<LawRule> versions, Map<String, Resting> resting) {
        LocalDate today = WorkingCalendar.dateOf(time.instant());
        List<Version> shown = versions.stream()
                .map(rule -> new Version(
                        rule,
                        rule.isInForceOn(today),
                        resting.getOrDefault(key(rule.id(), rule.from()), new Resting(rule.id(), rule.from(), 0, 0))))
                .toList();
        return new Entry(kind, versions.get(0).id(), shown);
    }

    private Map<String, Resting> resting() {
        Map<String, Resting> all = new HashMap<>();
        clocks.resting().forEach(one -> all.put(key(one.ruleId(), one.version()), one));
        uses.forEach(use -> use.resting().forEach(one -> all.put(key(one.ruleId(), one.version()), one)));
        return all;
    }

    private static String key(String id, LocalDate version) {
        return id + " " + version;
    }
}
