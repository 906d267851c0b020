package org.qingwang.law;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.law.ClockAct.Kind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Changes an open clock between its start and its end. Whoever calls holds the clock's row until the end of the
 * transaction.
 */
@Component
class ClockChanges {

    private final ClockRows table;
    private final ClockHistory history;
    private final ObjectProvider<ClockReader> readers;
    private final Law law;
    private final AuditLog audit;
    private final Clock time;

    ClockChanges(
            ClockRows table,
            ClockHistory history,
            ObjectProvider<ClockReader> readers,
            Law law,
            AuditLog audit,
            Clock time) {
        this.table = table;
        this.history = history;
        this.readers = readers;
        this.law = law;
        this.audit = audit;
        this.time = time;
    }

    /** Its end has passed; once told, it is not told again. */
    void miss(StatutoryClock clock, Instant at) {
        if (table.setMissed(clock.id(), at)) {
            audit.record(AuditEntry.of(
                    "clock.missed",
                    "clock",
                    clock.subject(),
                    Map.of("rule", clock.rule().id(), "due", clock.dueAt().toString())));
        }
    }

    void suspend(StatutoryClock clock, SuspensionGround ground, String reason, Instant at) {
        if (clock.standstill() != null && clock.standstill().ground() == ground) {
            return;
        }
        refuseSuspension(clock, ground, at);
        history.beginPause(clock.id(), at, ground, reason);
        remember(Kind.SUSPENDED, clock, recount(clock), reason, null);
    }

    private void refuseSuspension(StatutoryClock clock, SuspensionGround ground, Instant at) {
        DeadlineRule rule = clock.rule();
        if (!rule.suspension().contains(ground)) {
            throw new BadInput("ground", "law.clock.ground-unknown", rule.name(), rule.nameZh(), word(ground));
        }
        if (clock.standstill() != null) {
            throw new BadInput(
                    "ground",
                    "law.clock.stands-still",
                    rule.name(),
                    rule.nameZh(),
                    word(clock.standstill().ground()));
        }
        if (at.isBefore(lastEvent(clock))) {
            throw new BadInput(
                    "day",
                    "law.clock.before-last",
                    WorkingCalendar.dateOf(lastEvent(clock)).toString());
        }
        refuseIfPassed(clock, at);
    }

    /** A word for the sentence, in whatever language that is said. */
    private static MessageSourceResolvable word(SuspensionGround ground) {
        return new DefaultMessageSourceResolvable(ground.messageKey());
    }

    private Instant lastEvent(StatutoryClock clock) {
        List<Pause> pauses = history.pausesOf(clock.id());
        return pauses.isEmpty()
                ? clock.startedAt()
                : pauses.get(pauses.size() - 1).to();
    }

    void resume(StatutoryClock clock, Instant at) {
        if (clock.standstill() == null) {
            return;
        }
        Instant since = clock.standstill().since();
        if (at.isBefore(since)) {
            throw new BadInput(
                    "day",
                    "law.clock.before-last",
                    WorkingCalendar.dateOf(since).toString());
        }
        history.endPause(clock.id(), at);
        remember(
                Kind.RESUMED, clock, recount(clock), clock.standstill().ground().name(), null);
    }

    void extend(StatutoryClock clock, Integer amount, String reason, Instant at) {
        if (isRepeated(clock, amount, reason)) {
            return;
        }
        Extension step = nextStep(clock);
        refuseIfPassed(clock, at);
        refuseUnlessDecider(clock, step);
        int more = amountOf(clock, step, amount);
        StatutoryClock longer = withExtension(clock, more);
        remember(Kind.EXTENDED, clock, recount(longer), reason, more);
    }

    private boolean isRepeated(StatutoryClock clock, Integer amount, String reason) {
        if (clock.extensions() == 0) {
            return false;
        }
        List<ClockAct> made = history.actsOf(clock.id()).stream()
                .filter(act -> act.kind() == Kind.EXTENDED)
                .toList();
        ClockAct last = made.get(made.size() - 1);
        return last.reason().equals(reason) && (amount == null || amount.equals(last.amount()));
    }

    private static Extension nextStep(StatutoryClock clock) {
        DeadlineRule rule = clock.rule();
        if (clock.extensions() >= rule.extensions().size()) {
            throw new BadInput("", "law.clock.no-extension", rule.name(), rule.nameZh(), clock.extensions());
        }
        return rule.extensions().get(clock.extensions());
    }

