package org.qingwang.mediation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.Disputes;
import org.qingwang.complaint.Notice;
import org.qingwang.complaint.NoticeService;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a consumer's dispute from the complaint it was found in to its end, beside the lead in the same paper. Every use
 * case may be called twice.
 */
@Service
@Transactional
public class MediationService implements Disputes {

    /** The period for accepting or refusing a dispute. */
    public static final String DECISION_CLOCK = "complaint.dispute";

    /** The period in which mediation ends. */
    public static final String MEDIATION_CLOCK = "complaint.mediation";

    /** The period for telling both sides how it ended. */
    public static final String RESULT_CLOCK = "complaint.mediation-result";

    private final Mediations mediations;
    private final ComplaintService complaints;
    private final NoticeService notices;
    private final MediationWorkflow workflow;
    private final StatutoryClocks clocks;
    private final AuditLog audit;
    private final MessageSource messages;
    private final Clock time;

    MediationService(
            Mediations mediations,
            ComplaintService complaints,
            NoticeService notices,
            MediationWorkflow workflow,
            StatutoryClocks clocks,
            AuditLog audit,
            MessageSource messages,
            Clock time) {
        this.mediations = mediations;
        this.complaints = complaints;
        this.notices = notices;
        this.workflow = workflow;
        this.clocks = clocks;
        this.audit = audit;
        this.messages = messages;
        this.time = time;
    }

    @Override
    public void split(String receiptNo) {
        Complaint complaint = complaint(receiptNo);
        Mediation mediation = new Mediation(
                receiptNo, complaint.intake(), MediationStage.DECISION, time.instant(), null, null, null, null);
        if (!complaint.content().isDispute() || !mediations.add(mediation, actor())) {
            return;
        }
        start(mediation, DECISION_CLOCK, complaint.content().receivedOn());
        record(
                "mediation.split",
                receiptNo,
                Map.of("demand", complaint.content().demand()),
                null,
                null);
        workflow.begin(mediation);
    }

    /**
     * Accepts or refuses a dispute, or records that the complainant takes it back.
     *
     * @throws BadInput if another decision was taken, or something it needs is missing
     */
    public void decide(String receiptNo, Admission admission, String formVersion) {
        Mediation mediation = locked(receiptNo);
        if (admission.equals(mediation.admission())) {
            return;
        }
        refuseOutOfTurn(mediation, MediationStage.DECISION);
        new MediationChecks(time.instant())
                .admission(admission, mediation, complaint(receiptNo).content());
        boolean accepted = admission.decision() == Admission.Decision.ACCEPTED;
        mediations.decide(
                receiptNo,
                admission,
                accepted ? MediationStage.MEDIATION : MediationStage.CLOSED,
                time.instant(),
                actor());
        clocks.met(receiptNo, DECISION_CLOCK);
        if (accepted) {
            start(mediation, MEDIATION_CLOCK, today());
        }
        record("mediation.decided", receiptNo, described(admission), admission.reason(), formVersion);
    }

    /**
     * Records how mediation ended.
     *
     * @throws BadInput if it ended otherwise before, or after its period, or something is missing
     */
    public void end(String receiptNo, Ending ending, String formVersion) {
        Mediation mediation = locked(receiptNo);
        if (ending.equals(mediation.ending())) {
            return;
        }
        refuseOutOfTurn(mediation, MediationStage.MEDIATION);
        new MediationChecks(time.instant())
                .ending(
                        ending,
                        mediation,
                        clocks.open(receiptNo, MEDIATION_CLOCK).orElseThrow());
        clocks.metOn(receiptNo, MEDIATION_CLOCK, ending.endedOn());
        ended(mediation, ending, formVersion);
    }

    /** The period for mediation is over: without an agreement it failed. */
    public void lapse(String receiptNo) {
        Mediation mediation = locked(receiptNo);
        if (mediation.ending() != null) {
            return;
        }
        refuseOutOfTurn(mediation, MediationStage.MEDIATION);
        StatutoryClock clock = clocks.open(receiptNo, MEDIATION_CLOCK).orElseThrow();
        clocks.stop(receiptNo, MEDIATION_CLOCK, "Mediation ended with its period · 期限届满终止调解");
        LocalDate last = WorkingCalendar.dateOf(clock.dueAt());
        ended(mediation, new Ending(Ending.Result.FAILED, last, Ending.Failure.PERIOD_OVER, null, null, null), null);
    }

    private void ended(Mediation mediation, Ending ending, String formVersion) {
        mediations.end(mediation.receiptNo(), ending, actor());
        start(mediation, RESULT_CLOCK, ending.endedOn());
        record("mediation.ended", mediation.receiptNo(), described(ending), ending.note(), formVersion);
    }

