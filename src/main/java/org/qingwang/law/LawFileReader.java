package org.qingwang.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qingwang.common.BadInput;

/** Reads one file of law and refuses it whole if anything in it cannot be right. */
final class LawFileReader {

    private static final Pattern CALENDAR = Pattern.compile("(?:calendar/)?(\\d{4})\\.yaml");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)+");

    private LawFileReader() {}

    /**
     * @param name the file's name, which says what it holds
     * @throws LawFileRefused with every rule's first problem
     */
    static LawFile read(String name, String text) {
        try {
            Matcher calendar = CALENDAR.matcher(name);
            return calendar.matches() ? calendar(name, Integer.parseInt(calendar.group(1)), text) : rules(name, text);
        } catch (LawFileRefused refused) {
            throw refused;
        } catch (BadInput problem) {
            throw new LawFileRefused(List.of(problem));
        }
    }

    /**
     * Reads what somebody uploaded, whatever the file is called: its first field says what it is.
     *
     * @param sent the file's name, for the sentences
     * @throws LawFileRefused with every rule's first problem
     */
    static LawFile readUploaded(String sent, String text) {
        try {
            LawNode root = LawNode.root(sent, LawYaml.read(sent, text));
            if (root.has("year")) {
                return read("calendar/" + root.whole("year", 1900, 9999) + ".yaml", text);
            }
            return Arrays.stream(LawKind.values())
                    .filter(kind -> root.has(kind.key()))
                    .findFirst()
                    .map(kind -> read(kind.fileName(), text))
                    .orElseThrow(() -> new BadInput("file", "law.file.unknown-list", sent, lists()));
        } catch (LawFileRefused refused) {
            throw refused;
        } catch (BadInput problem) {
            throw new LawFileRefused(List.of(problem));
        }
    }

    private static String lists() {
        return Arrays.stream(LawKind.values()).map(LawKind::key).collect(Collectors.joining(", "));
    }

    private static LawFile rules(String name, String text) {
        LawKind kind = LawKind.ofFile(name)
                .orElseThrow(() -> new BadInput(
                        "file",
                        "law.file.unknown-name",
                        name,
                        Arrays.stream(LawKind.values()).map(LawKind::fileName).collect(Collectors.joining(", "))));
        LawNode root = LawNode.root(name, LawYaml.read(name, text));
        root.allow(kind.key());
        Map<String, List<LawRule>> rules = new TreeMap<>();
        List<BadInput> problems = new ArrayList<>();
        for (LawNode entry : root.groups(kind.key())) {
            try {
                add(entry.named(idOf(entry)), kind, rules);
            } catch (BadInput problem) {
                problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new LawFileRefused(problems);
        }
        if (rules.isEmpty()) {
            throw new BadInput("file", "law.file.empty", name);
        }
        return new LawFile(name, Map.copyOf(rules), null);
    }

    private static String idOf(LawNode entry) {
        String id = entry.text("id");
        if (!ID.matcher(id).matches()) {
            throw entry.refused("law.file.not-id", "id", id);
        }
        return id;
    }

    private static void add(LawNode entry, LawKind kind, Map<String, List<LawRule>> rules) {
        List<LawRule> versions = LawBook.byDate(LawRules.versions(kind, entry));
        if (versions.isEmpty()) {
            throw new BadInput("file", "law.file.missing-field", entry.file(), entry.rule(), "versions");
        }
        requireSeamless(entry, versions);
        if (rules.put(entry.rule(), versions) != null) {
            throw new BadInput("file", "law.file.rule-twice", entry.file(), entry.rule());
        }
    }

    private static void requireSeamless(LawNode entry, List<LawRule> versions) {
        for (int i = 0; i < versions.size(); i++) {
            LawRule version = versions.get(i);
            if (version.to() != null && version.to().isBefore(version.from())) {
                throw entry.refused(
                        "law.file.from-after-to",
                        "to",
                        version.to().toString(),
                        version.from().toString());
            }
            if (i > 0) {
                requireNext(entry, versions.get(i - 1), version);
            }
        }
    }

    private static void requireNext(LawNode entry, LawRule earlier, LawRule later) {
        LocalDate dayBefore = later.from().minusDays(1);
        if (dayBefore.equals(earlier.to())) {
            return;
        }
        boolean overlaps = earlier.to() == null || earlier.to().isAfter(dayBefore);
        throw entry.refused(
                overlaps ? "law.file.overlap" : "law.file.gap",
                "to",
                earlier.to() == null ? "–" : earlier.to().toString(),
                later.from().toString(),
                dayBefore.toString());
    }

    private static LawFile calendar(String name, int year, String text) {
        LawNode root = LawNode.root(name, LawYaml.read(name, text)).named(String.valueOf(year));
        root.allow("year", "provisional", "holidays", "makeUpDays");
        if (root.whole("year", 1900, 9999) != year) {
            throw root.refused("law.file.other-year", "year", root.text("year"), String.valueOf(year));
        }
        Set<LocalDate> off = new HashSet<>();
        for (LawNode holiday : root.groups("holidays")) {
            holiday.allow("name", "days");
            holiday.text("name");
            off.addAll(inYear(holiday, "days", year));
        }
        Set<LocalDate> worked = inYear(root, "makeUpDays", year);
        worked.forEach(day -> requireMakeUp(root, day, off));
        return new LawFile(name, Map.of(), new CalendarYear(year, root.flag("provisional"), off, worked));
    }

    private static Set<LocalDate> inYear(LawNode node, String field, int year) {
        Set<LocalDate> days = node.days(field);
        for (LocalDate day : days) {
            if (day.getYear() != year) {
                throw node.refused("law.file.other-year", field, day.toString(), String.valueOf(year));
            }
        }
        return days;
    }

    private static void requireMakeUp(LawNode root, LocalDate day, Set<LocalDate> off) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (!weekend || off.contains(day)) {
            throw root.refused("law.file.no-make-up-day", "makeUpDays", day.toString());
        }
    }
}
