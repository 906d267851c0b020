package org.qingwang.customs;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a customs detention, from the examination of the goods to their release or disposal. Each step may be
 * called twice: the second call finds its work done and changes nothing. A step out of turn, or one that contradicts the
 * facts or the law, is refused with {@link BadInput} and leaves nothing behind.
 *
 * <p>{@code formVersion} is the form the officer filled in, as the audit names it; null if none.
 */
@Service
@Transactional
public class CustomsService {

    /** The holder applies and gives security, three working days from service. */
    public static final String HOLDER_CLOCK = "customs.holder-answer";

    /** Customs determines infringement, 30 working days from detention. */
    public static final String DETERMINATION_CLOCK = "customs.determination";

    /** The court's notice after a detention on application, 20 working days. */
    public static final String COURT_APPLICATION_CLOCK = "customs.court-notice-application";

    /** The court's notice after a detention ex officio, 50 working days. */
    public static final String COURT_EX_OFFICIO_CLOCK = "customs.court-notice-ex-officio";

    /** Goods are disposed of and costs settled after the decision. */
    static final String COMPLETION_CLOCK = "customs.completion";

    private static final String RELEASED = "Goods released · 货物已放行";
    private static final String DETERMINED = "Infringement determined · 已认定侵权";
    private static final String FILED = "Criminal case filed · 公安机关已立案";

