package org.qingwang.law;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The statutory periods that run for complaints and cases. A subject is the number of a complaint or case, or of a part
 * of a case that has a number of its own. At most one clock for a subject and rule is open at a time; once met or
 * stopped, the next start begins a new round. Every method may be called twice: the second call finds its work done.
 *
 * <p>Starting and meeting a clock is part of the act that causes it and stands in that act's audit entry; what else
 * happens to a clock is audited by itself, and stands with its reason in the clock's own history.
 */
@Service
@Transactional
public class StatutoryClocks {

    private final ClockRows table;
    private final ClockHistory history;
    private final ClockChanges changes;
    private final Law law;
    private final Clock time;

    StatutoryClocks(ClockRows table, ClockHistory history, ClockChanges changes, Law law, Clock time) {
        this.table = table;
        this.history = history;
        this.changes = changes;
        this.law = law;
        this.time = time;
    }

    /**
     * Starts the clock if none is open for its subject and rule.
     *
     * @return the open clock
     */
    public StatutoryClock start(ClockStart start) {
        Optional<StatutoryClock> running = table.open(start.subject(), start.ruleId());
        if (running.isPresent()) {
            return inHandsOf(start.jurisdiction(), running.get());
        }
        Instant now = time.instant();
        ClockCounter counter = new ClockCounter(law.current());
        StatutoryClock clock = counter.started(start, start.event() == null ? now : start.event());
        return table.addIfNoneOpen(clock, counter.next(clock, now))
                .map(clock::withId)
                .orElseGet(() -> table.open(start.subject(), start.ruleId()).orElseThrow());
    }

    /** Whoever asks for the clock now is who must act: a case may have been given to another agency. */
    private StatutoryClock inHandsOf(String jurisdiction, StatutoryClock clock) {
        if (jurisdiction != null && !jurisdiction.equals(clock.jurisdiction())) {
            table.setJurisdiction(clock.id(), jurisdiction);
        }
        return clock;
    }

    /**
     * Starts the clock now if none is open.
     *
     * @return the last instant in time of the open clock
     */
    public Instant due(String subject, String ruleId) {
        return start(ClockStart.of(subject, ruleId)).dueAt();
    }

    /** The same, for the jurisdiction that must act or keep watch. */
    public Instant due(String subject, String ruleId, Jurisdiction jurisdiction) {
        return start(ClockStart.of(subject, ruleId).by(jurisdiction)).dueAt();
    }

    /**
     * Starts the clock, if none is open, with an event that happened on an earlier day or today.
     *
     * @param event the day of the event, which itself does not count
     * @return the last instant in time of the open clock
     */
    public Instant dueSince(String subject, String ruleId, LocalDate event) {
        return start(ClockStart.of(subject, ruleId).on(event)).dueAt();
    }

    /** The same, for the jurisdiction that must act or keep watch. */
    public Instant dueSince(String subject, String ruleId, LocalDate event, Jurisdiction jurisdiction) {
        return start(ClockStart.of(subject, ruleId).on(event).by(jurisdiction)).dueAt();
    }

    /** What was due has just been done. Nothing happens if no such clock is open. */
    public void met(String subject, String ruleId) {
        close(subject, ruleId, time.instant());
    }

    /** What was due was done on this day, not after today. Nothing happens if no such clock is open. */
    public void metOn(String subject, String ruleId, LocalDate day) {
        Instant now = time.instant();
        close(subject, ruleId, day.equals(WorkingCalendar.dateOf(now)) ? now : WorkingCalendar.endOf(day));
    }

    private void close(String subject, String ruleId, Instant at) {
        if (table.setMetInTime(subject, ruleId, at, Actors.current().userId())) {
            return;
        }
        Optional<StatutoryClock> running = table.open(subject, ruleId);
        if (running.isEmpty()) {
            return;
        }
        StatutoryClock clock = running.get().standstill() == null ? running.get() : runningAgain(subject, ruleId, at);
        if (clock.missedAt() == null && clock.end().filter(at::isAfter).isPresent()) {
            changes.miss(clock, at);
        }
        table.setMet(subject, ruleId, at, Actors.current().userId());
    }

    /** Whether something was done in time while its clock stood still shows only when the clock is counted again. */
    private StatutoryClock runningAgain(String subject, String ruleId, Instant at) {
        StatutoryClock clock = table.lockOpen(subject, ruleId).orElseThrow();
        Instant since = clock.standstill().since();
        changes.resume(clock, at.isBefore(since) ? since : at);
        return table.open(subject, ruleId).orElseThrow();
    }

    /**
     * The end has passed and what was due is not done. Nothing happens if no such clock is open, if it was made longer
     * or stands still in the meantime, or twice.
     */
    public void missed(String subject, String ruleId) {
        Instant now = time.instant();
        table.open(subject, ruleId)
                .filter(clock -> clock.missedAt() == null)
                .filter(clock -> clock.end().filter(end -> !now.isBefore(end)).isPresent())
                .ifPresent(clock -> changes.miss(clock, now));
    }

    /**
     * What was due is no longer needed: the clock ends, neither met nor missed.
     *
     * @param reason why
     */
    public void stop(String subject, String ruleId, String reason) {
        table.lockOpen(subject, ruleId).ifPresent(clock -> changes.stop(clock, required(reason)));
    }

