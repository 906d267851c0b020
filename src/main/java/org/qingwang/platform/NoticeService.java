package org.qingwang.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseAgency;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.PlatformNotice.Ending;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a notice to a platform, from sending it to the end of the measures. Each may be called twice: the second
 * call finds its work done and changes nothing. A step out of turn, or one that cannot be true, is refused with
 * {@link BadInput} and leaves nothing behind.
 *
 * <p>{@code formVersion} is the form it was recorded with, as the audit names it; null if none.
 */
@Service
@Transactional
public class NoticeService {

    static final String MEASURES_CLOCK = "platform.measures";
    static final String FORWARDING_CLOCK = "platform.forwarding";
    static final String DECLARATION_CLOCK = "platform.declaration";
    static final String RESTORATION_CLOCK = "platform.restoration";

    /** The rights holder's 15 days (E-Commerce Law art. 43). */
    public static final String HOLDER_CLOCK = "platform.counter-declaration";

    private static final String BASIS_DECLARATION = "E-Commerce Law, art. 43 · 《电子商务法》第四十三条";

    private final PlatformNotices notices;
    private final Corrections corrections;
    private final NoticeClosing closing;
    private final NoticeClocks noticeClocks;
    private final NoticeWorkflow workflow;
    private final StatutoryClocks clocks;
    private final CaseService cases;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    NoticeService(
            PlatformNotices notices,
            Corrections corrections,
            NoticeClosing closing,
            NoticeClocks noticeClocks,
            NoticeWorkflow workflow,
            StatutoryClocks clocks,
            CaseService cases,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.notices = notices;
        this.corrections = corrections;
        this.closing = closing;
        this.noticeClocks = noticeClocks;
        this.workflow = workflow;
        this.clocks = clocks;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /** Whether somebody may send notices from a case: officers of the agencies that lead or assist it now. */
    @Transactional(readOnly = true)
    public boolean maySend(Actor actor, String caseNo) {
        return actor.homeJurisdiction().filter(home -> worksOn(home, caseNo)).isPresent();
    }

    private boolean worksOn(Jurisdiction jurisdiction, String caseNo) {
        return cases.agenciesOf(caseNo).stream()
                .filter(CaseAgency::isCurrent)
                .anyMatch(agency -> agency.jurisdiction().equals(jurisdiction));
    }

    /**
     * Sends a notice from a case and sets its process going.
     *
     * @return its number; the same content sent again gives the same notice
     * @throws NotAllowed if the person's agency does not work on the case
     */
    public String send(String caseNo, NoticeDraft draft) {
        Actor actor = Actors.current();
        if (!maySend(actor, caseNo)) {
            throw new NotAllowed("to send a notice from " + caseNo);
        }
        new NoticeChecks(time.instant()).draft(draft);
        notices.lockCase(caseNo);
        Optional<PlatformNotice> same = notices.ofCase(caseNo).stream()
                .filter(known -> !known.isClosed() && known.content().equals(draft))
                .findFirst();
        if (same.isPresent()) {
            return same.get().noticeNo();
        }
        CaseFile file = cases.find(caseNo).orElseThrow();
        if (file.isClosed()) {
            throw new BadInput("", "platform.case-closed", caseNo);
        }
        return begin(caseNo, actor.homeJurisdiction().orElseThrow(), draft);
    }

    private String begin(String caseNo, Jurisdiction jurisdiction, NoticeDraft draft) {
        PlatformNotice notice = newNotice(caseNo, jurisdiction, draft);
        notices.add(notice, actor());
        noticeClocks.start(notice, MEASURES_CLOCK, draft.servedOn());
        noticeClocks.start(notice, FORWARDING_CLOCK, draft.servedOn());
        timeline.decided(
                caseNo,
                "platform.event.sent",
                null,
                "E-Commerce Law, art. 42 · 《电子商务法》第四十二条",
                notice.noticeNo(),
                draft.platform(),
                draft.listings().size());
        record(
                "platform.notice-sent",
                notice,
                Map.of(
                        "case", caseNo,
                        "platform", draft.platform(),
                        "seller", draft.seller(),
                        "holder", draft.holder(),
                        "listings", draft.listings()),
                null,
                null);
        workflow.begin(notice);
        return notice.noticeNo();
    }

    private PlatformNotice newNotice(String caseNo, Jurisdiction jurisdiction, NoticeDraft draft) {
        String number = "TZ-%s-%d-%06d".formatted(jurisdiction.region(), today().getYear(), notices.nextNumber());
        return new PlatformNotice(
                number,
                caseNo,
                jurisdiction,
                NoticeStage.MEASURES,
                null,
                time.instant(),
                draft,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What the platform did, or why it did nothing. */
    public void recordMeasures(String noticeNo, MeasuresTaken taken, String formVersion) {
        PlatformNotice notice = locked(noticeNo);
        boolean answered = notice.stage() != NoticeStage.MEASURES && notice.measures() != null;
        if (answered && taken.repeats(notice.measures())) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.MEASURES);
        StatutoryClock clock = clocks.open(noticeNo, MEASURES_CLOCK).orElse(null);
        new NoticeChecks(time.instant()).measures(taken, notice, clock);
        notices.setMeasures(noticeNo, taken, isLate(taken, clock), time.instant(), actor());
        if (taken.acknowledgedAt() != null) {
            notices.setAcknowledged(noticeNo, taken.acknowledgedAt());
        }
        if (taken.answer() == MeasuresTaken.Answer.TAKEN) {
            measuresTaken(notice, taken);
        } else {
            notActed(notice, taken);
        }
        record("platform.measures-recorded", notice, described(taken), taken.reason(), formVersion);
    }

    private boolean isLate(MeasuresTaken taken, StatutoryClock clock) {
        Instant done = taken.takenAt() == null ? time.instant() : taken.takenAt();
        return clock != null && done.isAfter(clock.dueAt());
    }

    private void measuresTaken(PlatformNotice notice, MeasuresTaken taken) {
        String noticeNo = notice.noticeNo();
        List<String> named = notice.addresses(ListingState.NOTIFIED);
        List<String> untouched = ListingLines.among("untouched", taken.untouched(), named);
        notices.setListings(noticeNo, ListingState.NOTIFIED, ListingState.UNTOUCHED, untouched);
        notices.setListings(noticeNo, ListingState.NOTIFIED, ListingState.MEASURED, named);
        LocalDate day = WorkingCalendar.dateOf(taken.takenAt());
        clocks.metOn(noticeNo, MEASURES_CLOCK, day);
        timeline.happened(
                notice.caseNo(),
                "platform.event.measures." + taken.measure(),
                noticeNo,
                day,
                named.size() - untouched.size());
        if (taken.forwardedOn() == null) {
            notices.setStage(noticeNo, NoticeStage.FORWARDING);
        } else {
            forwarded(notice, taken.forwardedOn());
        }
    }

    private void notActed(PlatformNotice notice, MeasuresTaken answer) {
        String noticeNo = notice.noticeNo();
        notices.setListings(
                noticeNo, ListingState.NOTIFIED, ListingState.UNTOUCHED, notice.addresses(ListingState.NOTIFIED));
        String why = answer.reason() == null ? "No answer came · 未答复" : answer.reason();
        clocks.stop(noticeNo, MEASURES_CLOCK, why);
        clocks.stop(noticeNo, FORWARDING_CLOCK, why);
        corrections.open(noticeNo, answer, time.instant());
        notices.setStage(noticeNo, NoticeStage.ORDER);
        timeline.decided(
                notice.caseNo(), "platform.event.not-acted." + answer.answer(), answer.reason(), null, noticeNo);
    }

    private static Map<String, ?> described(MeasuresTaken taken) {
        return taken.answer() != MeasuresTaken.Answer.TAKEN
                ? Map.of("answer", taken.answer().name())
                : Map.of(
                        "answer", taken.answer().name(),
                        "measure", taken.measure().name(),
                        "takenAt", taken.takenAt().toString());
    }

    /** The platform forwarded the notice to the seller. */
    public void recordForwarding(String noticeNo, Forwarding forwarding, String formVersion) {
        PlatformNotice notice = locked(noticeNo);
        if (notice.measures() != null
                && forwarding.forwardedOn().equals(notice.measures().forwardedOn())) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.FORWARDING);
        new NoticeChecks(time.instant()).forwarding(forwarding, notice);
        notices.setForwarded(noticeNo, forwarding.forwardedOn());
        forwarded(notice, forwarding.forwardedOn());
        record(
                "platform.notice-forwarded",
                notice,
                Map.of("forwardedOn", forwarding.forwardedOn().toString()),
                null,
                formVersion);
    }

    private void forwarded(PlatformNotice notice, LocalDate day) {
        clocks.metOn(notice.noticeNo(), FORWARDING_CLOCK, day);
        noticeClocks.start(notice, DECLARATION_CLOCK, day);
        notices.setStage(notice.noticeNo(), NoticeStage.DECLARATION);
        timeline.happened(notice.caseNo(), "platform.event.forwarded", notice.noticeNo(), day);
    }

    /** The platform confirms that it has the notice; only the first time counts. */
    public void acknowledge(String noticeNo) {
        PlatformNotice notice = locked(noticeNo);
        if (notice.acknowledgedAt() != null) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.MEASURES);
        notices.setAcknowledged(noticeNo, time.instant());
        timeline.happened(notice.caseNo(), "platform.event.acknowledged", noticeNo);
        record("platform.notice-acknowledged", notice, Map.of(), null, null);
    }