    private final Detentions detentions;
    private final DetentionSteps steps;
    private final RecordationService recordations;
    private final SecurityTable securities;
    private final GeneralSecurityService generalSecurities;
    private final DisposalTable disposals;
    private final StatutoryClocks clocks;
    private final CaseService cases;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    CustomsService(
            Detentions detentions,
            DetentionSteps steps,
            RecordationService recordations,
            SecurityTable securities,
            GeneralSecurityService generalSecurities,
            DisposalTable disposals,
            StatutoryClocks clocks,
            CaseService cases,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.detentions = detentions;
        this.steps = steps;
        this.recordations = recordations;
        this.securities = securities;
        this.generalSecurities = generalSecurities;
        this.disposals = disposals;
        this.clocks = clocks;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /** Two officers examined the goods. Not competent ends the work and takes the lead from this agency. */
    public void examine(String caseNo, Jurisdiction jurisdiction, Examination examination, String formVersion) {
        if (examination.finding() == Examination.Finding.NOT_COMPETENT) {
            cases.refuseIfDesignated(caseNo, jurisdiction);
        }
        Optional<Detention> known = detentions.lock(caseNo);
        if (known.filter(detention -> isRepeated(detention, jurisdiction, examination))
                .isPresent()) {
            return;
        }
        checks().examination(examination, recorded(examination));
        detentions.open(caseNo, jurisdiction, time.instant());
        Detention detention = inStage(caseNo, Stage.EXAMINATION);
        add(detention, examination);
        timeline.decided(caseNo, "customs.event.examined." + examination.finding(), examination.reason(), null);
        record("examined", caseNo, Map.of("finding", examination.finding().name()), examination.reason(), formVersion);
        switch (examination.finding()) {
            case NOT_COMPETENT -> {
                close(detention);
                cases.decline(caseNo, jurisdiction, examination.reason());
            }
            case NO_SUSPICION -> detentions.setRelease(detention.id(), ReleaseGround.NO_SUSPICION);
            case SUSPECTED ->
                detentions.setStage(
                        detention.id(), examination.route() == Route.APPLICATION ? Stage.APPLICATION : Stage.NOTICE);
        }
    }

    private Optional<RecordedRight> recorded(Examination examination) {
        LocalDate day = examination.examinedOn();
        return day == null
                ? Optional.empty()
                : recordations.find(examination.recordationNo()).map(known -> recordations.on(known, day));
    }

    private boolean isRepeated(Detention detention, Jurisdiction jurisdiction, Examination examination) {
        return detention.jurisdiction().equals(jurisdiction) && isDone(detention, Stage.EXAMINATION, examination);
    }

    /** Computes what security the holder has to give, and keeps it with the version of the rule. */
    public RequiredSecurity computeSecurity(String caseNo) {
        Detention detention = newest(caseNo);
        Optional<RequiredSecurity> known = steps.newest(detention.id(), RequiredSecurity.class);
        if (known.isPresent()) {
            return known.get();
        }
        Examination examination = step(detention, Examination.class);
        RequiredSecurity required = securities.required(examination.route(), examination.value(), today());
        add(detention, required);
        timeline.happenedByItself(caseNo, "customs.event.security." + required.tier(), figure(required.required()));
        return required;
    }

    /**
     * The holder's application was checked.
     *
     * @return whether the goods may be detained
     */
    public boolean checkApplication(String caseNo, Application application, String formVersion) {
        Detention detention = newest(caseNo);
        if (!isDone(detention, Stage.APPLICATION, application)) {
            refuseOutOfTurn(detention, Stage.APPLICATION);
            checks().application(
                            application,
                            step(detention, Examination.class),
                            step(detention, RequiredSecurity.class),
                            generalSecurities.find(application.securityNo()));
            add(detention, application);
            goOn(detention, application.isAccepted(), ReleaseGround.APPLICATION_REJECTED);
            timeline.decided(caseNo, "customs.event.application." + application.decision(), application.reason(), null);
            record(
                    "application-checked",
                    caseNo,
                    Map.of("decision", application.decision().name()),
                    application.reason(),
                    formVersion);
        }
        return application.isAccepted();
    }

    /** The holder of the recorded right was notified in writing: three working days from service. */
    public void notifyHolder(String caseNo, HolderNotice notice, String formVersion) {
        Detention detention = newest(caseNo);
        if (isDone(detention, Stage.NOTICE, notice)) {
            return;
        }
        refuseOutOfTurn(detention, Stage.NOTICE);
        checks().notice(notice, step(detention, Examination.class));
        add(detention, notice);
        detentions.setStage(detention.id(), Stage.ANSWER);
        clocks.dueSince(caseNo, HOLDER_CLOCK, notice.servedOn(), detention.jurisdiction());
        timeline.happened(caseNo, "customs.event.notified", notice.noticeNo(), notice.servedOn());
        record("holder-notified", caseNo, Map.of("noticeNo", notice.noticeNo()), null, formVersion);
    }

    /**
     * The holder answered.
     *
     * @return whether the goods may be detained
     */
    public boolean recordAnswer(String caseNo, HolderAnswer answer, String formVersion) {
        Detention detention = newest(caseNo);
        if (!isDone(detention, Stage.ANSWER, answer)) {
            refuseOutOfTurn(detention, Stage.ANSWER);
            checks().answer(
                            answer,
                            step(detention, HolderNotice.class),
                            lastDay(caseNo, HOLDER_CLOCK),
                            step(detention, Examination.class),
                            step(detention, RequiredSecurity.class),
                            generalSecurities.find(answer.securityNo()));
            add(detention, answer);
            clocks.metOn(caseNo, HOLDER_CLOCK, answer.answeredOn());
            boolean declines = answer.answer() == HolderAnswer.Answer.DECLINES;
            goOn(detention, answer.applies(), declines ? ReleaseGround.DECLINED : ReleaseGround.NO_SECURITY);
            timeline.decided(caseNo, "customs.event.answer." + answer.answer(), answer.note(), null);
            record("holder-answered", caseNo, Map.of("answer", answer.answer().name()), answer.note(), formVersion);
        }
        return answer.applies();
    }

    private void goOn(Detention detention, boolean detains, ReleaseGround otherwise) {
        if (detains) {
            detentions.setStage(detention.id(), Stage.DETENTION);
        } else {
            detentions.setRelease(detention.id(), otherwise);
        }
    }

    /** The goods were detained: every further period runs from that day. */
    public void detain(String caseNo, Detained detained, String formVersion) {
        Detention detention = newest(caseNo);
        if (isDone(detention, Stage.DETENTION, detained)) {
            return;
        }
        refuseOutOfTurn(detention, Stage.DETENTION);
        Examination examination = step(detention, Examination.class);
        checks().detained(detained, mayDetainSince(detention), examination);
        add(detention, detained);
        startPeriods(detention, examination.route(), detained);
        detentions.setStage(
                detention.id(), examination.route() == Route.APPLICATION ? Stage.COURT : Stage.DETERMINATION);
        timeline.happened(
                caseNo,
                "customs.event.detained",
                detained.receiptNo(),
                figure(detained.quantity()),
                detained.detainedOn(),
                figure(detained.value()));
        record(
                "detained",
                caseNo,
                Map.of("receiptNo", detained.receiptNo(), "quantity", detained.quantity()),
                null,
                formVersion);
    }

    private LocalDate mayDetainSince(Detention detention) {
        return steps.newest(detention.id(), Application.class)
                .map(Application::appliedOn)
                .orElseGet(() -> step(detention, HolderAnswer.class).answeredOn());
    }

    private void startPeriods(Detention detention, Route route, Detained detained) {
        String caseNo = detention.caseNo();
        if (route == Route.APPLICATION) {
            clocks.dueSince(caseNo, COURT_APPLICATION_CLOCK, detained.detainedOn(), detention.jurisdiction());
        } else {
            clocks.dueSince(caseNo, DETERMINATION_CLOCK, detained.detainedOn(), detention.jurisdiction());
            clocks.dueSince(caseNo, COURT_EX_OFFICIO_CLOCK, detained.detainedOn(), detention.jurisdiction());
        }
    }

    /** Customs determined whether the goods infringe, or something made that needless. */
    public void determine(String caseNo, Determination determination, String formVersion) {
        Detention detention = newest(caseNo);
        if (isDone(detention, Stage.DETERMINATION, determination)) {
            return;
        }
        refuseOutOfTurn(detention, Stage.DETERMINATION);
        checks().determination(determination, step(detention, Detained.class), step(detention, Examination.class));
        add(detention, determination);
        clocks.metOn(caseNo, DETERMINATION_CLOCK, determination.determinedOn());
        afterDetermination(detention, determination.result());
        timeline.decided(caseNo, "customs.event.determined." + determination.result(), determination.reason(), null);
        record(
                "determined",
                caseNo,
                Map.of("result", determination.result().name()),
                determination.reason(),
                formVersion);
    }

    private void afterDetermination(Detention detention, Determination.Result result) {
        switch (result) {
            case INFRINGING -> {
                clocks.stop(detention.caseNo(), COURT_EX_OFFICIO_CLOCK, DETERMINED);
                detentions.setStage(detention.id(), Stage.CONFIRMATION);
            }
            case NOT_DETERMINABLE -> detentions.setStage(detention.id(), Stage.COURT);
            default -> detentions.setRelease(detention.id(), result.ground());
        }
    }

    /** The court's notice arrived, or the goods are released before its period ends. */
    public void recordCourt(String caseNo, CourtRecord court, String formVersion) {
        Detention detention = newest(caseNo);
        if (isDone(detention, Stage.COURT, court)) {
            return;
        }
        refuseOutOfTurn(detention, Stage.COURT);
        Examination examination = step(detention, Examination.class);
        String clock = examination.route() == Route.APPLICATION ? COURT_APPLICATION_CLOCK : COURT_EX_OFFICIO_CLOCK;
        Detained detained = step(detention, Detained.class);
        checks().court(court, detained, lastDay(caseNo, clock), examination);
        add(detention, court);
        if (court.event() == CourtRecord.Event.NOTICE) {
            clocks.metOn(caseNo, clock, court.happenedOn());
            detentions.setStage(detention.id(), Stage.SETTLEMENT);
            recordOutcomeUnlessWithPolice(detention);
        } else {
            detentions.setRelease(detention.id(), court.event().ground());
        }
        timeline.decided(caseNo, "customs.event.court." + court.event(), court.reason(), null, court.documentNo());
        record("court-recorded", caseNo, Map.of("event", court.event().name()), court.reason(), formVersion);
    }

    /** The head confiscates the goods, or sends the case back to be determined anew. */
    public void decideConfiscation(String caseNo, Confiscation confiscation, String formVersion) {
        Detention detention = newest(caseNo);
        if (isDone(detention, Stage.CONFIRMATION, confiscation)) {
            return;
        }
        refuseOutOfTurn(detention, Stage.CONFIRMATION);
        Detained detained = step(detention, Detained.class);
        boolean confiscates = confiscation.decision() == Confiscation.Decision.CONFISCATE;
        if (confiscates) {
            checks().confiscation(confiscation, step(detention, Determination.class), detained);
        }
        add(detention, confiscation);
        if (confiscates) {
            detentions.setStage(detention.id(), Stage.DISPOSAL);
            cases.recordOutcome(caseNo, resultOf(detention));
        } else {
            startPeriods(detention, Route.EX_OFFICIO, detained);
            detentions.setStage(detention.id(), Stage.DETERMINATION);
        }
        Object[] figures = confiscates
                ? new Object[] {confiscation.decidedOn(), figure(confiscation.quantity()), figure(confiscation.value())}
                : new Object[0];
        timeline.decided(
                caseNo, "customs.event.confiscation." + confiscation.decision(), confiscation.reason(), null, figures);
        record(
                "confiscation-decided",
                caseNo,
                Map.of("decision", confiscation.decision().name()),
                confiscation.reason(),
                formVersion);
    }

    /** The confiscated goods were disposed of, in the legal order. */
    public void dispose(String caseNo, Disposal disposal, String formVersion) {
        Detention detention = newest(caseNo);
        if (isDone(detention, Stage.DISPOSAL, disposal)) {
            return;
        }
        refuseOutOfTurn(detention, Stage.DISPOSAL);
        Examination examination = step(detention, Examination.class);
        Confiscation confiscation = step(detention, Confiscation.class);
        checks().disposal(disposal, disposals.lawful(disposal, examination), confiscation);
        add(detention, disposal);
        detentions.setStage(detention.id(), Stage.SETTLEMENT);
        timeline.decided(
                caseNo,
                "customs.event.disposed." + disposal.method(),
                disposal.orderReason(),
                null,
                figure(disposal.quantity()));
        record("disposed", caseNo, Map.of("method", disposal.method().name()), disposal.orderReason(), formVersion);
    }

    /**
     * The goods are released, on the ground recorded, or because a period ended without what the law asks for.
     *
     * @return the ground
     */
    public ReleaseGround release(String caseNo) {
        Detention detention = newest(caseNo);
        Optional<Release> known = steps.newest(detention.id(), Release.class);
        if (known.isPresent()) {
            return known.get().ground();
        }
        ReleaseGround ground = groundOf(detention);
        add(detention, new Release(ground, today()));
        stopPeriods(caseNo, RELEASED);
        if (steps.newest(detention.id(), Detained.class).isPresent()) {
            detentions.setStage(detention.id(), Stage.SETTLEMENT);
            recordOutcomeUnlessWithPolice(detention);
        } else {
            endUnlessWithPolice(detention);
        }
        timeline.happened(caseNo, "customs.event.released." + ground);
        record("released", caseNo, Map.of("ground", ground.name()), null, null);
        return ground;
    }

    private void endUnlessWithPolice(Detention detention) {
        if (cases.isWithPolice(detention.caseNo())) {
            detentions.setStage(detention.id(), Stage.POLICE);
        } else {
            end(detention);
        }
    }

    private void end(Detention detention) {
        cases.recordOutcome(detention.caseNo(), resultOf(detention));
        close(detention);
    }

    /** Whether the goods were let go and what came of the case waits for the answer of the police. */
    @Transactional(readOnly = true)
    public boolean awaitsPolice(String caseNo) {
        return detentions
                .find(caseNo)
                .filter(detention -> detention.stage() == Stage.POLICE)
                .isPresent();
    }

    /** The police returned the case: its goods were let go before, and that is what came of it. */
    public void endAfterPolice(String caseNo) {
        Detention detention = newest(caseNo);
        if (detention.stage() == Stage.POLICE) {
            end(detention);
        }
    }

    private static ReleaseGround groundOf(Detention detention) {
        if (detention.stage() == Stage.RELEASE) {
            return detention.ground();
        }
        if (detention.stage() == Stage.ANSWER) {
            return ReleaseGround.NO_ANSWER;
        }
        refuseOutOfTurn(detention, Stage.COURT);
        return ReleaseGround.NO_COURT_NOTICE;
    }

    /** What an officer said of it, or the ground itself where time decided. */
    private String reasonOf(Detention detention, ReleaseGround ground) {
        return switch (ground) {
            case NO_SUSPICION -> step(detention, Examination.class).reason();
            case APPLICATION_REJECTED -> step(detention, Application.class).reason();
            case DECLINED -> "The rights holder did not apply · 权利人未申请扣留";
            case NO_SECURITY -> "No sufficient security · 权利人未提供足额担保";
            case NO_ANSWER -> "No application and security within the period · 权利人未在期限内申请并提供担保";
            case NO_COURT_NOTICE -> "No notice of a court within the period · 期限内未收到人民法院协助执行通知";
            case NOT_INFRINGING -> step(detention, Determination.class).reason();
            case COUNTER_SECURITY, PROOF, WITHDRAWN ->
                steps.newest(detention.id(), CourtRecord.class)
                        .map(CourtRecord::reason)
                        .orElseGet(() -> step(detention, Determination.class).reason());
        };
    }

    /** Storage, custody and disposal were set against the security, the last thing customs does on a case. */
    public CaseOutcome settle(String caseNo, Settlement settlement, String formVersion) {
        Detention detention = newest(caseNo);
        if (!isDone(detention, Stage.SETTLEMENT, settlement)) {
            refuseOutOfTurn(detention, Stage.SETTLEMENT);
            boolean isReleased = steps.newest(detention.id(), Release.class).isPresent();
            checks().settlement(settlement, step(detention, Detained.class), isReleased);
            add(detention, settlement);
            BigDecimal security = dossier(detention).securityAmount();
            close(detention);
            timeline.happened(
                    caseNo,
                    "customs.event.settled",
                    figure(settlement.total()),
                    figure(settlement.refundedOf(security)),
                    figure(settlement.owedBeyond(security)));
            record("costs-settled", caseNo, described(settlement, security), settlement.note(), formVersion);
            clocks.met(caseNo, COMPLETION_CLOCK);
            cases.recordOutcome(caseNo, resultOf(detention));
        }
        return resultOf(detention).outcome();
    }

    /** Time and courts do not wait for the police; what then came of the case is said when the costs are settled. */
    private void recordOutcomeUnlessWithPolice(Detention detention) {
        if (!cases.isWithPolice(detention.caseNo())) {
            cases.recordOutcome(detention.caseNo(), resultOf(detention));
        }
    }

    private CaseResult resultOf(Detention detention) {
        Optional<Release> release = steps.newest(detention.id(), Release.class);
        if (release.isPresent()) {
            return CaseResult.of(
                    CaseOutcome.RELEASED, reasonOf(detention, release.get().ground()));
        }
        Optional<CourtRecord> court = steps.newest(detention.id(), CourtRecord.class);
        if (court.isPresent()) {
            return CaseResult.of(CaseOutcome.TRANSFERRED, court.get().reason());
        }
        Confiscation confiscation = step(detention, Confiscation.class);
        return new CaseResult(
                CaseOutcome.CONFISCATED,
                confiscation.reason(),
                confiscation.value(),
                null,
                confiscation.value(),
                confiscation.quantity(),
                step(detention, Examination.class).goods());
    }

    private static Map<String, ?> described(Settlement settlement, BigDecimal security) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("total", settlement.total());
        values.put("deducted", settlement.deductedFrom(security));
        values.put("refunded", settlement.refundedOf(security));
        values.put("owed", settlement.owedBeyond(security));
        return values;
    }

