package org.qingwang.cooperation;

import static org.qingwang.cooperation.CompetenceDispute.Stage.DECIDED;
import static org.qingwang.cooperation.CompetenceDispute.Stage.DESIGNATION;
import static org.qingwang.cooperation.CompetenceDispute.Stage.VIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.qingwang.casefile.CaseService.CaseDeclined;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.casefile.HandOverService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Disputes on competence (Administrative Penalty Law art. 25): of several agencies that filed for the same act the first
 * keeps it; if they do not agree, or a case went to and fro, the common superior designates one, and that binds. Every
 * use case may be called twice.
 */
@Service
@Transactional
public class CompetenceDisputeService {

    /** The period in which the other agency says what it thinks. */
    public static final String VIEW_CLOCK = "competence.view";

    /** The period in which the common superior designates. */
    public static final String DESIGNATION_CLOCK = "competence.designation";

    private static final String BASIS = "Administrative Penalty Law art. 25 · 《行政处罚法》第25条";
    private static final int TO_AND_FRO = 2;

    private final CompetenceDisputes disputes;
    private final CaseService cases;
    private final HandOverService handOvers;
    private final CaseTimeline timeline;
    private final AgencyService agencies;
    private final DisputeWorkflow workflow;
    private final StatutoryClocks clocks;
    private final AuditLog audit;
    private final Clock time;

    CompetenceDisputeService(
            CompetenceDisputes disputes,
            CaseService cases,
            HandOverService handOvers,
            CaseTimeline timeline,
            AgencyService agencies,
            DisputeWorkflow workflow,
            StatutoryClocks clocks,
            AuditLog audit,
            Clock time) {
        this.disputes = disputes;
        this.cases = cases;
        this.handOvers = handOvers;
        this.timeline = timeline;
        this.agencies = agencies;
        this.workflow = workflow;
        this.clocks = clocks;
        this.audit = audit;
        this.time = time;
    }

    /** Whether the person may dispute who is competent for a case: the head of its lead agency, the campaign office. */
    public static boolean mayDispute(Actor actor, CaseFile file) {
        return !file.isDisputed() && HandOverService.mayHandOver(actor, file);
    }

    /**
     * Says that two agencies work the same act, each in a case of its own. Who filed first is found out; the other is
     * asked whether it agrees.
     *
     * @return number of the dispute
     * @throws BadInput if there is no such case, it is the same one or closed, nobody or the same agency leads it, or
     *     one of them is disputed already
     */
    public String sameAct(String caseNo, String otherCaseNo, String reason) {
        String why = Words.required("reason", reason);
        String other = otherCaseNo == null ? "" : otherCaseNo.strip();
        if (other.equals(caseNo) || cases.find(other).isEmpty()) {
            throw new BadInput("otherCaseNo", "cooperation.no-other-case", other);
        }
        boolean inOrder = caseNo.compareTo(other) < 0;
        CaseFile first = cases.lockOpen(inOrder ? caseNo : other);
        CaseFile second = cases.lockOpen(inOrder ? other : caseNo);
        CaseFile own = inOrder ? first : second;
        CaseFile theirs = inOrder ? second : first;
        requireRight(own);
        Optional<String> known = openBetween(own, theirs);
        if (known.isPresent()) {
            return known.get();
        }
        refuseUnlessTwoLead(own, theirs);
        LocalDate ownDay = handOvers.filedOn(own.caseNo()).orElseThrow();
        LocalDate theirDay = handOvers.filedOn(theirs.caseNo()).orElseThrow();
        boolean ownFirst = ownDay.isBefore(theirDay);
        Jurisdiction presumed = ownDay.equals(theirDay) ? null : ownFirst ? own.lead() : theirs.lead();
        CompetenceDispute dispute =
                opened(own, other, own.lead(), theirs.lead(), presumed, ownFirst ? ownDay : theirDay, why, VIEW);
        begin(dispute, theirs.lead());
        cases.dispute(other, dispute.disputeNo());
        tell(other, dispute);
        return dispute.disputeNo();
    }

    private Optional<String> openBetween(CaseFile own, CaseFile theirs) {
        if (own.isDisputed() && own.disputeNo().equals(theirs.disputeNo())) {
            return Optional.of(own.disputeNo());
        }
        for (CaseFile file : List.of(own, theirs)) {
            if (file.isDisputed()) {
                throw new BadInput("", "cooperation.disputed-already", file.caseNo(), file.disputeNo());
            }
        }
        return Optional.empty();
    }

    private static void refuseUnlessTwoLead(CaseFile own, CaseFile theirs) {
        for (CaseFile file : List.of(own, theirs)) {
            if (file.leadJurisdiction().isEmpty()) {
                throw new BadInput("otherCaseNo", "casefile.nobody-leads", file.caseNo());
            }
        }
        if (own.lead().equals(theirs.lead())) {
            throw new BadInput(
                    "otherCaseNo", "cooperation.same-lead", own.lead().id());
        }
    }

    /** Agencies that hand a case to and fro end that here: whoever finds itself not competent after another one. */
    @EventListener
    void declined(CaseDeclined declined) {
        CaseFile file = cases.lock(declined.caseNo());
        if (declined.declinedBy().size() < TO_AND_FRO || file.isDisputed()) {
            return;
        }
        String who = String.join(
                ", ", declined.declinedBy().stream().map(Jurisdiction::id).toList());
        String reason = "Declared themselves not competent · 均认为无管辖权: " + who;
        begin(opened(file, null, null, null, null, null, reason, DESIGNATION), file.intake());
    }

