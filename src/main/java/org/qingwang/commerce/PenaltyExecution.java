package org.qingwang.commerce;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.law.ClockStart;
import org.qingwang.law.FineRanges;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows a decision: service, payment, publication. Each step may be called twice: the second call finds its work
 * done and changes nothing. A step out of turn, or one that contradicts the facts or the law, is refused with
 * {@link BadInput} and leaves nothing behind.
 *
 * <p>{@code formVersion} is the form the officer filled in, as the audit names it; null if none.
 */
@Service
@Transactional
public class PenaltyExecution {

    /** Service of the decision, 7 working days. */
    public static final String SERVICE_CLOCK = "commerce.service";

    /** A public notice stands before it counts as service. */
    public static final String NOTICE_CLOCK = "commerce.service-notice";

    /** Payment, 15 days from receipt. */
    public static final String PAYMENT_CLOCK = "commerce.payment";

    /** Publication, 20 working days from the decision. */
    public static final String PUBLICATION_CLOCK = "commerce.publication";

    /** Push to the province where the party is registered, 10 working days from the decision. */
    public static final String PUSH_CLOCK = "commerce.publication-push";

    /** Publication there, 10 working days from the push. */
    public static final String ELSEWHERE_CLOCK = "commerce.publication-elsewhere";

    private final Investigations investigations;
    private final InvestigationDecisions decisions;
    private final InvestigationExecutions executions;
    private final Challenges challenges;
    private final FineRanges fineRanges;
    private final StatutoryClocks clocks;
    private final CaseService cases;
    private final ExecutionWorkflow workflow;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    PenaltyExecution(
            Investigations investigations,
            InvestigationDecisions decisions,
            InvestigationExecutions executions,
            Challenges challenges,
            FineRanges fineRanges,
            StatutoryClocks clocks,
            CaseService cases,
            ExecutionWorkflow workflow,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.investigations = investigations;
        this.decisions = decisions;
        this.executions = executions;
        this.challenges = challenges;
        this.fineRanges = fineRanges;
        this.clocks = clocks;
        this.cases = cases;
        this.workflow = workflow;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A decision was made: from its day it has to be served and published.
     *
     * @param sellerRegion where the party is at home, as far as known
     */
    void startClocks(Investigation investigation, Decision decision, String sellerRegion) {
        String caseNo = investigation.caseNo();
        Jurisdiction jurisdiction = investigation.jurisdiction();
        clocks.dueSince(caseNo, SERVICE_CLOCK, decision.decidedOn(), jurisdiction);
        if (decision.kind() == DecisionKind.PENALTY) {
            clocks.dueSince(caseNo, PUBLICATION_CLOCK, decision.decidedOn(), jurisdiction);
            if (isElsewhere(sellerRegion, jurisdiction)) {
                clocks.dueSince(caseNo, PUSH_CLOCK, decision.decidedOn(), jurisdiction);
            }
        }
    }

    private static boolean isElsewhere(String sellerRegion, Jurisdiction jurisdiction) {
        return sellerRegion != null
                && sellerRegion.matches("\\d{6}")
                && !sellerRegion.substring(0, 2).equals(jurisdiction.region().substring(0, 2));
    }

    /**
     * The decision was served, or a public notice appeared that will count as service.
     *
     * @return whether the party has money to pay
     */
    public boolean recordService(String caseNo, ServiceRecord service, String formVersion) {
        Investigation investigation = newest(caseNo);
        Optional<Served> known = executions.service(investigation.id());
        Decision decision = decisionOf(investigation, Stage.SERVICE);
        if (known.isPresent() && known.get().record().asFilledIn().equals(service)) {
            return isPayable(decision);
        }
        refuseOutOfTurn(investigation, Stage.SERVICE);
        if (known.isPresent()) {
            throw new BadInput("", "commerce.notice-runs", caseNo);
        }
        checks().service(service, decision);
        if (service.isAwaited()) {
            announce(investigation, service);
        } else {
            LocalDate payBy = reached(investigation, decision, service.servedOn());
            executions.addService(investigation.id(), new Served(service, payBy), time.instant(), actor());
            timeline.happened(caseNo, "commerce.event.served", service.servedOn(), service.receivedBy());
        }
        record("commerce.served", caseNo, described(service), service.note(), formVersion);
        return isPayable(decision);
    }

    private void announce(Investigation investigation, ServiceRecord service) {
        String caseNo = investigation.caseNo();
        executions.addService(investigation.id(), new Served(service, null), time.instant(), actor());
        clocks.dueSince(caseNo, NOTICE_CLOCK, service.noticedOn(), investigation.jurisdiction());
        timeline.happened(caseNo, "commerce.event.noticed", service.noticedOn(), service.receivedBy());
        clocks.metOn(caseNo, SERVICE_CLOCK, service.noticedOn());
    }

    /**
     * A public notice has stood its time: the decision counts as served on the last day of it.
     *
     * @return whether the party has money to pay
     */
    public boolean countAsServed(String caseNo) {
        Investigation investigation = newest(caseNo);
        Served served = executions.service(investigation.id()).orElseThrow();
        Decision decision = decisionOf(investigation, Stage.SERVICE);
        if (served.record().isAwaited()) {
            LocalDate day = clocks.open(caseNo, NOTICE_CLOCK)
                    .map(notice -> WorkingCalendar.dateOf(notice.dueAt()))
                    .orElseThrow();
            clocks.metOn(caseNo, NOTICE_CLOCK, day);
            executions.countAsServed(investigation.id(), day, reached(investigation, decision, day));
            timeline.happenedByItself(caseNo, "commerce.event.counts-as-served", day);
            record("commerce.counts-as-served", caseNo, Map.of("servedOn", day.toString()), null, null);
        }
        return isPayable(decision);
    }

    /** @return by when the party has to pay; null if it has nothing to pay */
    private LocalDate reached(Investigation investigation, Decision decision, LocalDate day) {
        String caseNo = investigation.caseNo();
        clocks.metOn(caseNo, SERVICE_CLOCK, day);
        if (decision.kind() == DecisionKind.PENALTY) {
            investigations.setStage(investigation.id(), Stage.EXECUTION);
        } else {
            investigations.close(investigation.id(), time.instant());
        }
        if (!isPayable(decision)) {
            return null;
        }
        Instant due = clocks.dueSince(caseNo, PAYMENT_CLOCK, day, investigation.jurisdiction());
        return WorkingCalendar.dateOf(due);
    }

    private static boolean isPayable(Decision decision) {
        return decision.payable().signum() > 0;
    }

    /** The party paid, asked for time, or the rest became another's to collect. */
    public PaymentAnswer recordPayment(String caseNo, Payment payment, String formVersion) {
        Investigation investigation = newest(caseNo);
        Settlement before = settlement(investigation);
        if (before.payments().contains(payment)) {
            return answer(before, payment);
        }
        refuseOutOfTurn(investigation, Stage.EXECUTION);
        refuseReceiptTwice(payment, before.payments());
        checks().payment(payment, before.on(payment.paidOn()));
        executions.addPayment(investigation.id(), payment, time.instant(), actor());
        timeline.happened(caseNo, event(payment), figure(payment.amount()), payment.paidOn());
        record(
                "commerce.payment-recorded",
                caseNo,
                Map.of("amount", payment.amount(), "receiptNo", payment.receiptNo()),
                payment.note(),
                formVersion);
        Settlement after = before.with(payment);
        if (after.isSettled()) {
            settled(investigation, payment.paidOn());
        }
        return answer(after, payment);
    }

    private static PaymentAnswer answer(Settlement settlement, Payment payment) {
        boolean outstanding = !settlement.isSettled();
        return new PaymentAnswer(outstanding, outstanding && payment.remainder() == Remainder.INSTALMENTS);
    }

    private static String event(Payment payment) {
        return payment.remainder() == null || payment.remainder() == Remainder.AWAITED
                ? "commerce.event.paid"
                : "commerce.event.paid." + payment.remainder();
    }

    private void settled(Investigation investigation, LocalDate day) {
        clocks.metOn(investigation.caseNo(), PAYMENT_CLOCK, day);
        if (executions.publication(investigation.id()).isPresent()) {
            investigations.close(investigation.id(), time.instant());
        }
    }

    /** Less is owed than was thought, and that has been paid: nobody waits for money any more. */
    void endCollection(Investigation investigation) {
        clocks.stop(investigation.caseNo(), PAYMENT_CLOCK, "Nothing more to pay · 无需再缴纳");
        if (executions.publication(investigation.id()).isPresent()) {
            investigations.close(investigation.id(), time.instant());
        }
        workflow.endCollection(investigation.caseNo());
    }

    private static void refuseReceiptTwice(Payment payment, List<Payment> known) {
        boolean twice = known.stream().anyMatch(earlier -> earlier.receiptNo().equals(payment.receiptNo()));
        if (twice) {
            throw new BadInput("receiptNo", "commerce.receipt-twice", payment.receiptNo());
        }
    }

    /** The head answered the party's application to pay later or in instalments. */
    public void decideDeferral(String caseNo, DeferralDecision decision, String formVersion) {
        Investigation investigation = newest(caseNo);
        long id = investigation.id();
        if (!executions.isDeferralAsked(id)) {
            refuseUnlessRepeated(decision, executions.deferrals(id), caseNo);
            return;
        }
        Settlement settlement = settlement(investigation);
        checks().deferral(decision, settlement);
        executions.addDeferral(id, decision, time.instant(), actor());
        if (decision.isApproved()) {
            putOff(investigation, decision.until());
        }
        timeline.decided(
                caseNo,
                "commerce.event.deferral." + decision.decision(),
                decision.reason(),
                null,
                decision.until() == null ? "" : decision.until());
        record("commerce.deferral-decided", caseNo, described(decision), decision.reason(), formVersion);
    }

    private static void refuseUnlessRepeated(DeferralDecision decision, List<DeferralDecision> known, String caseNo) {
        if (known.isEmpty() || !known.get(known.size() - 1).equals(decision)) {
            throw new BadInput("", "commerce.no-application", caseNo);
        }
    }

    /** A new period to pay begins as many days before its end as the law gives, so that it ends on the day named. */
    private void putOff(Investigation investigation, LocalDate until) {
        String caseNo = investigation.caseNo();
        int days = clocks.open(caseNo, PAYMENT_CLOCK).orElseThrow().rule().limit();
        clocks.stop(caseNo, PAYMENT_CLOCK, "More time to pay approved · 经批准延期、分期缴纳");
        Instant due = clocks.dueSince(caseNo, PAYMENT_CLOCK, until.minusDays(days), investigation.jurisdiction());
        executions.setPayBy(investigation.id(), WorkingCalendar.dateOf(due));
    }

    /** The penalty was published, or pushed to the province that publishes it. */
    public void publish(String caseNo, Publication publication, String formVersion) {
        Investigation investigation = newest(caseNo);
        Optional<Publication> known = executions.publication(investigation.id());
        if (known.isPresent() && known.get().equals(publication)) {
            return;
        }
        refuseOutOfTurn(investigation, Stage.EXECUTION);
        if (known.isPresent()) {
            throw new BadInput("address", "commerce.published-already", place(known.get()));
        }
        Settlement settlement = settlement(investigation);
        checks().publication(publication, settlement.decision(), investigation.jurisdiction());
        executions.addPublication(investigation.id(), publication, time.instant(), actor());
        clocks.metOn(caseNo, PUBLICATION_CLOCK, publication.publishedOn());
        if (publication.isPushed()) {
            push(investigation, publication);
        } else {
            clocks.stop(caseNo, PUSH_CLOCK, "Published here · 已在本省公示");
            timeline.happened(caseNo, "commerce.event.published", publication.publishedOn(), publication.address());
        }
        record("commerce.published", caseNo, Map.of("at", place(publication)), publication.leftOut(), formVersion);
        if (settlement.isSettled()) {
            investigations.close(investigation.id(), time.instant());
        }
    }

    private static String place(Publication publication) {
        return publication.isPushed() ? publication.region() : publication.address();
    }

    /** Ten working days to push, ten more for the other province to publish. */
    private void push(Investigation investigation, Publication publication) {
        String caseNo = investigation.caseNo();
        Jurisdiction receiver = new Jurisdiction(Agency.COMMERCE, publication.region());
        String number = ExecutionNumbers.publication(investigation);
        clocks.metOn(caseNo, PUSH_CLOCK, publication.publishedOn());
        clocks.start(ClockStart.of(number, ELSEWHERE_CLOCK)
                .on(publication.publishedOn())
                .by(receiver)
                .inCase(caseNo));
        cases.addAssisting(caseNo, receiver, "Publishes the decision · 公示处罚信息");
        timeline.happened(caseNo, "commerce.event.pushed", publication.publishedOn(), receiver.id());
        workflow.beginElsewhere(caseNo, number, receiver);
    }

    /** Another province published what was pushed to it. */
    public void publishElsewhere(String caseNo, PublishedElsewhere published, String formVersion) {
        Investigation investigation = newest(caseNo);
        if (executions.elsewhere(investigation.id()).filter(published::equals).isPresent()) {
            return;
        }
        Publication pushed = executions
                .publication(investigation.id())
                .filter(Publication::isPushed)
                .orElseThrow(() -> new BadInput("", "commerce.nothing-pushed", caseNo));
        if (executions.elsewhere(investigation.id()).isPresent()) {
            throw new BadInput("address", "commerce.published-already", pushed.region());
        }
        checks().publishedElsewhere(published, pushed);
        executions.setElsewhere(investigation.id(), published);
        clocks.metOn(ExecutionNumbers.publication(investigation), ELSEWHERE_CLOCK, published.publishedOn());
        timeline.happened(caseNo, "commerce.event.published", published.publishedOn(), published.address());
        record("commerce.published-elsewhere", caseNo, Map.of("at", published.address()), null, formVersion);
    }

    private Settlement settlement(Investigation investigation) {
        long id = investigation.id();
        return settlement(
                investigation,
                decisions.of(id).map(Dossier.Decided::effective).orElse(null),
                executions.service(id).orElse(null),
                executions.payments(id));
    }

    /** What is to be paid and what was, as of today. */
    Settlement settlement(Investigation investigation, Decision decision, Served served, List<Payment> payments) {
        LocalDate payBy = served == null ? null : served.payBy();
        BigDecimal rate = payBy == null ? null : fineRanges.dailySurcharge(payBy);
        return new Settlement(decision, payBy, rate, payments, challenges.of(investigation), today());
    }

    private Investigation newest(String caseNo) {
        return investigations.lock(caseNo).orElseThrow(() -> new BadInput("", "commerce.no-investigation", caseNo));
    }

    private Decision decisionOf(Investigation investigation, Stage otherwise) {
        Optional<Dossier.Decided> decided = decisions.of(investigation.id());
        if (decided.isEmpty()) {
            refuseOutOfTurn(investigation, otherwise);
        }
        return decided.orElseThrow().decision();
    }

    private static void refuseOutOfTurn(Investigation investigation, Stage stage) {
        if (investigation.stage() != stage) {
            throw new BadInput("", "commerce.out-of-turn." + investigation.stage(), investigation.caseNo());
        }
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

    private static Map<String, ?> described(ServiceRecord service) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("method", service.method().name());
        values.put(
                service.isAwaited() ? "noticedOn" : "servedOn",
                (service.isAwaited() ? service.noticedOn() : service.servedOn()).toString());
        return values;
    }

    private static Map<String, ?> described(DeferralDecision decision) {
        return decision.isApproved()
                ? Map.of(
                        "decision",
                        decision.decision().name(),
                        "until",
                        decision.until().toString())
                : Map.of("decision", decision.decision().name());
    }

    private void record(String action, String caseNo, Map<String, ?> after, String reason, String formVersion) {
        audit.record(new AuditEntry(action, "case", caseNo, Map.of(), after, reason, formVersion));
    }
}
