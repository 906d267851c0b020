package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseCorrections;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.common.BadInput;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A penalty is annulled or changed after it was served: on reconsideration, by a court, or by the agency itself. Each step
 * may be called twice: the second call finds its work done and changes nothing.
 */
@Service
@Transactional
public class AnnulmentService {

    /** Withdrawal of the publication, 3 working days. */
    public static final String WITHDRAWAL_CLOCK = "commerce.publication-withdrawal";

    /** Refund of what was paid too much. */
    public static final String REFUND_CLOCK = "commerce.refund";

    /** Confiscated goods go back. */
    public static final String GOODS_CLOCK = "commerce.confiscation-return";

    private final Investigations investigations;
    private final InvestigationDecisions decisions;
    private final InvestigationExecutions executions;
    private final Annulments annulments;
    private final PenaltyExecution execution;
    private final MeasureService measures;
    private final ExecutionWorkflow workflow;
    private final StatutoryClocks clocks;
    private final CaseService cases;
    private final CaseCorrections corrections;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    AnnulmentService(
            Investigations investigations,
            InvestigationDecisions decisions,
            InvestigationExecutions executions,
            Annulments annulments,
            PenaltyExecution execution,
            MeasureService measures,
            ExecutionWorkflow workflow,
            StatutoryClocks clocks,
            CaseService cases,
            CaseCorrections corrections,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.investigations = investigations;
        this.decisions = decisions;
        this.executions = executions;
        this.annulments = annulments;
        this.execution = execution;
        this.measures = measures;
        this.workflow = workflow;
        this.clocks = clocks;
        this.cases = cases;
        this.corrections = corrections;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /**
     * An officer heard that the decision was annulled or changed. Nothing happens if that was said before.
     *
     * @throws BadInput if the case has no penalty that was served
     */
    public void begin(String caseNo) {
        Investigation investigation = newest(caseNo);
        boolean served = investigation.stage() == Stage.EXECUTION || investigation.stage() == Stage.CLOSED;
        boolean penalty = decisions
                .of(investigation.id())
                .filter(decided -> decided.decision().kind() == DecisionKind.PENALTY)
                .isPresent();
        if (!served || !penalty) {
            throw new BadInput("", "commerce.nothing-to-annul", caseNo);
        }
        if (annulments.begin(
                investigation.id(), time.instant(), Actors.current().userId())) {
            timeline.happened(caseNo, "commerce.event.annulment-begun");
            record("commerce.annulment-begun", caseNo, Map.of(), null, null);
            workflow.beginAnnulment(caseNo, ExecutionNumbers.annulment(investigation), investigation.jurisdiction());
        }
    }

    /** What became of the decision, by whom and from when; or nothing, because this was begun by mistake. */
    public void record(String caseNo, Annulment annulment, String formVersion) {
        Investigation investigation = newest(caseNo);
        String number = ExecutionNumbers.annulment(investigation);
        if (annulment.result() == AnnulmentResult.NOTHING) {
            annulments.forget(investigation.id());
            clocks.stop(number, WITHDRAWAL_CLOCK, "Begun by mistake · 误启动");
            timeline.happened(caseNo, "commerce.event.annulment-mistaken");
            record("commerce.annulment-mistaken", caseNo, Map.of(), annulment.reason(), formVersion);
            return;
        }
        Dossier.Decided decided = decided(investigation);
        if (annulment.equals(decided.annulment().annulment())) {
            return;
        }
        if (decided.annulment().annulment() != null) {
            throw new BadInput("", "commerce.annulled-already", caseNo);
        }
        checks().annulment(annulment, decided.decision());
        annulments.record(investigation.id(), annulment, Actors.current().userId());
        countFrom(investigation, number, annulment.effectiveOn());
        timeline.decided(
                caseNo,
                "commerce.event.annulled." + annulment.result(),
                annulment.reason(),
                null,
                annulment.documentNo(),
                annulment.effectiveOn());
        record(
                "commerce.annulled",
                caseNo,
                Map.of("result", annulment.result().name(), "documentNo", annulment.documentNo()),
                annulment.reason(),
                formVersion);
    }

    /** The period runs from the day the decision fell away, not from the day somebody heard of it. */
    private void countFrom(Investigation investigation, String number, LocalDate day) {
        clocks.stop(number, WITHDRAWAL_CLOCK, "Counted from the day it took effect · 自生效之日起算");
        if (executions.publication(investigation.id()).isPresent()) {
            clocks.start(ClockStart.of(number, WITHDRAWAL_CLOCK)
                    .on(day)
                    .by(investigation.jurisdiction())
                    .inCase(investigation.caseNo()));
        }
    }

    /** Stops what was still being carried out, corrects the outcome of the case, and says what is left to do. */
    public AnnulmentDuties carryOut(String caseNo) {
        Investigation investigation = newest(caseNo);
        Dossier.Decided decided = decided(investigation);
        Annulment annulment = decided.annulment().annulment();
        Optional<Publication> publication = executions.publication(investigation.id());
        Settlement settlement = settlement(investigation, decided);
        if (!decided.annulment().isCarriedOut()) {
            annulments.setCarriedOut(investigation.id(), time.instant());
            correctOutcome(caseNo, decided, annulment);
            if (annulment.result() == AnnulmentResult.ANNULLED) {
                endAll(investigation);
            } else if (settlement.isSettled()) {
                execution.endCollection(investigation);
            }
        }
        return new AnnulmentDuties(
                publication.isPresent(),
                settlement.refundable().signum() > 0,
                decided.hasGoodsToReturn(),
                annulment.decideAnew());
    }

    private void correctOutcome(String caseNo, Dossier.Decided decided, Annulment annulment) {
        if (annulment.result() == AnnulmentResult.UNLAWFUL) {
            return;
        }
        CaseResult before = cases.find(caseNo).orElseThrow().recordedResult().orElseThrow();
        boolean annulled = annulment.result() == AnnulmentResult.ANNULLED;
        Decision left = decided.effective();
        corrections.correctOutcome(
                caseNo,
                new CaseResult(
                        annulled ? CaseOutcome.ANNULLED : before.outcome(),
                        annulment.reason(),
                        before.caseValue(),
                        left.fine(),
                        annulled ? BigDecimal.ZERO : left.confiscated(),
                        before.goodsQuantity(),
                        before.goods()));
    }

    private void endAll(Investigation investigation) {
        String caseNo = investigation.caseNo();
        String reason = "Decision annulled · 决定被撤销";
        clocks.stop(caseNo, PenaltyExecution.PAYMENT_CLOCK, reason);
        clocks.stop(caseNo, PenaltyExecution.PUBLICATION_CLOCK, reason);
        clocks.stop(caseNo, PenaltyExecution.PUSH_CLOCK, reason);
        investigations.close(investigation.id(), time.instant());
        workflow.endCollection(caseNo);
        workflow.endPublication(caseNo);
    }

    /** The publication was withdrawn. */
    public void withdraw(String caseNo, Withdrawal withdrawal, String formVersion) {
        Investigation investigation = newest(caseNo);
        AnnulmentFile file = decided(investigation).annulment();
        if (new Withdrawal(file.withdrawnOn(), file.withdrawalNote()).equals(withdrawal)) {
            return;
        }
        if (file.withdrawnOn() != null) {
            throw new BadInput("", "commerce.withdrawn-already", file.withdrawnOn());
        }
        checks().withdrawal(withdrawal, file.annulment());
        annulments.setWithdrawn(investigation.id(), withdrawal);
        clocks.metOn(ExecutionNumbers.annulment(investigation), WITHDRAWAL_CLOCK, withdrawal.withdrawnOn());
        timeline.happened(caseNo, "commerce.event.withdrawn", withdrawal.withdrawnOn());
        record(
                "commerce.publication-withdrawn",
                caseNo,
                Map.of("on", withdrawal.withdrawnOn().toString()),
                withdrawal.note(),
                formVersion);
    }

    /** What was paid too much went back. */
    public void refund(String caseNo, Refund refund, String formVersion) {
        Investigation investigation = newest(caseNo);
        Dossier.Decided decided = decided(investigation);
        AnnulmentFile file = decided.annulment();
        if (new Refund(file.refunded(), file.refundedOn(), file.refundReceipt()).equals(refund)) {
            return;
        }
        if (file.refundedOn() != null) {
            throw new BadInput("", "commerce.refunded-already", file.refundReceipt());
        }
        checks().refund(
                        refund,
                        file.annulment(),
                        settlement(investigation, decided).refundable());
        annulments.setRefunded(investigation.id(), refund);
        clocks.metOn(ExecutionNumbers.annulment(investigation), REFUND_CLOCK, refund.refundedOn());
        timeline.happened(caseNo, "commerce.event.refunded", refund.amount().toPlainString(), refund.refundedOn());
        record(
                "commerce.refunded",
                caseNo,
                Map.of("amount", refund.amount(), "receiptNo", refund.receiptNo()),
                null,
                formVersion);
    }

    /** Confiscated goods went back, or the value of what had been disposed of. */
    public void giveBack(String caseNo, GoodsBack goods, String formVersion) {
        Investigation investigation = newest(caseNo);
        Dossier.Decided decided = decided(investigation);
        GoodsBack known = decided.annulment().goodsBack();
        if (goods.equals(known)) {
            return;
        }
        if (known != null || !decided.hasGoodsToReturn()) {
            throw new BadInput("", "commerce.no-goods-to-return", caseNo);
        }
        checks().goodsBack(goods, decided);
        annulments.setGoodsBack(investigation.id(), goods);
        boolean all = goods.quantity().compareTo(decided.decision().confiscatedQuantity()) == 0;
        if (all && investigation.measured()) {
            measures.returnConfiscated(caseNo);
        }
        clocks.metOn(ExecutionNumbers.annulment(investigation), GOODS_CLOCK, goods.returnedOn());
        timeline.happened(
                caseNo,
                goods.valuePaid() == null ? "commerce.event.goods-back" : "commerce.event.goods-back.paid",
                goods.quantity().toPlainString(),
                goods.returnedOn(),
                goods.receivedBy(),
                goods.valuePaid() == null ? "" : goods.valuePaid().toPlainString());
        record(
                "commerce.goods-back",
                caseNo,
                Map.of(
                        "quantity",
                        goods.quantity(),
                        "returnedOn",
                        goods.returnedOn().toString()),
                goods.note(),
                formVersion);
    }

    /** A new decision was ordered: the case begins anew. */
    public void reopen(String caseNo) {
        corrections.reopen(caseNo, "New decision ordered · 责令重新作出决定");
    }

    private Settlement settlement(Investigation investigation, Dossier.Decided decided) {
        long id = investigation.id();
        return execution.settlement(
                investigation, decided.effective(), executions.service(id).orElse(null), executions.payments(id));
    }

    private Dossier.Decided decided(Investigation investigation) {
        return decisions
                .of(investigation.id())
                .filter(decided -> decided.annulment() != null)
                .orElseThrow(() -> new BadInput("", "commerce.nothing-to-annul", investigation.caseNo()));
    }

    private Investigation newest(String caseNo) {
        return investigations.locked(caseNo);
    }

    private InvestigationChecks checks() {
        return new InvestigationChecks(WorkingCalendar.dateOf(time.instant()));
    }

    private void record(String action, String caseNo, Map<String, ?> after, String reason, String formVersion) {
        audit.record(new AuditEntry(action, "case", caseNo, Map.of(), after, reason, formVersion));
    }
}
