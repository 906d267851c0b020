package org.qingwang.cooperation;

import static org.qingwang.cooperation.Assistance.Stage.ACCEPTED;
import static org.qingwang.cooperation.Assistance.Stage.ASKED;
import static org.qingwang.cooperation.Assistance.Stage.ENDED;
import static org.qingwang.cooperation.Assistance.Stage.GIVEN;
import static org.qingwang.cooperation.Assistance.Stage.REFUSED;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
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
 * What the agency in charge of a case asks of others, who see the case as long as they assist. Every use case may be
 * called twice.
 */
@Service
@Transactional
public class AssistanceService {

    /** The period in which the head answers. */
    public static final String ANSWER_CLOCK = "assistance.answer";

    /** The period in which the assistance is given, as whoever asks set it. */
    public static final String RESULT_CLOCK = "assistance.result";

    private static final int LONGEST = 60;
    private static final String BASIS = "Administrative Penalty Law art. 26 · 《行政处罚法》第26条";

    private final Assistances assistances;
    private final CaseService cases;
    private final CaseTimeline timeline;
    private final AgencyService agencies;
    private final AssistanceWorkflow workflow;
    private final StatutoryClocks clocks;
    private final AuditLog audit;
    private final Clock time;

    AssistanceService(
            Assistances assistances,
            CaseService cases,
            CaseTimeline timeline,
            AgencyService agencies,
            AssistanceWorkflow workflow,
            StatutoryClocks clocks,
            AuditLog audit,
            Clock time) {
        this.assistances = assistances;
        this.cases = cases;
        this.timeline = timeline;
        this.agencies = agencies;
        this.workflow = workflow;
        this.clocks = clocks;
        this.audit = audit;
        this.time = time;
    }

    /** Whether the person may ask others to assist in the case: whoever works for its lead agency, the campaign office. */
    public static boolean mayAsk(Actor actor, CaseFile file) {
        return !file.isClosed()
                && file.leadJurisdiction()
                        .filter(lead -> actor.seesEverything() || actor.worksFor(lead))
                        .isPresent();
    }

    /**
     * Asks an agency to assist; it sees the case from now on. The same request again is the same one.
     *
     * @param days within how many working days
     * @return number of the request
     * @throws BadInput if the case is closed, nobody leads it, the agency does not exist, leads the case itself or has an
     *     open request, or something is missing
     */
    public String ask(String caseNo, Jurisdiction asked, String request, Integer days) {
        CaseFile file = leadBy(caseNo);
        String what = Words.required("request", request);
        if (days == null || days < 1 || days > LONGEST) {
            throw new BadInput("days", "cooperation.days", LONGEST);
        }
        if (asked.equals(file.lead())) {
            throw new BadInput("asked", "casefile.lead-does-not-assist");
        }
        if (asked.agency() == Agency.OFFICE || !agencies.jurisdictions().contains(asked)) {
            throw new BadInput("asked", "casefile.no-such-jurisdiction", asked.id());
        }
        Optional<Assistance> open = assistances.open(caseNo, asked);
        if (open.isPresent()) {
            return same(open.get(), what, days);
        }
        Assistance assistance = asked(file, asked, what, days);
        assistances.add(assistance);
        cases.coordinate(caseNo);
        cases.addAssisting(caseNo, asked, what);
        start(assistance, ClockStart.of(assistance.assistanceNo(), ANSWER_CLOCK));
        start(assistance, ClockStart.of(assistance.assistanceNo(), RESULT_CLOCK).lasting(days));
        workflow.begin(assistance);
        timeline.decided(caseNo, "cooperation.event.asked", what, BASIS, asked.id(), days);
        audit.record(AuditEntry.of(
                        "assistance.asked",
                        "case",
                        caseNo,
                        Map.of("assistanceNo", assistance.assistanceNo(), "asked", asked.id(), "days", days))
                .withReason(what));
        return assistance.assistanceNo();
    }

    private static String same(Assistance open, String request, int days) {
        if (!open.request().equals(request) || open.days() != days) {
            throw new BadInput(
                    "asked", "cooperation.asked-already", open.asked().id(), open.assistanceNo());
        }
        return open.assistanceNo();
    }