    /** The seller declares that it does not infringe; also after its time, as long as the notice is uncontested. */
    public void recordDeclaration(String noticeNo, Declaration declaration, String formVersion) {
        PlatformNotice notice = locked(noticeNo);
        if (declaration.equals(notice.declaration())) {
            return;
        }
        if (notice.awaits() != NoticeStage.DECLARATION) {
            refuseOutOfTurn(notice, NoticeStage.DECLARATION);
        }
        new NoticeChecks(time.instant()).declaration(declaration, notice);
        if (notice.isClosed()) {
            closing.reopen(notice);
        }
        notices.addDeclaration(noticeNo, declaration, time.instant(), actor());
        List<String> contested = contested(notice, declaration);
        notices.setListings(noticeNo, ListingState.MEASURED, ListingState.CONTESTED, contested);
        clocks.metOn(noticeNo, DECLARATION_CLOCK, declaration.declaredOn());
        noticeClocks.start(notice, FORWARDING_CLOCK, declaration.declaredOn());
        notices.setStage(noticeNo, NoticeStage.DELIVERY);
        timeline.happened(
                notice.caseNo(),
                "platform.event.declared",
                noticeNo,
                declaration.declarant(),
                declaration.declaredOn(),
                contested.size());
        record(
                "platform.declaration-recorded",
                notice,
                Map.of("declaredOn", declaration.declaredOn().toString(), "listings", contested),
                declaration.statement(),
                formVersion);
    }