    /**
     * Records when and how both sides were told.
     *
     * @throws BadInput if something else was recorded before, or a day cannot be right
     */
    public void recordTelling(String receiptNo, Telling telling, String formVersion) {
        Mediation mediation = locked(receiptNo);
        if (telling.equals(mediation.telling())) {
            return;
        }
        refuseOutOfTurn(mediation, MediationStage.TELLING);
        new MediationChecks(time.instant()).telling(telling, mediation);
        mediations.tell(receiptNo, telling, actor());
        clocks.metOn(receiptNo, RESULT_CLOCK, telling.last());
        record(
                "mediation.both-sides-told",
                receiptNo,
                Map.of(
                        "complainantToldOn", telling.complainantToldOn().toString(),
                        "sellerToldOn", telling.sellerToldOn().toString()),
                null,
                formVersion);
    }

    /** Puts what was decided, or how mediation ended, where the complainant reads it. Telling twice leaves one notice. */
    public void tellComplainant(String receiptNo) {
        Mediation mediation = mediations.find(receiptNo).orElseThrow();
        if (mediation.ending() != null) {
            notices.tell(receiptNo, Notice.Event.MEDIATION_ENDED, language ->
                    new Object[] {result(mediation.ending(), language)});
            return;
        }
        Admission admission = mediation.admission();
        switch (admission.decision()) {
            case ACCEPTED -> {
                LocalDate last = WorkingCalendar.dateOf(clocks.due(receiptNo, MEDIATION_CLOCK));
                notices.tell(receiptNo, Notice.Event.DISPUTE_ACCEPTED, language -> new Object[] {last});
            }
            case REFUSED ->
                notices.tell(receiptNo, Notice.Event.DISPUTE_REFUSED, language ->
                        new Object[] {say(admission.ground().messageKey(), language), admission.reason()});
            case WITHDRAWN -> notices.tell(receiptNo, Notice.Event.DISPUTE_WITHDRAWN, language -> new Object[0]);
        }
    }

    private String result(Ending ending, Locale language) {
        return switch (ending.result()) {
            case AGREED ->
                ending.amount() == null
                        ? say("mediation.told.AGREED", language, ending.terms())
                        : say("mediation.told.AGREED.amount", language, ending.terms(), ending.amount());
            case FAILED ->
                say("mediation.told.FAILED", language, say(ending.failure().messageKey(), language));
            case WITHDRAWN -> say("mediation.told.WITHDRAWN", language);
        };
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standingOf(String receiptNo) {
        return mediations.find(receiptNo).map(MediationService::standing);
    }

    private static Standing standing(Mediation mediation) {
        if (mediation.ending() != null) {
            return switch (mediation.ending().result()) {
                case AGREED -> Standing.AGREED;
                case FAILED -> Standing.NOT_AGREED;
                case WITHDRAWN -> Standing.WITHDRAWN;
            };
        }
        if (mediation.admission() == null) {
            return Standing.RECEIVED;
        }
        return switch (mediation.admission().decision()) {
            case ACCEPTED -> Standing.IN_MEDIATION;
            case REFUSED -> Standing.REFUSED;
            case WITHDRAWN -> Standing.WITHDRAWN;
        };
    }

    @Transactional(readOnly = true)
    public Optional<Mediation> find(String receiptNo) {
        return mediations.find(receiptNo);
    }

    private static Map<String, String> described(Admission admission) {
        Map<String, String> described = new LinkedHashMap<>();
        described.put("decision", admission.decision().name());
        if (admission.ground() != null) {
            described.put("ground", admission.ground().name());
        }
        return described;
    }

    private static Map<String, String> described(Ending ending) {
        Map<String, String> described = new LinkedHashMap<>();
        described.put("result", ending.result().name());
        described.put("endedOn", ending.endedOn().toString());
        if (ending.failure() != null) {
            described.put("failure", ending.failure().name());
        }
        if (ending.terms() != null) {
            described.put("terms", ending.terms());
        }
        if (ending.amount() != null) {
            described.put("amount", ending.amount().toPlainString());
        }
        return described;
    }

    private void start(Mediation mediation, String rule, LocalDate event) {
        clocks.start(ClockStart.of(mediation.receiptNo(), rule).on(event).by(mediation.jurisdiction()));
    }

    private Complaint complaint(String receiptNo) {
        return complaints
                .find(receiptNo)
                .orElseThrow(() -> new IllegalArgumentException("no such complaint: " + receiptNo));
    }

    private Mediation locked(String receiptNo) {
        return mediations.lock(receiptNo).orElseThrow(() -> new BadInput("", "mediation.unknown", receiptNo));
    }

    private static void refuseOutOfTurn(Mediation mediation, MediationStage stage) {
        if (mediation.stage() != stage) {
            throw new BadInput("", "mediation.out-of-turn." + mediation.stage(), mediation.receiptNo());
        }
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    private static String actor() {
        return Actors.current().userId();
    }

    private void record(String action, String receiptNo, Map<String, ?> after, String reason, String formVersion) {
        audit.record(new AuditEntry(action, "complaint", receiptNo, Map.of(), after, reason, formVersion));
    }
}
