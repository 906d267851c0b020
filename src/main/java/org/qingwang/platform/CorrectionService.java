package org.qingwang.platform;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.law.FineRange;
import org.qingwang.law.FineRanges;
import org.qingwang.law.Infringement;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when a platform takes no measures: an order to correct first, and a fine only if it is not obeyed
 * (E-Commerce Law art. 84). Each step may be called twice; one out of turn is refused with {@link BadInput}.
 *
 * <p>{@code formVersion} is the form it was recorded with, as the audit names it; null if none.
 */
@Service
@Transactional
public class CorrectionService {

    /** Rule of the fine. */
    public static final String FINE_RULE = "ecommerce.ip-measures";

    static final String DECISION_CLOCK = "platform.decision";
    static final String CORRECTION_CLOCK = "platform.correction";

    private static final String BASIS = "E-Commerce Law, art. 84 · 《电子商务法》第八十四条";

    private final PlatformNotices notices;
    private final Corrections corrections;
    private final NoticeClocks noticeClocks;
    private final StatutoryClocks clocks;
    private final FineRanges fineRanges;
    private final NoticeClosing closing;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    CorrectionService(
            PlatformNotices notices,
            Corrections corrections,
            NoticeClocks noticeClocks,
            StatutoryClocks clocks,
            FineRanges fineRanges,
            NoticeClosing closing,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.notices = notices;
        this.corrections = corrections;
        this.noticeClocks = noticeClocks;
        this.clocks = clocks;
        this.fineRanges = fineRanges;
        this.closing = closing;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /** The head orders the platform to correct, or accepts its reasons. */
    public void decideOrder(String noticeNo, OrderDecision order, String formVersion) {
        PlatformNotice notice = locked(noticeNo);
        if (repeats(noticeNo, order)) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.ORDER);
        check(order, notice);
        corrections.setOrder(noticeNo, order, time.instant(), actor());
        clocks.met(noticeNo, DECISION_CLOCK);
        if (order.decision() == OrderDecision.Kind.ORDER) {
            noticeClocks.start(notice, CORRECTION_CLOCK, order.servedOn());
            notices.setStage(noticeNo, NoticeStage.CORRECTION);
        } else {
            closing.close(notice, NoticeResult.NOT_ACTED);
        }
        timeline.decided(notice.caseNo(), "platform.event.order." + order.decision(), order.reason(), BASIS, noticeNo);
        record("platform.order-decided", notice, order.decision().name(), order.reason(), formVersion);
    }

    private boolean repeats(String noticeNo, OrderDecision order) {
        return newest(noticeNo) != null && order.equals(newest(noticeNo).order());
    }

    private void check(OrderDecision order, PlatformNotice notice) {
        if (order.decision() == OrderDecision.Kind.NO_ORDER) {
            return;
        }
        if (notice.jurisdiction().agency() != Agency.COMMERCE) {
            throw new BadInput("decision", "platform.order-not-competent");
        }
        required("orderNo", order.orderNo());
        required("demands", order.demands());
        if (order.servedOn() == null) {
            throw new BadInput("servedOn", "platform.missing.orderServedOn");
        }
        notAfterToday("servedOn", order.servedOn());
        notBefore("servedOn", order.servedOn(), notice.content().servedOn());
    }