    /** The same for every open clock of a subject. Parts of a case with a number of their own live and end by themselves. */
    public void stopAll(String subject, String reason) {
        table.openOf(subject).forEach(clock -> changes.stop(clock, required(reason)));
    }

    /**
     * From now on the clock stands still.
     *
     * @throws BadInput if none is open, if its rule does not know the ground, if its end has passed, or if it stands
     *     still on another ground
     */
    public void suspend(String subject, String ruleId, SuspensionGround ground, String reason) {
        changes.suspend(openOrRefuse(subject, ruleId), ground, required(reason), time.instant());
    }

    /** The same since an earlier day or today; that day still counts. */
    public void suspendOn(String subject, String ruleId, SuspensionGround ground, String reason, LocalDate day) {
        changes.suspend(openOrRefuse(subject, ruleId), ground, required(reason), instantOf(day));
    }

    /** The clock runs again from now on. Nothing happens if it runs. */
    public void resume(String subject, String ruleId) {
        table.lockOpen(subject, ruleId).ifPresent(clock -> changes.resume(clock, time.instant()));
    }

    /** The same since an earlier day or today; that day does not count yet. */
    public void resumeOn(String subject, String ruleId, LocalDate day) {
        table.lockOpen(subject, ruleId).ifPresent(clock -> changes.resume(clock, instantOf(day)));
    }

    /**
     * Makes the clock longer by the next step its rule knows. The same reason and amount again is the same decision.
     *
     * @param amount by how much, in the unit of the rule; null for as much as the rule allows
     * @param reason why
     * @throws BadInput if none is open, its end has passed, the person is not the head, the rule knows no further step,
     *     or the amount is more than it allows
     */
    public void extend(String subject, String ruleId, Integer amount, String reason) {
        changes.extend(openOrRefuse(subject, ruleId), amount, required(reason), time.instant());
    }

    /** @return all clocks that run or ran for a complaint, or for a case and its parts, the earliest end first */
    @Transactional(readOnly = true)
    public List<StatutoryClock> of(String number) {
        return table.of(number);
    }

    /**
     * What still runs before what is over: by the end of a long case the one clock that matters is one of twenty.
     *
     * @return the same as {@link #of}, for somebody to read
     */
    @Transactional(readOnly = true)
    public List<StatutoryClock> openFirst(String number) {
        return table.of(number).stream()
                .sorted(Comparator.comparing(clock -> !clock.isOpen()))
                .toList();
    }

    /** @return the clock that is open for a subject and rule */
    @Transactional(readOnly = true)
    public Optional<StatutoryClock> open(String subject, String ruleId) {
        return table.open(subject, ruleId);
    }

    /** @return what was done to a clock between its start and its end, oldest first */
    @Transactional(readOnly = true)
    public List<ClockAct> actsOf(StatutoryClock clock) {
        return history.actsOf(clock.id());
    }

    /**
     * The same for those of its open clocks whose rules begin so.
     *
     * @param rules for example {@code commerce.}
     */
    public void stopAll(String subject, String rules, String reason) {
        table.openOf(subject).stream()
                .filter(clock -> clock.rule().id().startsWith(rules))
                .forEach(clock -> changes.stop(clock, required(reason)));
    }

    /** Every open clock of a case and its parts for which one jurisdiction had to act is another's from now on. */
    public void handOver(String caseNo, Jurisdiction from, Jurisdiction to) {
        table.handOver(caseNo, "", from.id(), to.id());
    }

    /**
     * The same for those clocks whose rules begin so.
     *
     * @param rules for example {@code platform.}
     */
    public void handOver(String caseNo, String rules, Jurisdiction from, Jurisdiction to) {
        table.handOver(caseNo, rules, from.id(), to.id());
    }

    /** @return every open clock of these numbers: of complaints, of cases with their parts */
    @Transactional(readOnly = true)
    public List<StatutoryClock> openOfAny(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : table.openOfAny(numbers);
    }

    /** @return these clocks, the earliest end first; whether the reader may see what they are of is for the caller to say */
    @Transactional(readOnly = true)
    public List<StatutoryClock> all(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : table.all(ids);
    }

    /** @return open clocks of every jurisdiction somebody works for, the earliest end first */
    @Transactional(readOnly = true)
    public List<StatutoryClock> ownOf(Actor actor, int most) {
        List<String> jurisdictions = actor.groups().stream()
                .map(StatutoryClocks::jurisdictionOf)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return jurisdictions.isEmpty() ? List.of() : table.openIn(jurisdictions, most);
    }

    private static String jurisdictionOf(String group) {
        String stem = group.replaceFirst("-(head|legal)$", "");
        return stem.matches("[a-z]+-\\d{6}") ? stem : null;
    }

    private StatutoryClock openOrRefuse(String subject, String ruleId) {
        return table.lockOpen(subject, ruleId)
                .orElseThrow(() -> new BadInput("", "law.clock.none-open", subject, ruleId));
    }

    private Instant instantOf(LocalDate day) {
        Instant now = time.instant();
        if (day.isAfter(WorkingCalendar.dateOf(now))) {
            throw new BadInput("day", "law.clock.in-the-future", day.toString());
        }
        return day.equals(WorkingCalendar.dateOf(now))
                ? now
                : day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    private static String required(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new BadInput("reason", "law.clock.reason-missing");
        }
        return reason.strip();
    }
}