    /**
     * The police filed a criminal case: the work of customs ends without a decision, the goods go to them. Nothing happens
     * if none is under way, or if it ended.
     */
    public void stopForThePolice(String caseNo) {
        stopPeriods(caseNo, FILED);
        clocks.stop(caseNo, COMPLETION_CLOCK, FILED);
        detentions.lock(caseNo).filter(open -> open.closedAt() == null).ifPresent(open -> {
            close(open);
            timeline.happenedByItself(caseNo, "customs.event.stopped-for-police");
            record("stopped-for-police", caseNo, Map.of(), null, null);
        });
    }

    /** @return everything the newest detention of the case recorded; empty if no step was taken yet */
    @Transactional(readOnly = true)
    public Optional<Dossier> dossierOf(String caseNo) {
        return detentions.find(caseNo).map(this::dossier);
    }

    private Dossier dossier(Detention detention) {
        return new Dossier(
                detention,
                orNull(detention, Examination.class),
                orNull(detention, RequiredSecurity.class),
                orNull(detention, Application.class),
                orNull(detention, HolderNotice.class),
                orNull(detention, HolderAnswer.class),
                orNull(detention, Detained.class),
                steps.all(detention.id(), Determination.class),
                orNull(detention, CourtRecord.class),
                steps.all(detention.id(), Confiscation.class),
                orNull(detention, Disposal.class),
                orNull(detention, Release.class),
                orNull(detention, Settlement.class));
    }

