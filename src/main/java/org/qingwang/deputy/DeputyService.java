package org.qingwang.deputy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.GivenText;
import org.qingwang.common.NotAllowed;
import org.qingwang.engine.intervention.StandIns;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deputies of officers who are away. While it holds, the absent officer's tasks are the deputy's, as far as the deputy could
 * do each by own rights: nobody gets a right by standing in. When it ends they go back.
 */
@Service
@Transactional
public class DeputyService implements StandIns {

    /** Nobody plans further ahead, and a mistyped year would hand somebody's tasks over for good. */
    static final int LONGEST_DAYS = 366;

    private static final int MOST_SHOWN = 200;
    private static final int SHOWN_DAYS = 90;

    private final Deputyships deputyships;
    private final AgencyService agencies;
    private final HandedTasks tasks;
    private final AuditLog audit;
    private final Clock clock;

    DeputyService(Deputyships deputyships, AgencyService agencies, HandedTasks tasks, AuditLog audit, Clock clock) {
        this.deputyships = deputyships;
        this.agencies = agencies;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** For whom the current person may name a deputy: for herself, and as head for everybody of the agency. */
    @Transactional(readOnly = true)
    public List<Officer> absentees() {
        Actor actor = Actors.current();
        return colleagues().stream()
                .filter(officer -> officer.id().equals(actor.userId()) || isHead(actor))
                .toList();
    }

    /** Who of the current person's agency may stand in: everybody who works there. */
    @Transactional(readOnly = true)
    public List<Officer> colleagues() {
        return Actors.current().homeJurisdiction().map(agencies::membersOf).orElse(List.of());
    }

    /** Deputies of the current person's agency, now, later and of the last ninety days. */
    @Transactional(readOnly = true)
    public List<Deputyship> list() {
        return Actors.current()
                .homeJurisdiction()
                .map(home -> deputyships.of(home, today().minusDays(SHOWN_DAYS), MOST_SHOWN))
                .orElse(List.of());
    }

    /** Whether the current person may end it: who is away, who stands in, and their head. */
    public static boolean mayEnd(Deputyship deputyship) {
        Actor actor = Actors.current();
        return deputyship.absent().equals(actor.userId())
                || deputyship.deputy().equals(actor.userId())
                || actor.isHeadOf(deputyship.jurisdiction());
    }

    /**
     * Names a deputy. The same again changes nothing.
     *
     * @param firstDay not before today
     * @throws BadInput if the days are no time, or either person is away or stands in for another at that time
     * @throws NotAllowed if the current person may not, or somebody is of another agency
     */
    public void name(String absentId, String deputyId, LocalDate firstDay, LocalDate lastDay, String reason) {
        String given = GivenText.required("reason", reason, "deputy.reason-missing", "deputy.reason-too-long");
        Officer absent = chosen("absent", absentId, absentees());
        Officer deputy = chosen("deputy", deputyId, colleagues());
        requireTime(firstDay, lastDay);
        requireFit(absent, deputy);
        deputyships.lock();
        Deputyship wanted = new Deputyship(
                0,
                absent.id(),
                absent.name(),
                deputy.id(),
                deputy.name(),
                Actors.current().homeJurisdiction().orElseThrow(),
                firstDay,
                lastDay,
                given,
                Actors.current().userId(),
                null,
                null);
        List<Deputyship> ofAbsent = deputyships.about(absent.id(), firstDay, lastDay);
        if (ofAbsent.stream().anyMatch(isSameAs(wanted))) {
            return;
        }
        requireFree(wanted, ofAbsent, deputyships.about(deputy.id(), firstDay, lastDay));
        deputyships.add(wanted, clock.instant());
        audit.record(AuditEntry.of("deputy.named", "officer", absent.id(), facts(wanted))
                .withReason(given));
    }

    private static Predicate<Deputyship> isSameAs(Deputyship wanted) {
        return known -> known.absent().equals(wanted.absent())
                && known.deputy().equals(wanted.deputy())
                && known.firstDay().equals(wanted.firstDay())
                && known.lastDay().equals(wanted.lastDay());
    }

    private static Officer chosen(String field, String id, List<Officer> among) {
        return among.stream()
                .filter(officer -> officer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput(field, "deputy.unknown"));
    }

    private void requireTime(LocalDate firstDay, LocalDate lastDay) {
        if (firstDay.isBefore(today())) {
            throw new BadInput("firstDay", "deputy.past", firstDay);
        }
        if (lastDay.isBefore(firstDay)) {
            throw new BadInput("lastDay", "deputy.ends-first", firstDay, lastDay);
        }
        if (lastDay.isAfter(firstDay.plusDays(LONGEST_DAYS))) {
            throw new BadInput("lastDay", "deputy.too-long", lastDay, LONGEST_DAYS);
        }
    }

    /** A deputy who could do none of the tasks would leave all of them lying. */
    private static void requireFit(Officer absent, Officer deputy) {
        if (absent.id().equals(deputy.id())) {
            throw new BadInput("deputy", "deputy.oneself");
        }
        boolean shared = deputy.groups().containsAll(absent.groups())
                || absent.memberships().stream().anyMatch(deputy.memberships()::contains);
        if (!shared) {
            throw new BadInput("deputy", "deputy.other-role", deputy.name(), absent.name());
        }
    }

    /**
     * Nobody stands in who is away, and nobody goes away who stands in: a chain would hand tasks to somebody the absent
     * officer never named, and a loop to nobody.
     */
    private static void requireFree(Deputyship wanted, List<Deputyship> ofAbsent, List<Deputyship> ofDeputy) {
        for (Deputyship known : ofAbsent) {
            if (known.absent().equals(wanted.absent())) {
                throw new BadInput("deputy", "deputy.has-one", known.absentName(), known.deputyName(), known.lastDay());
            }
            if (known.absent().equals(wanted.deputy())) {
                throw new BadInput("deputy", "deputy.loop", known.absentName(), known.deputyName());
            }
            throw new BadInput("absent", "deputy.stands-in", known.deputyName(), known.absentName(), known.lastDay());
        }
        for (Deputyship known : ofDeputy) {
            if (known.absent().equals(wanted.deputy())) {
                throw new BadInput("deputy", "deputy.away", known.absentName(), known.firstDay(), known.lastDay());
            }
        }
    }

    /**
     * Ends it before its last day; the tasks go back at once. A second time nothing happens.
     *
     * @throws NotAllowed if it is none of the current person's business
     */
    public void end(long id) {
        Deputyship deputyship = deputyships
                .find(id)
                .filter(DeputyService::mayEnd)
                .orElseThrow(() -> new NotAllowed("deputyship " + id));
        if (deputyship.isOverOn(today()) || !deputyships.end(id, clock.instant())) {
            return;
        }
        audit.record(AuditEntry.of("deputy.ended", "officer", deputyship.absent(), facts(deputyship)));
        work(id);
    }

    /** @return what the deputy of somebody is called and until when, if that is who has the task now */
    @Transactional(readOnly = true)
    public Optional<Deputyship> current(String absent, String deputy) {
        LocalDate today = today();
        return deputyships.about(absent, today, today).stream()
                .filter(known -> known.absent().equals(absent) && known.deputy().equals(deputy))
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean standsIn(String deputy, String absent) {
        return current(absent, deputy).isPresent();
    }

    /** How many of the absent officer's tasks stay, because the deputy could not do them alone. */
    @Transactional(readOnly = true)
    public int staying(Deputyship deputyship) {
        return deputyship.holdsOn(today())
                ? agencies.find(deputyship.deputy())
                        .map(deputy -> tasks.staying(deputyship.absent(), deputy))
                        .orElse(0)
                : 0;
    }

    /** Ids of the deputyships there may be something to do for. */
    @Transactional(readOnly = true)
    List<Long> atWork() {
        return deputyships.atWork(today());
    }

    /**
     * Hands over or back what is to be with somebody else by now.
     *
     * @return whether there may be more to do at once
     */
    boolean work(long id) {
        return deputyships.lockAtWork(id).map(this::work).orElse(false);
    }

    private boolean work(Deputyship deputyship) {
        Optional<Officer> deputy = agencies.find(deputyship.deputy()).filter(Officer::active);
        if (deputy.isEmpty() && !deputyship.isOverOn(today())) {
            deputyships.end(deputyship.id(), clock.instant());
            audit.record(AuditEntry.of("deputy.left", "officer", deputyship.absent(), facts(deputyship)));
        }
        boolean over = deputy.isEmpty() || deputyship.isOverOn(today());
        List<String> moved = over
                ? tasks.handBack(deputyship.absent(), deputyship.deputy(), hasLeft(deputyship.absent()))
                : tasks.handOver(deputyship.absent(), deputy.get());
        if (!moved.isEmpty()) {
            record(over ? "deputy.handed-back" : "deputy.handed-over", deputyship, moved);
        }
        if (over && moved.isEmpty() && !tasks.isAnyOut(deputyship.absent(), deputyship.deputy())) {
            deputyships.handedBack(deputyship.id(), clock.instant());
        }
        return !moved.isEmpty();
    }

    private boolean hasLeft(String person) {
        return agencies.find(person).filter(Officer::active).isEmpty();
    }

    private void record(String action, Deputyship deputyship, List<String> moved) {
        audit.record(AuditEntry.of(
                action,
                "officer",
                deputyship.absent(),
                Map.of("deputy", deputyship.deputy(), "count", moved.size(), "tasks", moved)));
    }

    private static boolean isHead(Actor actor) {
        return actor.homeJurisdiction().filter(actor::isHeadOf).isPresent();
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(clock.instant());
    }

    private static Map<String, Object> facts(Deputyship deputyship) {
        return Map.of(
                "deputy", deputyship.deputy(),
                "firstDay", deputyship.firstDay(),
                "lastDay", deputyship.lastDay());
    }
}