    private static int amountOf(StatutoryClock clock, Extension step, Integer amount) {
        Integer more = amount == null ? step.limit() : amount;
        if (more == null) {
            throw new BadInput(
                    "amount",
                    "law.clock.amount-missing",
                    clock.rule().name(),
                    clock.rule().nameZh());
        }
        if (more < 1 || step.limit() != null && more > step.limit()) {
            int most = step.limit() == null ? Integer.MAX_VALUE : step.limit();
            throw new BadInput("amount", "law.clock.amount", more, most);
        }
        return more;
    }

    private static void refuseIfPassed(StatutoryClock clock, Instant at) {
        if (clock.end().filter(at::isAfter).isPresent()) {
            throw new BadInput(
                    "",
                    "law.clock.passed",
                    clock.rule().name(),
                    clock.rule().nameZh(),
                    WorkingCalendar.dateOf(clock.dueAt()).toString());
        }
    }

    private static void refuseUnlessDecider(StatutoryClock clock, Extension step) {
        if (!step.who().is(Actors.current(), clock.jurisdiction())) {
            throw new BadInput(
                    "", step.who() == Extension.Who.OFFICE ? "law.clock.only-office" : "law.clock.only-head");
        }
    }

    private static StatutoryClock withExtension(StatutoryClock clock, int more) {
        return new StatutoryClock(
                clock.id(),
                clock.subject(),
                clock.caseNo(),
                clock.jurisdiction(),
                clock.rule(),
                clock.revision(),
                clock.startedAt(),
                clock.dueAt(),
                clock.metAt(),
                clock.missedAt(),
                clock.endedBy(),
                clock.provisional(),
                clock.stopped(),
                clock.standstill(),
                clock.extended() + more,
                clock.extensions() + 1,
                clock.pauses());
    }

    void stop(StatutoryClock clock, String reason) {
        Instant now = time.instant();
        if (clock.standstill() != null) {
            history.endPause(clock.id(), now);
        }
        table.setStopped(clock.id(), now, Actors.current().userId());
        remember(Kind.STOPPED, clock, clock, reason, null);
    }

    /** Counts the clock by the law in force, writes it, and tells whoever waits for its end. */
    private StatutoryClock recount(StatutoryClock clock) {
        ClockCounter counter = new ClockCounter(law.current());
        StatutoryClock counted = counter.recounted(clock, history.pausesOf(clock.id()), time.instant());
        write(counter, counted);
        tellReaders(counted);
        return counted;
    }

    /**
     * Counts the clock anew because the law or the calendar was corrected.
     *
     * @return whether its end moved
     */
    boolean correct(ClockCounter counter, StatutoryClock clock, String reason) {
        StatutoryClock counted = recounted(counter, clock);
        write(counter, counted);
        boolean moved = !counted.dueAt().equals(clock.dueAt());
        if (moved) {
            tellReaders(counted);
            remember(Kind.RECOUNTED, clock, counted, reason, null);
        }
        return moved;
    }

    /** The clock as this law counts it, not written. Nothing is read for one that never stood still. */
    StatutoryClock recounted(ClockCounter counter, StatutoryClock clock) {
        List<Pause> pauses = clock.pauses() == 0 ? List.of() : history.pausesOf(clock.id());
        return counter.recounted(clock, pauses, time.instant());
    }

    private void write(ClockCounter counter, StatutoryClock counted) {
        table.setCount(counted, counted.missedAt() == null ? counter.next(counted, time.instant()) : null);
    }

    private void tellReaders(StatutoryClock clock) {
        readers.orderedStream().forEach(reader -> reader.moved(clock));
    }

    private void remember(Kind kind, StatutoryClock before, StatutoryClock after, String reason, Integer amount) {
        Actor by = Actors.current();
        ClockAct act = new ClockAct(kind, time.instant(), null, reason, amount, before.dueAt(), after.dueAt());
        history.add(before.id(), act, by);
        Map<String, Object> now = new TreeMap<>();
        now.put("rule", before.rule().id());
        now.put("due", after.dueAt().toString());
        if (amount != null) {
            now.put("amount", amount);
        }
        if (after.standstill() != null) {
            now.put("ground", after.standstill().ground().name());
        }
        audit.record(AuditEntry.of("clock." + kind.name().toLowerCase(Locale.ROOT), "clock", before.subject(), now)
                .withBefore(Map.of("due", before.dueAt().toString()))
                .withReason(reason));
    }
}
