package org.qingwang.commerce;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseReporters;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.casefile.PartyFile;
import org.qingwang.casefile.PartyFiles;
import org.qingwang.commerce.measure.GoodsOrder;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.common.BadInput;
import org.qingwang.law.FineRange;
import org.qingwang.law.FineRanges;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an investigation by market regulation, from the lead to the decision. Each step may be
 * called twice: the second call finds its work done and changes nothing. A step out of turn, or one that contradicts
 * the facts or the law, is refused with {@link BadInput} and leaves nothing behind.
 *
 * <p>{@code formVersion} is the form the officer filled in, as the audit names it; null if none.
 */
@Service
@Transactional
public class CommerceService {

    /** Check of the lead and decision on filing, 15 working days. */
    public static final String LEAD_CHECK_CLOCK = "commerce.lead-check";

    /** Decision, 90 days from filing. */
    public static final String DECISION_CLOCK = "commerce.decision";

    static final String REVIEW_CLOCK = "commerce.legal-review";

    private final Investigations investigations;
    private final InvestigationRounds rounds;
    private final InvestigationDecisions decisions;
    private final InvestigationExecutions executions;
    private final WeightyPenalties weightyPenalties;
    private final PenaltyExecution execution;
    private final PartyFiles parties;
    private final PartyRecords records;
    private final MeasureService measures;
    private final MarkInForce marks;
    private final FineRanges fineRanges;
    private final StatutoryClocks clocks;
    private final CaseService cases;
    private final CaseReporters reporters;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    CommerceService(
            Investigations investigations,
            InvestigationRounds rounds,
            InvestigationDecisions decisions,
            InvestigationExecutions executions,
            WeightyPenalties weightyPenalties,
            PenaltyExecution execution,
            PartyFiles parties,
            PartyRecords records,
            MeasureService measures,
            MarkInForce marks,
            FineRanges fineRanges,
            StatutoryClocks clocks,
            CaseService cases,
            CaseReporters reporters,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.investigations = investigations;
        this.rounds = rounds;
        this.decisions = decisions;
        this.executions = executions;
        this.weightyPenalties = weightyPenalties;
        this.execution = execution;
        this.parties = parties;
        this.records = records;
        this.measures = measures;
        this.marks = marks;
        this.fineRanges = fineRanges;
        this.clocks = clocks;
        this.cases = cases;
        this.reporters = reporters;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /** The officer checked the lead. Not competent ends the investigation and takes the lead from this agency. */
    public void checkLead(String caseNo, Jurisdiction jurisdiction, LeadCheck check, String formVersion) {
        if (check.result() == LeadResult.NOT_COMPETENT) {
            cases.refuseIfDesignated(caseNo, jurisdiction);
        }
        Optional<Investigation> known = investigations.lock(caseNo);
        if (known.filter(investigation -> isRepeated(investigation, jurisdiction, check))
                .isPresent()) {
            return;
        }
        checks().lead(check);
        investigations.open(caseNo, jurisdiction, check, time.instant());
        Investigation investigation = newest(caseNo);
        refuseOutOfTurn(investigation, Stage.LEAD);
        investigations.setLead(investigation.id(), check);
        timeline.decided(caseNo, "commerce.event.lead-checked." + check.result(), check.reason(), null);
        record("commerce.lead-checked", caseNo, Map.of("result", check.result().name()), check.reason(), formVersion);
        if (check.result() == LeadResult.NOT_COMPETENT) {
            clocks.met(caseNo, LEAD_CHECK_CLOCK);
            giveBackWhatIsLeft(investigation);
            investigations.close(investigation.id(), time.instant());
            cases.decline(caseNo, jurisdiction, check.reason());
        } else {
            investigations.setStage(investigation.id(), Stage.FILING);
        }
    }

    private static boolean isRepeated(Investigation investigation, Jurisdiction jurisdiction, LeadCheck check) {
        return investigation.stage() != Stage.LEAD
                && investigation.jurisdiction().equals(jurisdiction)
                && investigation.lead().equals(check);
    }

    /** The head decided on filing. From filing on the decision is due in 90 days. */
    public void decideFiling(String caseNo, Filing filing, String formVersion) {
        Investigation investigation = newest(caseNo);
        if (investigation.stage() != Stage.FILING && filing.equals(investigation.filing())) {
            return;
        }
        refuseOutOfTurn(investigation, Stage.FILING);
        checks().filing(filing, investigation.lead());
        boolean files = filing.decision() == FilingDecision.FILE;
        investigations.setFiling(investigation.id(), filing, files ? today() : null);
        timeline.decided(caseNo, "commerce.event.filing." + filing.decision(), filing.reason(), null);
        record("commerce.filing", caseNo, Map.of("decision", filing.decision().name()), filing.reason(), formVersion);
        switch (filing.decision()) {
            case FILE -> {
                clocks.met(caseNo, LEAD_CHECK_CLOCK);
                clocks.due(caseNo, DECISION_CLOCK, investigation.jurisdiction());
                reporters.tellFiled(caseNo);
                investigations.setStage(investigation.id(), Stage.EVIDENCE);
            }
            case NOT_FILE -> {
                clocks.met(caseNo, LEAD_CHECK_CLOCK);
                giveBackWhatIsLeft(investigation);
                investigations.close(investigation.id(), time.instant());
                cases.recordOutcome(caseNo, CaseResult.of(CaseOutcome.NOT_FILED, filing.reason()));
            }
            case RETURN -> investigations.setStage(investigation.id(), Stage.LEAD);
        }
    }

    /** Evidence was gathered: a new round of findings. */
    public void recordFindings(String caseNo, Findings findings, String formVersion) {
        Investigation investigation = newest(caseNo);
        List<Dossier.Round> known = rounds.of(investigation.id());
        if (investigation.stage() != Stage.EVIDENCE && isLast(known, findings)) {
            return;
        }
        refuseOutOfTurn(investigation, Stage.EVIDENCE);
        checks().findings(findings);
        FineRange range = rangeFor(findings, today());
        if (findings.proposal() == DecisionKind.PENALTY) {
            marks.refuseUnlessStood(caseNo, findings, checks());
            checks().fine("proposedFine", findings.proposedFine(), range);
        }
        rounds.addFindings(investigation.id(), known.size() + 1, findings, time.instant(), actor());
        investigations.setStage(investigation.id(), Stage.REVIEW);
        timeline.happened(
                caseNo,
                "commerce.event.findings",
                figure(findings.goods().illegalBusiness()),
                figure(findings.goods().unsoldQuantity()));
        record("commerce.findings-recorded", caseNo, described(findings), findings.facts(), formVersion);
    }

    private static boolean isLast(List<Dossier.Round> known, Findings findings) {
        return !known.isEmpty() && known.get(known.size() - 1).findings().equals(findings);
    }

    /** Computes the lawful range of a fine for the newest findings and keeps it with them. */
    public LawfulRange computeFineRange(String caseNo) {
        Investigation investigation = newest(caseNo);
        Dossier.Round round = latestRound(investigation);
        if (round.range() != null) {
            return round.range();
        }
        PartyRecord record = records.of(parties.of(caseNo), round.findings());
        FineRange range = rangeFor(round.findings(), record, today());
        LawfulRange lawful = LawfulRange.of(range);
        rounds.setRange(investigation.id(), round.number(), lawful, SeenHistory.of(record));
        timeline.decided(
                caseNo,
                "commerce.event.range." + range.reason(),
                null,
                range.rule().basis().english() + " · " + range.rule().basis().chinese(),
                figure(range.maximum()));
        return lawful;
    }

    /**
     * The legal reviewer approved the case for decision, or returned it.
     *
     * @return whether the party is to be told of an intended penalty next
     */
    public boolean review(String caseNo, Review review, String formVersion) {
        Investigation investigation = newest(caseNo);
        Dossier.Round round = latestRound(investigation);
        boolean approved = review.result() == ReviewResult.APPROVED;
        boolean tellParty = approved && round.findings().proposal() == DecisionKind.PENALTY;
        if (investigation.stage() != Stage.REVIEW && review.equals(round.review())) {
            return tellParty;
        }
        refuseOutOfTurn(investigation, Stage.REVIEW);
        checks().review(review);
        refuseReviewOfOwnWork(round);
        rounds.addReview(investigation.id(), round.number(), review, time.instant(), actor());
        Stage next = tellParty ? Stage.NOTICE : Stage.DECISION;
        investigations.setStage(investigation.id(), approved ? next : Stage.EVIDENCE);
        clocks.met(caseNo, REVIEW_CLOCK);
        timeline.decided(caseNo, "commerce.event.review." + review.result(), review.opinion(), null);
        record("commerce.reviewed", caseNo, Map.of("result", review.result().name()), review.opinion(), formVersion);
        return tellParty;
    }

    private static void refuseReviewOfOwnWork(Dossier.Round round) {
        Actor reviewer = Actors.current();
        if (!reviewer.equals(Actor.SYSTEM) && reviewer.userId().equals(round.recordedBy())) {
            throw new BadInput("", "commerce.review-of-own-work");
        }
    }

    /** The head sends the case back to gathering evidence. */
    public void returnForEvidence(String caseNo, String reason, String formVersion) {
        Investigation investigation = newest(caseNo);
        Dossier.Round round = latestRound(investigation);
        if (investigation.stage() == Stage.EVIDENCE && reason.equals(round.returned())) {
            return;
        }
        refuseUnlessDecidable(investigation);
        rounds.addReturn(investigation.id(), round.number(), reason, time.instant(), actor());
        investigations.setStage(investigation.id(), Stage.EVIDENCE);
        timeline.decided(caseNo, "commerce.event.returned", reason, null);
        record("commerce.returned", caseNo, Map.of(), reason, formVersion);
    }

    /** The head decided. The fine is checked against the range that is lawful on the day of the decision. */
    public void decide(String caseNo, Decision given, String formVersion) {
        decide(caseNo, given, null, formVersion);
    }

    /**
     * The same in a case with goods under registration, seal or seizure.
     *
     * @param goods what becomes of them; needed for a penalty, since every other decision gives them back
     */
    public void decide(String caseNo, Decision given, GoodsOrder goods, String formVersion) {
        Investigation investigation = newest(caseNo);
        Dossier.Round round = latestRound(investigation);
        Decision decision = given.heard(round.told());
        Optional<Dossier.Decided> known = decisions.of(investigation.id());
        if (known.isPresent() && known.get().decision().equals(decision)) {
            return;
        }
        refuseUnlessDecidable(investigation);
        if (investigation.suspended()) {
            throw new BadInput("", "commerce.suspended", caseNo);
        }
        Findings findings = round.findings();
        PartyFile party = parties.of(caseNo);
        PartyRecord record = records.of(party, findings);
        FineRange range = rangeFor(findings, record, decision.decidedOn());
        checks().decision(decision, findings, investigation.filedOn(), range);
        checks().oneFine(decision, record);
        if (decision.kind() == DecisionKind.PENALTY) {
            weightyPenalties.check(investigation, decision, round);
        }
        LawfulRange lawful = LawfulRange.of(range);
        decisions.add(investigation.id(), new Dossier.Decided(decision, time.instant(), actor(), lawful, null));
        if (investigation.goodsHeld()) {
            measures.dispose(caseNo, orderOf(decision, goods));
        }
        startWhatFollows(investigation, decision, party.sellerRegion());
        cases.recordOutcome(caseNo, resultOf(decision, findings));
        timeline.decided(
                caseNo,
                "commerce.event.decided." + decision.kind(),
                decision.reason(),
                range.rule().basis().english() + " · " + range.rule().basis().chinese(),
                decision.decisionNo(),
                figure(decision.fine()),
                decision.decidedOn(),
                figure(decision.confiscated()),
                figure(findings.goods().illegalBusiness()));
        record("commerce.decided", caseNo, described(decision, lawful), decision.reason(), formVersion);
    }

    private static GoodsOrder orderOf(Decision decision, GoodsOrder goods) {
        if (decision.kind() != DecisionKind.PENALTY) {
            return GoodsOrder.RELEASE_ALL;
        }
        if (goods == null) {
            throw new BadInput("heldGoods", "commerce.goods-undisposed");
        }
        boolean confiscates = goods.fate() == GoodsOrder.Fate.CONFISCATE;
        if (confiscates && decision.confiscatedQuantity().signum() == 0) {
            throw new BadInput("confiscatedQuantity", "commerce.confiscated-without-quantity");
        }
        return goods;
    }

    private void giveBackWhatIsLeft(Investigation investigation) {
        if (investigation.goodsHeld()) {
            measures.dispose(investigation.caseNo(), GoodsOrder.RELEASE_ALL);
        }
    }

    /** Cases that began before telling the party was a step of its own are decided right after the review. */
    private static void refuseUnlessDecidable(Investigation investigation) {
        investigation.requireStage(Stage.DECISION, Stage.NOTICE);
    }

    private void startWhatFollows(Investigation investigation, Decision decision, String sellerRegion) {
        String caseNo = investigation.caseNo();
        clocks.metOn(caseNo, DECISION_CLOCK, decision.decidedOn());
        if (decision.kind() == DecisionKind.DISMISSED) {
            investigations.close(investigation.id(), time.instant());
            return;
        }
        investigations.setStage(investigation.id(), Stage.SERVICE);
        execution.startClocks(investigation, decision, sellerRegion);
    }

    private static CaseResult resultOf(Decision decision, Findings findings) {
        return new CaseResult(
                decision.kind().outcome(),
                decision.reason(),
                findings.goods().illegalBusiness(),
                decision.fine(),
                decision.confiscated(),
                findings.goods().unsoldQuantity(),
                null);
    }

    /**
     * The police filed a criminal case: the investigation ends without a decision. Nothing happens if none is under way, or
     * if it ended.
     */
    public void stopForThePolice(String caseNo) {
        String reason = "Criminal case filed · 公安机关已立案";
        List.of(LEAD_CHECK_CLOCK, DECISION_CLOCK, REVIEW_CLOCK).forEach(rule -> clocks.stop(caseNo, rule, reason));
        HearingService.CLOCKS.forEach(rule -> clocks.stop(caseNo, rule, reason));
        investigations.lock(caseNo).filter(open -> open.closedAt() == null).ifPresent(open -> {
            investigations.close(open.id(), time.instant());
            timeline.happenedByItself(caseNo, "commerce.event.stopped-for-police");
            record("commerce.stopped-for-police", caseNo, Map.of(), null, null);
        });
    }

    /** @return everything the newest investigation of the case recorded; empty if no step was taken yet */
    @Transactional(readOnly = true)
    public Optional<Dossier> dossierOf(String caseNo) {
        return investigations.find(caseNo).map(this::dossier);
    }

    private Dossier dossier(Investigation investigation) {
        long id = investigation.id();
        Dossier.Decided decided = decisions.of(id).orElse(null);
        Served served = executions.service(id).orElse(null);
        List<Payment> payments = executions.payments(id);
        Settlement settlement =
                execution.settlement(investigation, decided == null ? null : decided.effective(), served, payments);
        return new Dossier(
                investigation,
                rounds.of(id),
                decided,
                served == null ? null : served.record(),
                payments,
                settlement.askedForTime() ? executions.deferrals(id) : List.of(),
                executions.publication(id).orElse(null),
                settlement);
    }

    private Investigation newest(String caseNo) {
        return investigations.locked(caseNo);
    }

    private static void refuseOutOfTurn(Investigation investigation, Stage stage) {
        investigation.requireStage(stage);
    }

    private Dossier.Round latestRound(Investigation investigation) {
        List<Dossier.Round> all = rounds.of(investigation.id());
        if (all.isEmpty()) {
            throw new BadInput("", "commerce.out-of-turn." + investigation.stage(), investigation.caseNo());
        }
        return all.get(all.size() - 1);
    }

    private FineRange rangeFor(Findings findings, LocalDate decidedOn) {
        return fineRanges.lawful(FineRanges.TRADEMARK_INFRINGEMENT, findings.asInfringement(false), decidedOn);
    }

    /** The same, with what other cases say of the seller. */
    private FineRange rangeFor(Findings findings, PartyRecord record, LocalDate decidedOn) {
        boolean repeated = !record.repeats().isEmpty();
        return fineRanges.lawful(FineRanges.TRADEMARK_INFRINGEMENT, findings.asInfringement(repeated), decidedOn);
    }

    private InvestigationChecks checks() {
        return new InvestigationChecks(today());
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    /** A figure as the timeline keeps it: read alike in both languages. */
    private static String figure(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static String actor() {
        return Actors.current().userId();
    }

    private static Map<String, ?> described(Findings findings) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("illegalBusiness", findings.goods().illegalBusiness());
        values.put("unsoldQuantity", findings.goods().unsoldQuantity());
        values.put("heavier", findings.isHeavier());
        values.put("innocentSeller", findings.isInnocentSeller());
        values.put("suspectedCrime", findings.crimeNote() != null);
        values.put("proposal", findings.proposal().name());
        return values;
    }

    private static Map<String, ?> described(Decision decision, LawfulRange range) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", decision.kind().name());
        values.put("decisionNo", decision.decisionNo());
        values.put("fine", decision.fine());
        values.put("confiscated", decision.confiscated());
        values.put("lawfulMaximum", range.maximum());
        values.put("rule", range.rule() + "@" + range.version());
        return values;
    }

    private void record(String action, String caseNo, Map<String, ?> after, String reason, String formVersion) {
        audit.record(new AuditEntry(action, "case", caseNo, Map.of(), after, reason, formVersion));
    }
}
