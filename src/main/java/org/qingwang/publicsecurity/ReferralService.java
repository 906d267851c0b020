package org.qingwang.publicsecurity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseReferral;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a suspected crime from the administration to the police, and back where the law says so (State Council
 * Decree 310). Every method may be called twice: the second call finds its work done and changes nothing. A step out of
 * turn, or one that contradicts the facts, the calendar or the law, is refused with {@link BadInput} and leaves nothing
 * behind.
 *
 * <p>{@code formVersion} is the form somebody filled in, as the audit names it; null if none.
 */
@Service
@Transactional
public class ReferralService {

    static final String DECREE =
            "Provisions on Referring Suspected Criminal Cases (State Council Decree 310)" + " · 行政执法机关移送涉嫌犯罪案件的规定";

    private final Referrals referrals;
    private final ReferralReports reports;
    private final ReferralSteps steps;
    private final ReferralCalculator calculator;
    private final ReferralWorkflow workflow;
    private final StepChecks checks;
    private final StatutoryClocks clocks;
    private final CaseService cases;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    ReferralService(
            Referrals referrals,
            ReferralReports reports,
            ReferralSteps steps,
            ReferralCalculator calculator,
            ReferralWorkflow workflow,
            StepChecks checks,
            StatutoryClocks clocks,
            CaseService cases,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.referrals = referrals;
        this.reports = reports;
        this.steps = steps;
        this.calculator = calculator;
        this.workflow = workflow;
        this.checks = checks;
        this.clocks = clocks;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Begins to refer a case to the police of the same level and region. If a referral of the case is under way, that
     * one is meant.
     *
     * @param reason why a crime is suspected
     * @return the number of the referral
     * @throws BadInput if the case is closed or led by nobody, or if the police lead it themselves
     */
    public String open(String caseNo, String reason) {
        Optional<Referral> known = referrals.openOf(caseNo);
        if (known.isPresent()) {
            return known.get().referralNo();
        }
        CaseFile file = cases.find(caseNo).orElseThrow(() -> new BadInput("caseNo", "casefile.unknown", caseNo));
        Referral referral = drafted(file, checks.referrerOf(file), reason);
        if (!referrals.add(referral)) {
            return referrals.openOf(caseNo).orElseThrow().referralNo();
        }
        cases.setReferral(caseNo, CaseReferral.PREPARED);
        timeline.decided(caseNo, "publicsecurity.event.opened", reason, DECREE, referral.referralNo());
        record("referral.opened", referral, Map.of("police", referral.police().id()), reason, null);
        startClock(referral, ReferralStage.REPORT, today());
        workflow.begin(referral);
        return referral.referralNo();
    }

    private Referral drafted(CaseFile file, Jurisdiction referrer, String reason) {
        Instant now = time.instant();
        String number = "YS-%s-%d-%06d"
                .formatted(referrer.region(), WorkingCalendar.dateOf(now).getYear(), referrals.nextNumber());
        return new Referral(
                number,
                file.caseNo(),
                referrer,
                new Jurisdiction(Agency.PUBLIC_SECURITY, referrer.region()),
                ReferralStage.REPORT,
                now,
                Actors.current().userId(),
                reason,
                null);
    }

    /**
     * Two or more officers reported the suspected crime to the head.
     *
     * @throws BadInput if neither a threshold is reached nor a suspicion given
     */
    public void report(String referralNo, Report report, String formVersion) {
        Referral referral = locked(referralNo);
        boolean repeated = reports.of(referralNo)
                .filter(known -> known.report().equals(report))
                .isPresent();
        if (repeated) {
            return;
        }
        refuseOutOfTurn(referral, ReferralStage.REPORT);
        checks.report(referral, report, today());
        Assessment assessment = assessmentOf(report);
        checks.mustBeReferred(assessment);
        reports.add(
                referralNo,
                new ReferralFile.Reported(
                        report,
                        assessment.verdict(),
                        time.instant(),
                        Actors.current().userId()),
                assessment);
        timeline.decided(
                referral.caseNo(),
                "publicsecurity.event.reported." + assessment.verdict(),
                report.crime().suspicion(),
                DECREE,
                report.firstOfficer(),
                report.secondOfficer());
        record(
                "referral.reported",
                referral,
                Map.of(
                        "offence",
                        report.crime().offence().name(),
                        "verdict",
                        assessment.verdict().name(),
                        "business",
                        assessment.figures().business()),
                report.facts(),
                formVersion);
        move(referral, ReferralStage.HEAD, report.reportedOn(), referral.police());
    }

    /**
     * One side did what the referral waited for.
     *
     * @return where the referral stands now
     * @throws BadInput if it waits for something else
     */
    public ReferralStage take(String referralNo, Step step, String formVersion) {
        Referral referral = locked(referralNo);
        List<ReferralFile.Taken> before = steps.of(referralNo);
        if (before.stream().anyMatch(taken -> taken.step().equals(step))) {
            return referral.stage();
        }
        refuseOutOfTurn(referral, step.stage());
        ReferralStage next = step.stage()
                .after(step.answer())
                .orElseThrow(() -> new IllegalArgumentException(step.answer() + " at " + step.stage()));
        checks.step(referral, step, before, reports.of(referralNo).orElseThrow().report(), today());
        refuseLateRequest(referral, step);
        steps.add(
                referralNo,
                new ReferralFile.Taken(
                        step,
                        referral.actingAt(step.stage()).id(),
                        time.instant(),
                        Actors.current().userId()));
        remember(referral, step, formVersion);
        move(referral, next, step.on(), step.target() == null ? referral.police() : step.target());
        applyToCase(referral, step, next);
        return next;
    }

    /** A request to reconsider must be made within its period; the way to the procuratorate stays open after it. */
    private void refuseLateRequest(Referral referral, Step step) {
        if (step.answer() != Answer.RECONSIDERATION) {
            return;
        }
        Optional<LocalDate> end = clocks.open(
                        referral.referralNo(), step.stage().ruleId())
                .map(StatutoryClock::dueAt)
                .map(WorkingCalendar::dateOf);
        if (end.filter(step.on()::isAfter).isPresent()) {
            throw new BadInput("on", "publicsecurity.reconsideration-too-late", step.on(), end.get());
        }
    }

    private void remember(Referral referral, Step step, String formVersion) {
        String happened = "publicsecurity.event." + step.stage() + "." + step.answer();
        String documentNo = step.documentNo() == null ? "" : step.documentNo();
        String police = (step.target() == null ? referral.police() : step.target()).id();
        timeline.decided(referral.caseNo(), happened, step.reason(), DECREE, step.on(), documentNo, police);
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("stage", step.stage().name());
        after.put("answer", step.answer().name());
        after.put("on", step.on().toString());
        after.put("documentNo", documentNo);
        after.put("police", police);
        record("referral.step", referral, after, step.reason(), formVersion);
    }

    private void move(Referral referral, ReferralStage next, LocalDate on, Jurisdiction police) {
        boolean closes = next == ReferralStage.CLOSED;
        referrals.move(referral.referralNo(), next, police, closes ? time.instant() : null);
        cases.setReferral(referral.caseNo(), next.ofTheCase());
        ReferralStage before = referral.stage();
        boolean sameClock = before != next && before.ruleId().equals(next.ruleId());
        if (!sameClock) {
            meetClock(referral.referralNo(), before, on);
        }
        if (!closes) {
            Referral moved = locked(referral.referralNo());
            startClock(moved, next, on);
        }
        boolean policeJoin = next.side() == ReferralStage.Side.POLICE;
        if (policeJoin) {
            cases.addAssisting(referral.caseNo(), police, referral.referralNo());
        }
    }

    private void meetClock(String referralNo, ReferralStage stage, LocalDate on) {
        if (stage.isInHours()) {
            clocks.met(referralNo, stage.ruleId());
        } else {
            clocks.metOn(referralNo, stage.ruleId(), on);
        }
    }

    /** A period in hours runs from now: nobody writes down the minute of an earlier day. */
    private void startClock(Referral referral, ReferralStage stage, LocalDate event) {
        ClockStart start = ClockStart.of(referral.referralNo(), stage.ruleId())
                .by(referral.actingAt(stage))
                .inCase(referral.caseNo());
        clocks.start(stage.isInHours() ? start : start.on(event));
    }

    /**
     * What the answer means for the administration's own case. If the police file, it stops, unless its decision is made:
     * that goes on, and a fine already imposed is set off against the criminal one (art. 11). A fine never takes the
     * place of the referral.
     */
    private void applyToCase(Referral referral, Step step, ReferralStage next) {
        if (step.answer() == Answer.FILED) {
            whenFiled(referral, step);
        }
        if (step.stage() == ReferralStage.INVESTIGATION) {
            workflow.ended(referral, step.answer());
        } else if (next == ReferralStage.CLOSED) {
            workflow.returned(referral);
        }
    }

    private void whenFiled(Referral referral, Step step) {
        Optional<CaseResult> decided = cases.find(referral.caseNo())
                .flatMap(CaseFile::recordedResult)
                .filter(result -> result.outcome() != CaseOutcome.CRIMINAL_CASE);
        if (decided.isEmpty()) {
            cases.recordOutcome(referral.caseNo(), CaseResult.of(CaseOutcome.CRIMINAL_CASE, step.reason()));
            workflow.policeFiled(referral);
            return;
        }
        BigDecimal fine = decided.get().fine();
        if (fine != null && fine.signum() > 0) {
            timeline.decided(
                    referral.caseNo(), "publicsecurity.event.fine-set-off", null, DECREE + " 11", fine.toPlainString());
        }
    }

    /** @return all referrals of the case with what they recorded, newest first */
    @Transactional(readOnly = true)
    public List<ReferralFile> of(String caseNo) {
        return referrals.of(caseNo).stream().map(this::file).toList();
    }

    @Transactional(readOnly = true)
    public Optional<ReferralFile> find(String referralNo) {
        return referrals.find(referralNo).map(this::file);
    }

    /** @return what the calculator says of a report, by the law of its day */
    @Transactional(readOnly = true)
    public Assessment assessmentOf(Report report) {
        return calculator.assess(report.crime(), report.reportedOn());
    }

    /**
     * Remembers that the current actor takes the pack of a referral.
     *
     * @param kind of file, for example {@code pdf}
     */
    public void packTaken(String referralNo, String kind) {
        Referral referral = locked(referralNo);
        record("referral.pack-taken", referral, Map.of("kind", kind), null, null);
    }

    private ReferralFile file(Referral referral) {
        return new ReferralFile(
                referral, reports.of(referral.referralNo()).orElse(null), steps.of(referral.referralNo()));
    }

    private Referral locked(String referralNo) {
        return referrals.lock(referralNo).orElseThrow(() -> new BadInput("", "publicsecurity.unknown", referralNo));
    }

    private static void refuseOutOfTurn(Referral referral, ReferralStage stage) {
        if (referral.stage() != stage) {
            throw new BadInput(
                    "",
                    "publicsecurity.out-of-turn." + referral.stage(),
                    referral.referralNo(),
                    referral.police().id());
        }
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    private void record(String action, Referral referral, Map<String, ?> after, String reason, String formVersion) {
        audit.record(new AuditEntry(action, "referral", referral.referralNo(), Map.of(), after, reason, formVersion));
    }
}
