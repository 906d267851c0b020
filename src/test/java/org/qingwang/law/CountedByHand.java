package org.qingwang.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of {@code docs/deadlines.md}, for one of the rules it stands under.
 *
 * @param heading the period in words, as a person reads it: {@code 7 working days}
 * @param over what lies between the event and the end, for example {@code Spring Festival}
 * @param meanwhile an extension or a pause, or empty
 * @param end the last day or, for hours, the last moment
 */
record CountedByHand(String rule, String heading, String event, List<String> over, String meanwhile, String end) {

    private static final Path PAGE = Path.of("docs/deadlines.md");
    private static final Pattern EXTENDED = Pattern.compile("extended by (\\d+)");
    private static final Pattern PAUSED = Pattern.compile("([a-z ]+) (\\S+) to (\\S+)");
    private static final Pattern RULE = Pattern.compile("- `([a-z.-]+)`: .+");

    /** @return every line for every rule under its heading */
    static List<CountedByHand> all() {
        List<CountedByHand> rows = new ArrayList<>();
        try {
            Stream.of(Files.readString(PAGE).split("\n## ")).skip(1).forEach(section -> rows.addAll(rowsOf(section)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<CountedByHand> rowsOf(String section) {
        List<String> lines = section.lines().toList();
        List<String> rules = lines.stream()
                .map(RULE::matcher)
                .filter(Matcher::matches)
                .map(rule -> rule.group(1))
                .toList();
        List<String[]> table = lines.stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .toList();
        List<CountedByHand> rows = new ArrayList<>();
        for (String rule : rules) {
            table.stream().skip(2).forEach(cells -> rows.add(row(rule, lines.get(0), table.get(0), cells)));
        }
        return rows;
    }

    private static CountedByHand row(String rule, String heading, String[] names, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(names[i].strip(), cells[i].strip().equals("–") ? "" : cells[i].strip());
        }
        if (row.get("by hand").isEmpty()) {
            throw new IllegalStateException("nobody can check " + rule + " from " + row.get("event"));
        }
        List<String> over = List.of(row.get("over").split(", "));
        return new CountedByHand(
                rule, heading, row.get("event"), over, row.getOrDefault("meanwhile", ""), row.get("last day"));
    }

    Instant eventAt() {
        return event.contains(" ") ? moment(event) : at(LocalDate.parse(event).atTime(LocalTime.NOON));
    }

    Instant endsAt() {
        return end.contains(" ") ? moment(end) : WorkingCalendar.endOf(LocalDate.parse(end));
    }

    LocalDate eventDay() {
        return WorkingCalendar.dateOf(eventAt());
    }

    /** Whether this day lies between event and end, both included, whichever comes first. */
    boolean crosses(LocalDate day) {
        LocalDate one = eventDay();
        LocalDate other = WorkingCalendar.dateOf(endsAt());
        LocalDate first = one.isBefore(other) ? one : other;
        LocalDate last = one.isBefore(other) ? other : one;
        return !day.isBefore(first) && !day.isAfter(last);
    }

    int extendedBy() {
        Matcher extended = EXTENDED.matcher(meanwhile);
        return extended.matches() ? Integer.parseInt(extended.group(1)) : 0;
    }

    List<Pause> pauses() {
        Matcher paused = PAUSED.matcher(meanwhile);
        if (!paused.matches()) {
            return List.of();
        }
        SuspensionGround ground =
                SuspensionGround.valueOf(paused.group(1).replace(' ', '_').toUpperCase(Locale.ROOT));
        return List.of(new Pause(
                at(LocalDate.parse(paused.group(2)).atTime(10, 0)),
                at(LocalDate.parse(paused.group(3)).atTime(16, 0)),
                ground,
                ""));
    }

    private static Instant moment(String dayAndTime) {
        return at(LocalDateTime.parse(dayAndTime.replace(' ', 'T')));
    }

    private static Instant at(LocalDateTime inChina) {
        return inChina.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