    private Assistance asked(CaseFile file, Jurisdiction asked, String request, int days) {
        boolean takesPart = cases.agenciesOf(file.caseNo()).stream()
                .anyMatch(agency -> agency.isCurrent() && agency.jurisdiction().equals(asked));
        String number = "XZ-%s-%d-%06d"
                .formatted(
                        file.lead().region(),
                        WorkingCalendar.dateOf(time.instant()).getYear(),
                        assistances.nextNumber());
        return new Assistance(
                number,
                file.caseNo(),
                file.lead(),
                asked,
                request,
                days,
                ASKED,
                !takesPart,
                time.instant(),
                Actors.current().name(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void start(Assistance assistance, ClockStart clock) {
        clocks.start(clock.inCase(assistance.caseNo()).by(assistance.asked()));
    }

    /** The head accepts or refuses. Who refuses does not see the case any more, unless it takes part besides. */
    public void answer(String assistanceNo, boolean accepted, String reason) {
        Assistance assistance = locked(assistanceNo);
        String why = accepted && (reason == null || reason.isBlank()) ? null : Words.required("reason", reason);
        Assistance.Stage stage = accepted ? ACCEPTED : REFUSED;
        if (assistance.stage() != ASKED) {
            refuseUnless(assistance, assistance.stage() == stage);
            return;
        }
        assistances.answer(
                assistanceNo, stage, why, time.instant(), Actors.current().name());
        clocks.met(assistanceNo, ANSWER_CLOCK);
        timeline.decided(
                assistance.caseNo(),
                accepted ? "cooperation.event.accepted" : "cooperation.event.refused",
                why,
                BASIS,
                assistance.asked().id());
        record("assistance." + stage.name().toLowerCase(Locale.ROOT), assistance, why);
        if (!accepted) {
            clocks.stop(assistanceNo, RESULT_CLOCK, "Assistance refused · 不予协助");
            endPart(assistance, why);
        }
    }

    /** Records what the assistance came to, late or not. */
    public void give(String assistanceNo, String result) {
        Assistance assistance = locked(assistanceNo);
        String given = Words.required("result", result);
        if (assistance.stage() != ACCEPTED) {
            refuseUnless(assistance, assistance.stage() == GIVEN && given.equals(assistance.result()));
            return;
        }
        assistances.end(
                assistanceNo, GIVEN, given, time.instant(), Actors.current().name());
        clocks.met(assistanceNo, RESULT_CLOCK);
        timeline.happened(
                assistance.caseNo(),
                "cooperation.event.given",
                assistance.asked().id(),
                assistanceNo);
        record("assistance.given", assistance, given);
        endPart(assistance, given);
    }

    /**
     * An agency assists no longer: what was asked of it is taken back, and it does not see the case any more. Nothing
     * happens if it does not assist.
     */
    public void end(String caseNo, Jurisdiction assisting, String reason) {
        leadBy(caseNo);
        String why = Words.required("reason", reason);
        assistances.open(caseNo, assisting).ifPresent(open -> {
            assistances.end(
                    open.assistanceNo(),
                    ENDED,
                    why,
                    time.instant(),
                    Actors.current().name());
            clocks.stopAll(open.assistanceNo(), "No longer asked for · 撤回协助请求");
            workflow.end(open);
            record("assistance.ended", open, why);
        });
        cases.endAssisting(caseNo, assisting, why);
    }

    private void endPart(Assistance assistance, String reason) {
        if (assistance.beganPart()) {
            cases.endAssisting(assistance.caseNo(), assistance.asked(), reason);
        }
    }

    /** @return every request of a case, oldest first */
    @Transactional(readOnly = true)
    public List<Assistance> of(String caseNo) {
        return assistances.of(caseNo);
    }

    private CaseFile leadBy(String caseNo) {
        CaseFile file = cases.lockOpen(caseNo);
        if (file.leadJurisdiction().isEmpty()) {
            throw new BadInput("", "casefile.nobody-leads", caseNo);
        }
        if (!mayAsk(Actors.current(), file)) {
            throw new NotAllowed(Actors.current().userId() + " asks no assistance in " + caseNo);
        }
        return file;
    }

    private static void refuseUnless(Assistance assistance, boolean same) {
        if (!same) {
            throw new BadInput("", "cooperation.not-open", assistance.assistanceNo());
        }
    }

    private Assistance locked(String assistanceNo) {
        return assistances
                .lock(assistanceNo)
                .orElseThrow(() -> new IllegalStateException("no assistance " + assistanceNo));
    }

    private void record(String act, Assistance assistance, String reason) {
        audit.record(AuditEntry.of(act, "case", assistance.caseNo(), Map.of("assistanceNo", assistance.assistanceNo()))
                .withReason(reason));
    }
}