    private static List<String> contested(PlatformNotice notice, Declaration declaration) {
        List<String> measured = notice.addresses(ListingState.MEASURED);
        List<String> covered = ListingLines.among("covered", declaration.covered(), measured);
        return covered.isEmpty() ? measured : covered;
    }

    /** The declaration reached the rights holder: the 15 days begin. */
    public void recordDelivery(String noticeNo, Delivery delivery, String formVersion) {
        PlatformNotice notice = locked(noticeNo);
        if (delivery.equals(notice.delivery())) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.DELIVERY);
        new NoticeChecks(time.instant()).delivery(delivery, notice);
        notices.setDelivered(noticeNo, delivery);
        clocks.metOn(noticeNo, FORWARDING_CLOCK, delivery.deliveredOn());
        Instant end =
                noticeClocks.start(notice, HOLDER_CLOCK, delivery.deliveredOn()).dueAt();
        notices.setStage(noticeNo, NoticeStage.REACTION);
        timeline.happened(
                notice.caseNo(),
                "platform.event.delivered",
                noticeNo,
                delivery.deliveredOn(),
                WorkingCalendar.dateOf(end));
        record(
                "platform.declaration-delivered",
                notice,
                Map.of("deliveredOn", delivery.deliveredOn().toString()),
                null,
                formVersion);
    }

    /** The holder complained or sued, and the measures stay; or it accepts the declaration. */
    public void recordReaction(String noticeNo, Reaction reaction, String formVersion) {
        PlatformNotice notice = locked(noticeNo);
        if (reaction.equals(notice.reaction())) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.REACTION);
        StatutoryClock clock = clocks.open(noticeNo, HOLDER_CLOCK).orElseThrow();
        new NoticeChecks(time.instant()).reaction(reaction, notice, clock);
        notices.addReaction(noticeNo, reaction, time.instant(), actor());
        clocks.metOn(noticeNo, HOLDER_CLOCK, reaction.reactedOn());
        if (reaction.reaction() != Reaction.Kind.ACCEPTED) {
            List<String> contested = notice.addresses(ListingState.CONTESTED);
            notices.setListings(noticeNo, ListingState.CONTESTED, ListingState.MEASURED, contested);
            closing.close(notice, NoticeResult.KEPT);
        }
        timeline.decided(
                notice.caseNo(),
                "platform.event.reaction." + reaction.reaction(),
                reaction.note(),
                BASIS_DECLARATION,
                noticeNo,
                reaction.reactedOn());
        record(
                "platform.reaction-recorded",
                notice,
                Map.of(
                        "reaction",
                        reaction.reaction().name(),
                        "reactedOn",
                        reaction.reactedOn().toString()),
                reaction.note(),
                formVersion);
    }

    /** The seller kept silent: the measures stay, and nobody contests the notice. */
    public void closeUncontested(String noticeNo) {
        PlatformNotice notice = locked(noticeNo);
        if (notice.result() == NoticeResult.UNCONTESTED) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.DECLARATION);
        clocks.stop(noticeNo, DECLARATION_CLOCK, "No declaration came · 未收到声明");
        closing.close(notice, NoticeResult.UNCONTESTED);
        timeline.happenedByItself(notice.caseNo(), "platform.event.uncontested", noticeNo);
        record("platform.notice-uncontested", notice, Map.of(), null, null);
    }

    /** The holder accepts, or kept silent for 15 days: the platform has to put the contested listings back. */
    public void endMeasures(String noticeNo) {
        PlatformNotice notice = locked(noticeNo);
        if (notice.ending() != null) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.REACTION);
        Ending.Reason reason = notice.reaction() == null ? Ending.Reason.SILENCE : Ending.Reason.ACCEPTED;
        notices.addEnding(noticeNo, reason, time.instant());
        List<String> contested = notice.addresses(ListingState.CONTESTED);
        notices.setListings(noticeNo, ListingState.CONTESTED, ListingState.TO_RESTORE, contested);
        clocks.stop(noticeNo, HOLDER_CLOCK, "No complaint and no suit came in time · 期限内未收到投诉或者起诉通知");
        noticeClocks.start(notice, RESTORATION_CLOCK, null);
        notices.setStage(noticeNo, NoticeStage.RESTORATION);
        timeline.happenedByItself(notice.caseNo(), "platform.event.ended." + reason, noticeNo, contested.size());
        record("platform.measures-ended", notice, Map.of("reason", reason.name(), "listings", contested), null, null);
    }

    /** The platform put the listings back. */
    public void recordRestoration(String noticeNo, Restoration restoration, String formVersion) {
        PlatformNotice notice = locked(noticeNo);
        if (notice.ending() != null && restoration.equals(notice.ending().restoration())) {
            return;
        }
        refuseOutOfTurn(notice, NoticeStage.RESTORATION);
        new NoticeChecks(time.instant()).restoration(restoration, notice);
        notices.setRestored(noticeNo, restoration, time.instant(), actor());
        List<String> back = notice.addresses(ListingState.TO_RESTORE);
        notices.setListings(noticeNo, ListingState.TO_RESTORE, ListingState.RESTORED, back);
        clocks.metOn(noticeNo, RESTORATION_CLOCK, restoration.restoredOn());
        closing.close(notice, NoticeResult.RESTORED);
        timeline.happened(notice.caseNo(), "platform.event.restored", noticeNo, restoration.restoredOn(), back.size());
        record(
                "platform.listings-restored",
                notice,
                Map.of("restoredOn", restoration.restoredOn().toString(), "listings", back),
                restoration.note(),
                formVersion);
    }

    @Transactional(readOnly = true)
    public Optional<PlatformNotice> find(String noticeNo) {
        return notices.find(noticeNo);
    }

    /** @return the notices sent from a case, the first one first */
    @Transactional(readOnly = true)
    public List<PlatformNotice> ofCase(String caseNo) {
        return notices.ofCase(caseNo);
    }

    /** @return the period in which what the notice awaits is due; empty if none runs */
    @Transactional(readOnly = true)
    public Optional<StatutoryClock> clockOf(PlatformNotice notice) {
        return switch (notice.stage()) {
            case ORDER, FINE -> clocks.open(notice.noticeNo(), CorrectionService.DECISION_CLOCK);
            case CORRECTION -> clocks.open(notice.noticeNo(), CorrectionService.CORRECTION_CLOCK);
            case MEASURES -> clocks.open(notice.noticeNo(), MEASURES_CLOCK);
            case FORWARDING, DELIVERY -> clocks.open(notice.noticeNo(), FORWARDING_CLOCK);
            case DECLARATION -> clocks.open(notice.noticeNo(), DECLARATION_CLOCK);
            case REACTION -> clocks.open(notice.noticeNo(), HOLDER_CLOCK);
            case RESTORATION -> clocks.open(notice.noticeNo(), RESTORATION_CLOCK);
            case CLOSED -> Optional.empty();
        };
    }

    /** The notice, held until the end of the transaction. */
    Optional<PlatformNotice> lock(String noticeNo) {
        return notices.lock(noticeNo);
    }

    private PlatformNotice locked(String noticeNo) {
        return notices.lock(noticeNo).orElseThrow(() -> new BadInput("", "platform.unknown-notice", noticeNo));
    }

    private static void refuseOutOfTurn(PlatformNotice notice, NoticeStage stage) {
        if (notice.stage() != stage) {
            throw new BadInput("", "platform.out-of-turn." + notice.stage(), notice.noticeNo());
        }
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    private static String actor() {
        return Actors.current().userId();
    }

    private void record(String action, PlatformNotice notice, Map<String, ?> after, String reason, String formVersion) {
        audit.record(new AuditEntry(action, "notice", notice.noticeNo(), Map.of(), after, reason, formVersion));
    }
}
