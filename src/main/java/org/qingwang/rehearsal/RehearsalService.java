package org.qingwang.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rehearsals for the campaign office and supervisors: asked for, followed, ended, kept. One is played at a time; the
 * others wait. Every use case may be called twice.
 */
@Service
@Transactional
public class RehearsalService {

    public static final int MOST_COMPLAINTS = 5000;
    public static final int MOST_WEEKS = 52;
    public static final int MOST_HOURS = 12;
    static final int MOST_WAITING = 5;

    /** Statutory periods run on after the last day that is played. */
    private static final int DAYS_AFTER = 200;

    private final Rehearsals table;
    private final StageDatabase database;
    private final WorkingCalendar calendar;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RehearsalService(
            Rehearsals table,
            StageDatabase database,
            WorkingCalendar calendar,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.database = database;
        this.calendar = calendar;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** There is something to rehearse. */
    record Asked(String rehearsalNo) {}

    /** Whether somebody may rehearse and read rehearsals. */
    public static boolean mayRehearse(Actor actor) {
        return actor.seesEverything();
    }

    /**
     * Asks for a rehearsal.
     *
     * @param formKey of the form it was written in: the same again asks for nothing more
     * @return its number
     * @throws NotAllowed if the current person is neither of the campaign office nor a supervisor
     * @throws BadInput if the plan is too large or not sound, too many wait, or no database can be made for it
     */
    public String ask(RehearsalPlan plan, UUID formKey) {
        Actor actor = requireRehearser();
        Optional<Rehearsal> before = table.ofForm(formKey);
        if (before.isPresent()) {
            return before.get().rehearsalNo();
        }
        check(plan);
        if (!database.mayBeMade()) {
            throw new BadInput("", "rehearsal.no-database", database.account());
        }
        if (table.waiting() >= MOST_WAITING) {
            throw new BadInput("", "rehearsal.too-many", MOST_WAITING);
        }
        Instant now = clock.instant();
        Rehearsal asked = asked(plan, actor, now);
        if (!table.add(asked, formKey)) {
            return table.ofForm(formKey).orElseThrow().rehearsalNo();
        }
        audit.record(AuditEntry.of("rehearsal.asked", "rehearsal", asked.rehearsalNo(), facts(plan)));
        events.publishEvent(new Asked(asked.rehearsalNo()));
        return asked.rehearsalNo();
    }

    private Rehearsal asked(RehearsalPlan plan, Actor actor, Instant now) {
        String number = "TY-%d-%04d".formatted(WorkingCalendar.dateOf(now).getYear(), table.nextNumber());
        return new Rehearsal(
                number,
                actor.userId(),
                actor.name(),
                now,
                Rehearsal.Stage.WAITING,
                plan,
                Optional.empty(),
                null,
                0,
                0,
                null,
                null);
    }

    /** Ends one that waits or is played. Nothing happens if it is over. */
    public void cancel(String rehearsalNo) {
        requireRehearser();
        if (table.cancel(rehearsalNo, clock.instant())) {
            audit.record(AuditEntry.of("rehearsal.cancelled", "rehearsal", rehearsalNo, Map.of()));
        }
    }

    /** @throws NotAllowed if there is none, or the current person may not read it */
    @Transactional(readOnly = true)
    public Rehearsal get(String rehearsalNo) {
        requireRehearser();
        return table.find(rehearsalNo).orElseThrow(() -> new NotAllowed("rehearsal " + rehearsalNo));
    }

    /** @return the newest first */
    @Transactional(readOnly = true)
    public List<Rehearsal> newest(int offset, int most) {
        requireRehearser();
        return table.newest(offset, most);
    }

    private void check(RehearsalPlan plan) {
        within("weeks", plan.weeks(), 1, MOST_WEEKS);
        within("weeksAfter", plan.weeksAfter(), 0, MOST_WEEKS);
        within("hours", plan.hours(), 1, MOST_HOURS);
        if (plan.places().isEmpty()) {
            throw new BadInput("place", "rehearsal.place.missing");
        }
        if (plan.places().stream().map(Place::jurisdiction).distinct().count()
                < plan.places().size()) {
            throw new BadInput("place", "rehearsal.place.twice");
        }
        if (plan.complaints() < 1 || plan.complaints() > MOST_COMPLAINTS) {
            throw new BadInput("perWeek", "rehearsal.complaints", plan.complaints(), MOST_COMPLAINTS);
        }
        checkCalendar(plan);
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInput(field, "rehearsal.number." + field, String.valueOf(value), least, most);
        }
    }

    /** A year without a working calendar is said now and not in the middle of a run. */
    private void checkCalendar(RehearsalPlan plan) {
        LocalDate last = plan.firstDay()
                .plusWeeks((long) plan.weeks() + plan.weeksAfter())
                .plusDays(DAYS_AFTER);
        for (int year = plan.firstDay().getYear(); year <= last.getYear(); year++) {
            calendar.isWorkingDay(LocalDate.of(year, 1, 1));
        }
    }

    private static Actor requireRehearser() {
        Actor actor = Actors.current();
        if (!mayRehearse(actor)) {
            throw new NotAllowed(actor.userId() + " does not rehearse campaigns");
        }
        return actor;
    }

    private static Map<String, Object> facts(RehearsalPlan plan) {
        return Map.of(
                "firstDay", plan.firstDay().toString(),
                "weeks", plan.weeks(),
                "complaints", plan.complaints(),
                "places", plan.places().stream().map(Place::jurisdiction).toList(),
                "seed", plan.seed());
    }
}
