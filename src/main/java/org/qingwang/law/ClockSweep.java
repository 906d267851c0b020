package org.qingwang.law;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whoever has to act at half time, before the end, and when the end has passed; then the head too, and in a
 * supervised case the campaign office. It reads only the rows whose next moment has come. Nodes share the rows, and each
 * moment is recorded in the transaction that tells it: none is told twice, and what fell due while nothing ran is told
 * once when something runs again.
 */
@Service
public class ClockSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSweep.class);
    private static final int BATCH = 100;
    private static final Duration ANOTHER_TRY = Duration.ofHours(1);

    private final ClockRows table;
    private final ClockReminders reminders;
    private final ClockChanges changes;
    private final List<ClockSubjects> subjects;
    private final Law law;
    private final Clock time;

    ClockSweep(
            ClockRows table,
            ClockReminders reminders,
            ClockChanges changes,
            List<ClockSubjects> subjects,
            Law law,
            Clock time) {
        this.table = table;
        this.reminders = reminders;
        this.changes = changes;
        this.subjects = subjects;
        this.law = law;
        this.time = time;
    }

    /**
     * Works on the clocks that have waited longest.
     *
     * @return how many there were; fewer than a full batch if none is left
     */
    @Transactional
    public int tellDue() {
        Instant now = time.instant();
        ClockCounter counter = new ClockCounter(law.current());
        List<StatutoryClock> due = table.lockDue(now, BATCH);
        for (StatutoryClock clock : due) {
            if (isCountable(clock, counter, now)) {
                tell(clock, counter, now);
            } else {
                table.setNext(clock.id(), now.plus(ANOTHER_TRY));
            }
        }
        return due.size();
    }

    /** @return whether {@link #tellDue} left something to do */
    static boolean isFullBatch(int worked) {
        return worked == BATCH;
    }

    /** A clock whose calendar somebody took away must not keep the others from being told. */
    private static boolean isCountable(StatutoryClock clock, ClockCounter counter, Instant now) {
        try {
            counter.toTell(clock, now);
            counter.next(clock, now);
            return true;
        } catch (BadInput missing) {
            LOG.warn("clock {} of {} cannot be counted: {}", clock.rule().id(), clock.subject(), missing.getMessage());
            return false;
        }
    }

    private void tell(StatutoryClock clock, ClockCounter counter, Instant now) {
        ClockReminder.Kind kind = counter.toTell(clock, now);
        if (kind != null) {
            ClockSubjects.Subject subject = subjectOf(clock);
            for (String recipient : recipients(clock, kind, subject)) {
                reminders.add(clock, kind, recipient, now);
            }
        }
        if (kind == ClockReminder.Kind.MISSED) {
            changes.miss(clock, now);
            table.setNext(clock.id(), null);
        } else {
            table.setNext(clock.id(), counter.next(clock, now));
        }
    }

    /** Who is known to be in charge; a clock that was started without saying so learns it here. */
    private ClockSubjects.Subject subjectOf(StatutoryClock clock) {
        ClockSubjects.Subject known = subjects.stream()
                .flatMap(one -> one.find(clock.file()).stream())
                .findFirst()
                .orElse(new ClockSubjects.Subject(null, false));
        if (clock.jurisdiction() == null && known.jurisdiction() != null) {
            table.setJurisdiction(clock.id(), known.jurisdiction());
        }
        return clock.jurisdiction() == null
                ? known
                : new ClockSubjects.Subject(clock.jurisdiction(), known.supervised());
    }

    private static Set<String> recipients(
            StatutoryClock clock, ClockReminder.Kind kind, ClockSubjects.Subject subject) {
        Set<String> groups = new LinkedHashSet<>();
        if (subject.jurisdiction() != null) {
            Jurisdiction jurisdiction = Jurisdiction.parse(subject.jurisdiction());
            groups.add(clock.rule().duty().groupIn(jurisdiction));
            if (kind == ClockReminder.Kind.MISSED) {
                groups.add(jurisdiction.headGroup());
            }
        }
        if (kind == ClockReminder.Kind.MISSED && (subject.supervised() || groups.isEmpty())) {
            groups.add(Actor.OFFICE_GROUP);
        }
        return groups;
    }
}
