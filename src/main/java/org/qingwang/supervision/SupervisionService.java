package org.qingwang.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.Officer;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Key cases the campaign office follows by name: put under supervision with an owner and a time limit, reported on,
 * lifted with a result. While a case is supervised, each of its clocks that is missed is told to the office. Every use
 * case may be called twice.
 */
@Service
@Transactional
public class SupervisionService {

    /** The time limit the office sets for the report. */
    public static final String REPORT_CLOCK = "supervision.report";

    /** The period in which the office answers a report. */
    public static final String REVIEW_CLOCK = "supervision.review";

    private static final int PAGE = 50;

    private final Supervisions supervisions;
    private final CaseService cases;
    private final CaseTimeline timeline;
    private final AgencyService agencies;
    private final SupervisionWorkflow workflow;
    private final StatutoryClocks clocks;
    private final AuditLog audit;
    private final Clock time;

    SupervisionService(
            Supervisions supervisions,
            CaseService cases,
            CaseTimeline timeline,
            AgencyService agencies,
            SupervisionWorkflow workflow,
            StatutoryClocks clocks,
            AuditLog audit,
            Clock time) {
        this.supervisions = supervisions;
        this.cases = cases;
        this.timeline = timeline;
        this.agencies = agencies;
        this.workflow = workflow;
        this.clocks = clocks;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Puts a case under supervision. The same order again is the same act.
     *
     * @return number of the supervision
     * @throws NotAllowed if the person is neither of the campaign office nor a supervisor
     * @throws BadInput if the case is closed, nobody leads it, it is supervised already, or the owner does not work for its
     *     lead agency
     */
    public String put(String caseNo, SupervisionOrder order) {
        requireOffice();
        CaseFile file = cases.lockOpen(caseNo);
        Optional<Supervision> open = supervisions.open(caseNo);
        if (open.isPresent()) {
            return same(open.get(), order);
        }
        Jurisdiction lead =
                file.leadJurisdiction().orElseThrow(() -> new BadInput("", "supervision.nobody-leads", caseNo));
        Officer owner = ownersIn(lead).stream()
                .filter(officer -> officer.id().equals(order.ownerId()))
                .findFirst()
                .orElseThrow(() -> new BadInput("ownerId", "supervision.owner-elsewhere", order.ownerId()));
        Supervision supervision = begun(caseNo, lead, owner, order);
        supervisions.add(supervision);
        cases.supervise(caseNo, true);
        startReport(supervision, order.days());
        workflow.begin(supervision);
        timeline.decided(caseNo, "supervision.event.put", order.reason(), null, owner.name(), lead.id(), order.days());
        audit.record(AuditEntry.of(
                        "supervision.put",
                        "case",
                        caseNo,
                        Map.of(
                                "supervisionNo", supervision.supervisionNo(),
                                "owner", owner.id(),
                                "jurisdiction", lead.id(),
                                "days", order.days()))
                .withReason(order.reason()));
        return supervision.supervisionNo();
    }

    private static String same(Supervision open, SupervisionOrder order) {
        boolean isSame = order.ownerId().equals(open.ownerId())
                && order.days() == open.days()
                && order.reason().equals(open.reason());
        if (!isSame) {
            throw new BadInput("", "supervision.already", open.caseNo(), open.supervisionNo());
        }
        return open.supervisionNo();
    }

    private Supervision begun(String caseNo, Jurisdiction lead, Officer owner, SupervisionOrder order) {
        Instant now = time.instant();
        String number = "DB-%s-%d-%06d"
                .formatted(lead.region(), WorkingCalendar.dateOf(now).getYear(), supervisions.nextNumber());
        return new Supervision(
                number,
                caseNo,
                lead,
                owner.id(),
                owner.name(),
                order.reason(),
                order.days(),
                Supervision.Stage.REPORT,
                now,
                Actors.current().name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void startReport(Supervision supervision, int days) {
        clocks.start(ClockStart.of(supervision.supervisionNo(), REPORT_CLOCK)
                .inCase(supervision.caseNo())
                .by(supervision.jurisdiction())
                .lasting(days));
    }

    /**
     * Gives the owner more time.
     *
     * @throws BadInput if the time limit has passed, no report is awaited, or the reason is missing
     */
    public void extend(String caseNo, Integer days, String reason) {
        requireOffice();
        cases.lock(caseNo);
        Supervision supervision = openOrRefuse(caseNo);
        int more = SupervisionOrder.days("days", days);
        String why = SupervisionOrder.text("reason", reason, "supervision.reason-missing");
        Instant before = clocks.due(supervision.supervisionNo(), REPORT_CLOCK);
        clocks.extend(supervision.supervisionNo(), REPORT_CLOCK, more, why);
        Instant after = clocks.due(supervision.supervisionNo(), REPORT_CLOCK);
        if (!after.equals(before)) {
            timeline.decided(caseNo, "supervision.event.extended", why, null, more, WorkingCalendar.dateOf(after));
        }
    }

    /** Records the owner's report. The same report again changes nothing. */
    public void report(String supervisionNo, String report) {
        Supervision supervision = locked(supervisionNo);
        String given = SupervisionOrder.text("report", report, "supervision.report-missing");
        if (supervision.stage() != Supervision.Stage.REPORT) {
            if (given.equals(supervision.report())) {
                return;
            }
            throw new BadInput("", "supervision.not-awaited", supervision.caseNo());
        }
        supervisions.report(
                supervisionNo, given, time.instant(), Actors.current().name());
        clocks.met(supervisionNo, REPORT_CLOCK);
        timeline.happened(supervision.caseNo(), "supervision.event.reported", supervisionNo);
        audit.record(AuditEntry.of("supervision.reported", "case", supervision.caseNo(), Map.of("report", given)));
    }

    /** Accepts a report, which ends the supervision, or sends it back with a new time limit. */
    public void review(String supervisionNo, SupervisionReview review) {
        requireOffice();
        Supervision supervision = locked(supervisionNo);
        boolean accepted = review.decision() == SupervisionReview.Decision.ACCEPT;
        if (supervision.stage() != Supervision.Stage.REVIEW) {
            String recorded = accepted ? supervision.result() : supervision.remarks();
            if (review.note().equals(recorded)) {
                return;
            }
            throw new BadInput("", "supervision.no-report", supervision.caseNo());
        }
        clocks.met(supervisionNo, REVIEW_CLOCK);
        if (accepted) {
            lifted(supervision, review.note());
            return;
        }
        supervisions.sendBack(supervisionNo, review.note());
        startReport(supervision, review.days());
        timeline.decided(supervision.caseNo(), "supervision.event.returned", review.note(), null, review.days());
        audit.record(AuditEntry.of("supervision.returned", "case", supervision.caseNo(), Map.of("days", review.days()))
                .withReason(review.note()));
    }

    /** Lifts a supervision without waiting for a report. Nothing happens if the case is not supervised any more. */
    public void lift(String caseNo, String result) {
        requireOffice();
        cases.lock(caseNo);
        String given = SupervisionOrder.text("result", result, "supervision.result-missing");
        Optional<Supervision> open = supervisions.open(caseNo);
        if (open.isPresent()) {
            clocks.stopAll(open.get().supervisionNo(), "Supervision lifted · 解除督办");
            lifted(open.get(), given);
            workflow.end(open.get());
        }
    }

    private void lifted(Supervision supervision, String result) {
        supervisions.lift(
                supervision.supervisionNo(),
                result,
                time.instant(),
                Actors.current().name());
        cases.supervise(supervision.caseNo(), false);
        timeline.decided(supervision.caseNo(), "supervision.event.lifted", result, null, supervision.supervisionNo());
        audit.record(AuditEntry.of(
                        "supervision.lifted",
                        "case",
                        supervision.caseNo(),
                        Map.of("supervisionNo", supervision.supervisionNo()))
                .withReason(result));
    }

    /** @return every supervision of a case, newest first */
    @Transactional(readOnly = true)
    public List<Supervision> of(String caseNo) {
        return supervisions.of(caseNo);
    }

    /**
     * A page of supervised cases.
     *
     * @param rows newest first, each with its case
     * @param missed how many clocks of each case, by its number, are missed and still open
     * @param due until when each report is due, by number of the supervision
     * @param older where to read on, or null
     */
    public record Page(
            Map<Supervision, CaseFile> rows, Map<String, Long> missed, Map<String, Instant> due, String older) {}

    /**
     * Supervised cases: all of them for the campaign office and supervisors, those of the own agency for everybody else.
     *
     * @param after number of the last one already shown; null for the newest
     */
    @Transactional(readOnly = true)
    public Page page(boolean openOnly, String after) {
        Actor actor = Actors.current();
        if (!actor.seesEverything() && actor.homeJurisdiction().isEmpty()) {
            throw new NotAllowed("supervised cases");
        }
        Jurisdiction own =
                actor.seesEverything() ? null : actor.homeJurisdiction().orElseThrow();
        List<Supervision> found = supervisions.page(own, openOnly, after, PAGE + 1);
        List<Supervision> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, CaseFile> files =
                cases.findAll(shown.stream().map(Supervision::caseNo).toList());
        Map<Supervision, CaseFile> rows = new LinkedHashMap<>();
        shown.forEach(supervision -> rows.put(supervision, files.get(supervision.caseNo())));
        SupervisedClocks open = new SupervisedClocks(clocks.openOfAny(files.keySet()), time.instant());
        String older = found.size() > PAGE ? shown.get(PAGE - 1).supervisionNo() : null;
        return new Page(rows, open.missed(), open.reportsDue(), older);
    }

    /** @return who may answer for a case of this agency: its officers and heads, by id */
    @Transactional(readOnly = true)
    public List<Officer> ownersIn(Jurisdiction jurisdiction) {
        return agencies.officersOf(jurisdiction);
    }

    /** Whether the person may supervise cases. */
    public static boolean maySupervise(Actor actor) {
        return actor.seesEverything();
    }

    private static void requireOffice() {
        if (!maySupervise(Actors.current())) {
            throw new NotAllowed(Actors.current().userId() + " supervises no cases");
        }
    }

    private Supervision openOrRefuse(String caseNo) {
        return supervisions
                .open(caseNo)
                .filter(supervision -> supervision.stage() == Supervision.Stage.REPORT)
                .orElseThrow(() -> new BadInput("", "supervision.not-awaited", caseNo));
    }

    private Supervision locked(String supervisionNo) {
        return supervisions
                .lock(supervisionNo)
                .orElseThrow(() -> new IllegalStateException("no supervision " + supervisionNo));
    }
}