    /** An officer looked whether the platform obeyed. That it did not can be said only when its time is over. */
    public void recordCorrection(String noticeNo, CorrectionCheck check, String formVersion) {
        PlatformNotice notice = locked(noticeNo);
        Correction newest = newest(noticeNo);
        if (newest != null && check.equals(newest.check())) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.CORRECTION);
        notAfterToday("checkedOn", check.checkedOn());
        notBefore("checkedOn", check.checkedOn(), newest.order().servedOn());
        if (check.result() == CorrectionCheck.Result.CORRECTED) {
            clocks.metOn(noticeNo, CORRECTION_CLOCK, check.checkedOn());
            notices.setListings(
                    noticeNo, ListingState.UNTOUCHED, ListingState.NOTIFIED, notice.addresses(ListingState.UNTOUCHED));
            notices.setStage(noticeNo, NoticeStage.MEASURES);
        } else {
            refuseBeforeItsEnd(noticeNo);
            clocks.stop(noticeNo, CORRECTION_CLOCK, check.finding());
            notices.setStage(noticeNo, NoticeStage.FINE);
        }
        corrections.setCheck(noticeNo, check, time.instant(), actor());
        timeline.decided(
                notice.caseNo(), "platform.event.correction." + check.result(), check.finding(), BASIS, noticeNo);
        record("platform.correction-recorded", notice, check.result().name(), check.finding(), formVersion);
    }

    private void refuseBeforeItsEnd(String noticeNo) {
        StatutoryClock clock = clocks.open(noticeNo, CORRECTION_CLOCK).orElseThrow();
        if (clock.end().filter(end -> time.instant().isAfter(end)).isEmpty()) {
            throw new BadInput("result", "platform.correction-runs", WorkingCalendar.dateOf(clock.dueAt()));
        }
    }

    /** The head decides on a fine for not obeying the order. */
    public void decideFine(String noticeNo, FineDecision decision, String formVersion) {
        PlatformNotice notice = locked(noticeNo);
        Correction newest = newest(noticeNo);
        if (newest != null && decision.equals(newest.fine())) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.FINE);
        notAfterToday("decidedOn", decision.decidedOn());
        notBefore("decidedOn", decision.decidedOn(), newest.check().checkedOn());
        FineRange range = lawful(decision.serious(), decision.decidedOn());
        check(decision, range);
        corrections.setFine(
                noticeNo,
                decision,
                new Correction.Range(FINE_RULE, range.rule().from(), range.minimum(), range.maximum()),
                time.instant(),
                actor());
        clocks.met(noticeNo, DECISION_CLOCK);
        boolean fined = decision.decision() == FineDecision.Kind.FINE;
        closing.close(notice, fined ? NoticeResult.FINED : NoticeResult.NOT_ACTED);
        timeline.decided(
                notice.caseNo(),
                "platform.event.fine." + decision.decision(),
                decision.reason(),
                BASIS,
                noticeNo,
                fined ? decision.fine().toPlainString() : "0");
        record("platform.fine-decided", notice, decision.decision().name(), decision.reason(), formVersion);
    }

    /** The lawful range: not to obey is a conduct that lasts until it is decided on. */
    private FineRange lawful(boolean serious, LocalDate decidedOn) {
        return fineRanges.lawful(FINE_RULE, new Infringement(decidedOn, BigDecimal.ZERO, serious, false), decidedOn);
    }

    private static void check(FineDecision decision, FineRange range) {
        if (decision.decision() == FineDecision.Kind.NO_FINE) {
            return;
        }
        required("decisionNo", decision.decisionNo());
        if (decision.fine() == null) {
            throw new BadInput("fine", "platform.missing.fine");
        }
        if (!range.allows(decision.fine())) {
            throw new BadInput(
                    "fine",
                    "platform.fine-outside",
                    decision.fine().toPlainString(),
                    range.minimum().toPlainString(),
                    range.maximum().toPlainString());
        }
    }

    /** The fines that would be lawful today, as the head reads them before deciding. */
    public record LawfulFines(FineRange ordinary, FineRange serious) {}

    @Transactional(readOnly = true)
    public LawfulFines finesNow() {
        LocalDate today = WorkingCalendar.dateOf(time.instant());
        return new LawfulFines(lawful(false, today), lawful(true, today));
    }

    /** @return what was done because the platform took no measures, the first round first */
    @Transactional(readOnly = true)
    public List<Correction> of(String noticeNo) {
        return corrections.of(noticeNo);
    }

    private Correction newest(String noticeNo) {
        List<Correction> rounds = corrections.of(noticeNo);
        return rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
    }

    private PlatformNotice locked(String noticeNo) {
        return notices.lock(noticeNo).orElseThrow(() -> new BadInput("", "platform.unknown-notice", noticeNo));
    }

    private static void refuseOutOfTurn(PlatformNotice notice, NoticeStage stage) {
        if (notice.stage() != stage) {
            throw new BadInput("", "platform.out-of-turn." + notice.stage(), notice.noticeNo());
        }
    }

    private void notAfterToday(String field, LocalDate day) {
        if (day.isAfter(WorkingCalendar.dateOf(time.instant()))) {
            throw new BadInput(field, "platform.in-the-future", day);
        }
    }

    private static void notBefore(String field, LocalDate day, LocalDate first) {
        if (day.isBefore(first)) {
            throw new BadInput(field, "platform.too-early", day, first);
        }
    }

    private static void required(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new BadInput(field, "platform.missing." + field);
        }
    }

    private static String actor() {
        return Actors.current().userId();
    }

    private void record(String action, PlatformNotice notice, String decision, String reason, String formVersion) {
        audit.record(new AuditEntry(
                action, "notice", notice.noticeNo(), Map.of(), Map.of("decision", decision), reason, formVersion));
    }
}