    private void stopPeriods(String caseNo, String reason) {
        clocks.stop(caseNo, HOLDER_CLOCK, reason);
        clocks.stop(caseNo, DETERMINATION_CLOCK, reason);
        clocks.stop(caseNo, COURT_APPLICATION_CLOCK, reason);
        clocks.stop(caseNo, COURT_EX_OFFICIO_CLOCK, reason);
    }

    /** The last day on which something is still in time, by the open clock. */
    private LocalDate lastDay(String caseNo, String rule) {
        return clocks.open(caseNo, rule)
                .map(StatutoryClock::dueAt)
                .map(WorkingCalendar::dateOf)
                .orElseThrow(() -> new IllegalStateException("no clock " + rule + " of " + caseNo));
    }

    private void add(Detention detention, Record step) {
        steps.add(detention.id(), step, time.instant(), Actors.current().userId());
    }

    private <T extends Record> boolean isDone(Detention detention, Stage stage, T step) {
        return detention.stage() != stage
                && steps.newest(detention.id(), step.getClass())
                        .filter(step::equals)
                        .isPresent();
    }

    private <T extends Record> T step(Detention detention, Class<T> type) {
        return steps.newest(detention.id(), type)
                .orElseThrow(() -> new BadInput("", "customs.out-of-turn." + detention.stage(), detention.caseNo()));
    }

    private <T extends Record> T orNull(Detention detention, Class<T> type) {
        return steps.newest(detention.id(), type).orElse(null);
    }

    private void close(Detention detention) {
        detentions.close(detention.id(), time.instant());
    }

    private Detention newest(String caseNo) {
        return detentions.lock(caseNo).orElseThrow(() -> new BadInput("", "customs.no-detention", caseNo));
    }

    private Detention inStage(String caseNo, Stage stage) {
        Detention detention = newest(caseNo);
        refuseOutOfTurn(detention, stage);
        return detention;
    }

    private static void refuseOutOfTurn(Detention detention, Stage stage) {
        if (detention.stage() != stage) {
            throw new BadInput("", "customs.out-of-turn." + detention.stage(), detention.caseNo());
        }
    }

    private DetentionChecks checks() {
        return new DetentionChecks(today());
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    /** A figure as the timeline keeps it: read alike in both languages. */
    private static String figure(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private void record(String act, String caseNo, Map<String, ?> after, String reason, String formVersion) {
        audit.record(new AuditEntry("customs." + act, "case", caseNo, Map.of(), after, reason, formVersion));
    }
}
