package org.qingwang.rehearsal.play;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.rehearsal.Outcome.ClockLine;

/** Counts clocks by place and rule. */
final class ClockTally {

    private final Instant end;
    private final Function<String, Optional<String>> placeOf;

    /** @param placeOf the place that has a complaint or case, for a clock that does not say whose it is */
    ClockTally(Instant end, Function<String, Optional<String>> placeOf) {
        this.end = end;
        this.placeOf = placeOf;
    }

    private record Key(String place, String rule) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::place).thenComparing(Key::rule).compare(this, other);
        }
    }

    List<ClockLine> lines(List<StatutoryClock> clocks) {
        Map<Key, List<StatutoryClock>> groups =
                clocks.stream().collect(Collectors.groupingBy(this::keyOf, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> line(group.getKey(), group.getValue()))
                .toList();
    }

    private Key keyOf(StatutoryClock clock) {
        String place = clock.jurisdiction() != null
                ? clock.jurisdiction()
                : placeOf.apply(clock.file()).orElse("");
        return new Key(place, clock.rule().id());
    }

    private ClockLine line(Key key, List<StatutoryClock> clocks) {
        List<StatutoryClock> missed = clocks.stream().filter(this::isMissed).toList();
        return new ClockLine(
                key.place(),
                key.rule(),
                clocks.size(),
                count(clocks, StatutoryClock.State.MET),
                missed.size(),
                count(clocks, StatutoryClock.State.RUNNING) + count(clocks, StatutoryClock.State.SUSPENDED),
                count(clocks, StatutoryClock.State.STOPPED),
                missed.stream()
                        .map(clock -> monday(clock.dueAt()))
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                missed.stream().mapToInt(this::overdue).max().orElse(0));
    }

    private boolean isMissed(StatutoryClock clock) {
        StatutoryClock.State state = clock.state(end);
        return state == StatutoryClock.State.MISSED || state == StatutoryClock.State.MET_LATE;
    }

    private int count(List<StatutoryClock> clocks, StatutoryClock.State state) {
        return (int) clocks.stream().filter(clock -> clock.state(end) == state).count();
    }

    private int overdue(StatutoryClock clock) {
        Instant done = Objects.requireNonNullElse(clock.metAt(), end);
        return (int) ChronoUnit.DAYS.between(WorkingCalendar.dateOf(clock.dueAt()), WorkingCalendar.dateOf(done));
    }

    private static LocalDate monday(Instant moment) {
        return WorkingCalendar.dateOf(moment).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