    private CompetenceDispute opened(
            CaseFile file,
            String otherCaseNo,
            Jurisdiction claimant,
            Jurisdiction respondent,
            Jurisdiction presumed,
            LocalDate firstFiled,
            String reason,
            CompetenceDispute.Stage stage) {
        String number = "GX-%s-%d-%06d"
                .formatted(
                        file.intake().region(),
                        WorkingCalendar.dateOf(time.instant()).getYear(),
                        disputes.nextNumber());
        return new CompetenceDispute(
                number,
                file.caseNo(),
                otherCaseNo,
                claimant,
                respondent,
                presumed,
                firstFiled,
                reason,
                stage,
                time.instant(),
                Actors.current().name(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void begin(CompetenceDispute dispute, Jurisdiction at) {
        disputes.add(dispute);
        cases.dispute(dispute.caseNo(), dispute.disputeNo());
        clocks.start(ClockStart.of(dispute.disputeNo(), dispute.stage() == VIEW ? VIEW_CLOCK : DESIGNATION_CLOCK)
                .inCase(dispute.caseNo())
                .by(at));
        workflow.begin(dispute, at);
        tell(dispute.caseNo(), dispute);
        audit.record(
                AuditEntry.of("competence.disputed", "case", dispute.caseNo(), Map.of("disputeNo", dispute.disputeNo()))
                        .withReason(dispute.reason()));
    }

    private void tell(String caseNo, CompetenceDispute dispute) {
        timeline.decided(caseNo, "cooperation.event.disputed", dispute.reason(), BASIS, dispute.disputeNo());
    }

    /**
     * The other agency agrees that who filed first keeps the case, or does not.
     *
     * @return whether that settles it
     * @throws BadInput if it agrees although both filed on the same day, or gives no reason
     */
    public boolean view(String disputeNo, boolean agrees, String reason) {
        CompetenceDispute dispute = locked(disputeNo);
        String why = Words.required("reason", reason);
        if (dispute.stage() != VIEW) {
            refuseUnless(dispute, why.equals(dispute.viewReason()));
            return dispute.viewAgreed();
        }
        if (agrees && dispute.presumed() == null) {
            throw new BadInput("agrees", "cooperation.same-day", dispute.otherCaseNo());
        }
        disputes.setView(disputeNo, agrees, why);
        clocks.met(disputeNo, VIEW_CLOCK);
        timeline.decided(
                dispute.caseNo(),
                agrees ? "cooperation.event.agreed" : "cooperation.event.disagreed",
                why,
                BASIS,
                dispute.respondent().id());
        if (agrees) {
            decided(dispute, dispute.presumed(), why);
        }
        return agrees;
    }

    /**
     * The common superior says who is competent.
     *
     * @throws NotAllowed if the person is neither of the campaign office nor a supervisor
     * @throws BadInput if there is no such agency, or the reason is missing
     */
    public void designate(String disputeNo, Jurisdiction competent, String reason) {
        if (!Actors.current().seesEverything()) {
            throw new NotAllowed(Actors.current().userId() + " designates nobody");
        }
        CompetenceDispute dispute = locked(disputeNo);
        String why = Words.required("reason", reason);
        if (dispute.stage() != DESIGNATION) {
            refuseUnless(dispute, dispute.stage() == DECIDED && competent.equals(dispute.designated()));
            return;
        }
        if (competent.agency() == Agency.OFFICE || !agencies.jurisdictions().contains(competent)) {
            throw new BadInput("leadRegion", "casefile.no-such-jurisdiction", competent.id());
        }
        clocks.met(disputeNo, DESIGNATION_CLOCK);
        decided(dispute, competent, why);
    }

    private void decided(CompetenceDispute dispute, Jurisdiction competent, String reason) {
        disputes.decide(
                dispute.disputeNo(),
                competent,
                reason,
                time.instant(),
                Actors.current().name());
        audit.record(AuditEntry.of(
                        "competence.decided",
                        "case",
                        dispute.caseNo(),
                        Map.of("disputeNo", dispute.disputeNo(), "competent", competent.id()))
                .withReason(reason));
    }

    /** Gives the case, and the other one about the same act, to whom the decision names. */
    public void apply(String disputeNo) {
        CompetenceDispute dispute = locked(disputeNo);
        for (String caseNo : dispute.otherCaseNo() == null
                ? List.of(dispute.caseNo())
                : List.of(dispute.caseNo(), dispute.otherCaseNo())) {
            handOvers.designate(caseNo, dispute.designated(), dispute.decision(), BASIS);
            cases.dispute(caseNo, null);
        }
    }

    /** @return every dispute on a case, oldest first */
    @Transactional(readOnly = true)
    public List<CompetenceDispute> of(String caseNo) {
        return disputes.of(caseNo);
    }

    private static void requireRight(CaseFile file) {
        Actor actor = Actors.current();
        if (!HandOverService.mayHandOver(actor, file)) {
            throw new NotAllowed(actor.userId() + " does not dispute " + file.caseNo());
        }
    }

    private static void refuseUnless(CompetenceDispute dispute, boolean same) {
        if (!same) {
            throw new BadInput("", "cooperation.decided-already", dispute.disputeNo());
        }
    }

    private CompetenceDispute locked(String disputeNo) {
        return disputes.lock(disputeNo).orElseThrow(() -> new IllegalStateException("no dispute " + disputeNo));
    }
}
