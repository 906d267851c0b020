package org.qingwang.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody's clocks say: what is due next, by when, and of what the person was reminded. */
@Service
public class ClockDesk {

    private static final int SHOWN = 15;

    private final StatutoryClocks clocks;
    private final ClockRows table;
    private final ClockReminders reminders;
    private final List<ClockSubjects> subjects;

    ClockDesk(StatutoryClocks clocks, ClockRows table, ClockReminders reminders, List<ClockSubjects> subjects) {
        this.clocks = clocks;
        this.table = table;
        this.reminders = reminders;
        this.subjects = subjects;
    }

    /**
     * A clock on somebody's desk.
     *
     * @param page address of the case or complaint, or null
     * @param told what the person's groups were last reminded of, or null
     */
    public record Entry(StatutoryClock clock, String page, ClockReminder.Kind told) {}

    /**
     * @return the open clocks of the jurisdictions somebody works for, the earliest end first; for the campaign office
     *     those it was told of
     */
    @Transactional(readOnly = true)
    public List<Entry> of(Actor actor) {
        Map<Long, StatutoryClock> own = new LinkedHashMap<>();
        if (actor.isIn(Actor.OFFICE_GROUP)) {
            table.openToldTo(Actor.OFFICE_GROUP, SHOWN).forEach(clock -> own.put(clock.id(), clock));
        }
        clocks.ownOf(actor, SHOWN).forEach(clock -> own.put(clock.id(), clock));
        Map<Long, ClockReminder.Kind> told = reminders.lastTold(own.keySet(), actor.groups());
        List<Entry> entries = new ArrayList<>();
        own.values().forEach(clock -> entries.add(new Entry(clock, pageOf(clock), told.get(clock.id()))));
        return entries;
    }

    /**
     * Clocks that run and end in a span of time, for whoever watches across agencies or works for the one in question.
     *
     * @param where whose; null for everybody's
     * @param from the first moment, null for all that ended before
     * @return the earliest end first
     * @throws NotAllowed for everybody else
     */
    @Transactional(readOnly = true)
    public List<Entry> ending(Actor actor, ClockPlace where, Instant from, Instant until, int most) {
        if (!actor.seesEverything() && (where == null || !where.isOf(actor))) {
            throw new NotAllowed("clocks of " + where);
        }
        return table.ending(where, from == null ? Instant.EPOCH : from, until, most).stream()
                .map(clock -> new Entry(clock, pageOf(clock), null))
                .toList();
    }

    /**
     * A clock with its history.
     *
     * @param acts what was done to it, oldest first
     * @param told whom it was told to, oldest first
     * @param mayChange whether the reader may let it stand still and run again
     * @param nextStep by what step the reader may make it longer, or null
     */
    public record View(
            StatutoryClock clock,
            String page,
            List<ClockAct> acts,
            List<ClockReminder> told,
            boolean mayChange,
            Extension nextStep) {}

    /** @return a clock; empty if there is none, or if it is none of the reader's business */
    @Transactional(readOnly = true)
    public Optional<View> find(Actor actor, long id) {
        return table.find(id)
                .filter(clock -> maySee(actor, clock))
                .map(clock -> new View(
                        clock,
                        pageOf(clock),
                        clocks.actsOf(clock),
                        reminders.of(clock),
                        clock.isOpen() && worksOn(actor, clock),
                        nextStep(actor, clock)));
    }

    private boolean maySee(Actor actor, StatutoryClock clock) {
        return actor.seesEverything()
                || worksOn(actor, clock)
                || subjects.stream().anyMatch(one -> one.maySee(actor, clock.file()));
    }

    private static boolean worksOn(Actor actor, StatutoryClock clock) {
        return clock.jurisdiction() != null && actor.worksFor(Jurisdiction.parse(clock.jurisdiction()));
    }

    private static Extension nextStep(Actor actor, StatutoryClock clock) {
        List<Extension> steps = clock.rule().extensions();
        if (!clock.isOpen() || clock.extensions() >= steps.size()) {
            return null;
        }
        Extension next = steps.get(clock.extensions());
        return next.who().is(actor, clock.jurisdiction()) ? next : null;
    }

    /** Lets a clock of the person's own agency stand still since a day. */
    @Transactional
    public void suspend(Actor actor, long id, SuspensionGround ground, String reason, LocalDate day) {
        StatutoryClock clock = own(actor, id);
        clocks.suspendOn(clock.subject(), clock.rule().id(), ground, reason, day);
    }

    /** Lets it run again since a day. */
    @Transactional
    public void resume(Actor actor, long id, LocalDate day) {
        StatutoryClock clock = own(actor, id);
        clocks.resumeOn(clock.subject(), clock.rule().id(), day);
    }

    /** Makes it longer; the head's to decide, or the campaign office's where it set the period. */
    @Transactional
    public void extend(Actor actor, long id, Integer amount, String reason) {
        StatutoryClock clock = table.find(id)
                .filter(found -> worksOn(actor, found) || nextStep(actor, found) != null)
                .orElseThrow(() -> new NotAllowed("clock " + id));
        clocks.extend(clock.subject(), clock.rule().id(), amount, reason);
    }

    private StatutoryClock own(Actor actor, long id) {
        return table.find(id).filter(clock -> worksOn(actor, clock)).orElseThrow(() -> new NotAllowed("clock " + id));
    }

    /** @return address of the page of a clock's case or complaint, or null */
    public String pageOf(StatutoryClock clock) {
        return subjects.stream()
                .flatMap(one -> one.pageOf(clock.file()).stream())
                .findFirst()
                .orElse(null);
    }
}
