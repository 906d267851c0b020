package org.qingwang.law;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.qingwang.law.StatutoryClock.Standstill;

/** Counts clocks by one book of law: where they end, and when somebody has to be told. */
final class ClockCounter {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration LONGEST_NOTICE = Duration.ofDays(30);

    private final LawBook book;
    private final WorkingCalendar calendar;

    ClockCounter(LawBook book) {
        this.book = book;
        this.calendar = new WorkingCalendar(book);
    }

    /** A clock that starts with an event. */
    StatutoryClock started(ClockStart start, Instant event) {
        DeadlineRule rule = book.inForce(DeadlineRule.class, start.ruleId(), WorkingCalendar.dateOf(event));
        int extended = start.lasting() == null ? 0 : start.lasting() - rule.limit();
        PeriodCount count = new PeriodCount(rule, event, extended, List.of(), calendar);
        Instant due = count.due();
        return new StatutoryClock(
                0,
                start.subject(),
                start.caseNo(),
                start.jurisdiction(),
                rule,
                book.revision(),
                event,
                due,
                null,
                null,
                null,
                count.isProvisional(due),
                false,
                null,
                extended,
                0,
                0);
    }

    /**
     * The same clock counted anew by this book.
     *
     * @param pauses every time it stood still; one that has not ended keeps it where it stands, or at its cap
     */
    StatutoryClock recounted(StatutoryClock clock, List<Pause> pauses, Instant now) {
        DeadlineRule rule =
                book.inForce(DeadlineRule.class, clock.rule().id(), WorkingCalendar.dateOf(clock.startedAt()));
        List<Pause> ended = pauses.stream().filter(pause -> pause.to() != null).toList();
        Standstill standstill = pauses.stream()
                .filter(pause -> pause.to() == null)
                .map(pause -> new Standstill(pause.from(), pause.ground()))
                .findFirst()
                .orElse(null);
        PeriodCount count = new PeriodCount(rule, clock.startedAt(), clock.extended(), ended, calendar);
        boolean untilCap = standstill != null && rule.cap() != null;
        Instant due = untilCap ? count.cap() : count.due();
        return new StatutoryClock(
                clock.id(),
                clock.subject(),
                clock.caseNo(),
                clock.jurisdiction(),
                rule,
                book.revision(),
                clock.startedAt(),
                due,
                clock.metAt(),
                now.isAfter(due) ? clock.missedAt() : null,
                clock.endedBy(),
                count.isProvisional(due),
                clock.stopped(),
                standstill,
                clock.extended(),
                clock.extensions(),
                pauses.size());
    }

    /** @return when somebody has to be told next, after this instant; null if nothing is to come while it stands still */
    Instant next(StatutoryClock clock, Instant after) {
        if (clock.end().isEmpty()) {
            return null;
        }
        Instant half = halfTime(clock);
        Instant ending = ending(clock);
        if (half != null && after.isBefore(half) && half.isBefore(ending)) {
            return half;
        }
        return after.isBefore(ending) ? ending : passed(clock);
    }

    /** @return what is to be told about the clock now, or null if nothing is */
    ClockReminder.Kind toTell(StatutoryClock clock, Instant now) {
        if (clock.end().isEmpty()) {
            return null;
        }
        if (now.isAfter(clock.dueAt())) {
            return ClockReminder.Kind.MISSED;
        }
        if (!now.isBefore(ending(clock))) {
            return ClockReminder.Kind.ENDING;
        }
        Instant half = halfTime(clock);
        return half != null && !now.isBefore(half) ? ClockReminder.Kind.HALF_TIME : null;
    }

    private static Instant passed(StatutoryClock clock) {
        return clock.dueAt().plusSeconds(1);
    }

    private static Instant halfTime(StatutoryClock clock) {
        return clock.rule().backwards()
                ? null
                : clock.startedAt()
                        .plus(Duration.between(clock.startedAt(), clock.dueAt()).dividedBy(2));
    }

    /** The morning of the last working day before the day it ends; where days do not count, with a quarter of it left. */
    private Instant ending(StatutoryClock clock) {
        if (clock.rule().needsCalendar()) {
            LocalDate day = WorkingCalendar.dateOf(clock.dueAt()).minusDays(1);
            while (!calendar.isWorkingDay(day)) {
                day = day.minusDays(1);
            }
            return day.atTime(MORNING).atZone(WorkingCalendar.ZONE).toInstant();
        }
        Duration quarter =
                Duration.between(clock.startedAt(), clock.dueAt()).abs().dividedBy(4);
        return clock.dueAt().minus(quarter.compareTo(LONGEST_NOTICE) > 0 ? LONGEST_NOTICE : quarter);
    }
}
