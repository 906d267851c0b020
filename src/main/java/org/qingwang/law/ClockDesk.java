package org.qingwang.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Actor;
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

    /** @return address of the page of a clock's case or complaint, or null */
    public String pageOf(StatutoryClock clock) {
        return subjects.stream()
                .flatMap(one -> one.pageOf(clock.file()).stream())
                .findFirst()
                .orElse(null);
    }
}
