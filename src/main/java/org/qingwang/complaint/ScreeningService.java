package org.qingwang.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseClosed;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.Deconfliction;
import org.qingwang.casefile.Matches;
import org.qingwang.common.BadInput;
import org.qingwang.evidence.EvidenceReceived;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.Subject;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.rights.RightsService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what becomes of a complaint: the table proposes, an officer decides, and a complaint about the same seller,
 * listing and mark as an open case joins it. Every use case may be called twice.
 */
@Service
@Transactional(noRollbackFor = {CaseClosed.class, ComplaintWithdrawn.class})
public class ScreeningService {

    /** The period for deciding on a complaint. */
    public static final String ACCEPTANCE_CLOCK = "complaint.acceptance";

    /** The period for sending what is missing. */
    public static final String SUPPLEMENT_CLOCK = "complaint.supplement";

    private final Complaints complaints;
    private final Screenings screenings;
    private final ComplaintChecks checks;
    private final ScreeningTable table;
    private final RightsService rights;
    private final EvidenceService evidence;
    private final Deconfliction deconfliction;
    private final CaseService cases;
    private final StatutoryClocks clocks;
    private final AuditLog audit;
    private final Clock clock;

    ScreeningService(
            Complaints complaints,
            Screenings screenings,
            ComplaintChecks checks,
            ScreeningTable table,
            RightsService rights,
            EvidenceService evidence,
            Deconfliction deconfliction,
            CaseService cases,
            StatutoryClocks clocks,
            AuditLog audit,
            Clock clock) {
        this.complaints = complaints;
        this.screenings = screenings;
        this.checks = checks;
        this.table = table;
        this.rights = rights;
        this.evidence = evidence;
        this.deconfliction = deconfliction;
        this.cases = cases;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Finds out what the table proposes and which open cases are about the same seller. Starts the acceptance clock: with
     * the day of receipt, or after a supplement with the day of the supplement.
     *
     * @return the current round; a round that is decided and over stays as it is
     * @throws ComplaintWithdrawn if there is nothing to screen any more
     */
    public Screening screen(String receiptNo) {
        Complaint complaint = locked(receiptNo);
        if (complaint.status() == ComplaintStatus.WITHDRAWN) {
            throw new ComplaintWithdrawn(receiptNo);
        }
        Optional<Screening> last = screenings.last(receiptNo);
        if (!complaint.status().isOpen()) {
            return last.orElseThrow();
        }
        Screening screening =
                screening(complaint, last.map(ScreeningService::nextRound).orElse(1));
        screenings.put(screening);
        complaints.changeStatus(receiptNo, ComplaintStatus.SCREENED, null);
        clocks.dueSince(
                receiptNo,
                ACCEPTANCE_CLOCK,
                last.isEmpty() ? complaint.content().receivedOn() : today(),
                complaint.intake());
        audit.record(AuditEntry.of(
                "complaint.screened",
                "complaint",
                receiptNo,
                Map.of(
                        "proposal", screening.proposal().name(),
                        "rule", screening.rule(),
                        "table", screening.decisionTable(),
                        "deconfliction", screening.deconfliction())));
        return screening;
    }

    /** Looks anew at a complaint that an officer has not decided on yet: the evidence may be what it lacked. */
    @EventListener
    public void evidenceReceived(EvidenceReceived received) {
        if (received.subject().type() != Subject.Type.COMPLAINT) {
            return;
        }
        String receiptNo = received.subject().number();
        boolean undecided = locked(receiptNo).status() == ComplaintStatus.SCREENED
                && !screenings.last(receiptNo).orElseThrow().isDecided();
        if (undecided) {
            screen(receiptNo);
        }
    }

    /**
     * Takes an officer's decision. To accept a complaint that by now is about the same seller, listing and mark as an
     * open case means to join it.
     *
     * @return what was decided in effect
     * @throws BadInput if the complaint is decided already, a reason is missing, or there is no such case to join
     */
    public Screening.Ruling decide(String receiptNo, OfficersDecision decision) {
        Complaint complaint = locked(receiptNo);
        Screening screening = screenings.last(receiptNo).orElseThrow();
        if (screening.isDecided()) {
            return sameAsBefore(screening, decision);
        }
        Matches matches = matches(complaint);
        OfficersDecision effective =
                decision.decision() == Decision.ACCEPT && matches.exact().isPresent()
                        ? decision.joining(matches.exact().get())
                        : decision;
        refuseUnknownCase(effective, matches);
        refuseWithoutReason(screening, effective, matches);
        return record(screening, effective);
    }

    /**
     * Takes down what a consumer asks of the seller, where an officer finds it in a paper that was registered without
     * it. What is known of it already stays as it is.
     *
     * @throws BadInput if the complainant is no consumer
     */
    public void noteDemand(String receiptNo, String demand, String formVersion) {
        Complaint complaint = locked(receiptNo);
        if (complaint.content().isDispute()) {
            return;
        }
        checks.checkDemand(complaint.content().complainantType(), demand);
        complaints.changeDemand(receiptNo, demand);
        audit.record(new AuditEntry(
                "complaint.demand-noted",
                "complaint",
                receiptNo,
                Map.of(),
                Map.of("demand", demand),
                null,
                formVersion));
    }

    /**
     * Opens a case for an accepted complaint.
     *
     * @return the case's number; of a case joined instead, if one about the same matter was opened at the same moment
     */
    public String openCase(String receiptNo) {
        Complaint complaint = locked(receiptNo);
        if (complaint.caseNo().isPresent()) {
            return complaint.caseNo().get();
        }
        String caseNo = cases.openFor(receiptNo);
        boolean opened = cases.complaintsOf(caseNo).get(0).equals(receiptNo);
        enterCase(complaint, opened ? ComplaintStatus.ACCEPTED : ComplaintStatus.JOINED, caseNo);
        return caseNo;
    }

    /**
     * Joins a complaint to the case that its screening found or its officer named.
     *
     * @throws CaseClosed if that case was closed in the meantime; the complaint is to be screened again
     */
    public void joinCase(String receiptNo, String caseNo) {
        Complaint complaint = locked(receiptNo);
        if (complaint.caseNo().isPresent()) {
            return;
        }
        Screening screening = screenings.last(receiptNo).orElseThrow();
        try {
            cases.join(caseNo, receiptNo);
        } catch (CaseClosed closed) {
            screenings.markClosedMeanwhile(screening);
            throw closed;
        }
        if (!screening.isDecided()) {
            screenings.decide(screening, ruling(new OfficersDecision(Decision.JOIN, caseNo, null, null)));
        }
        enterCase(complaint, ComplaintStatus.JOINED, caseNo);
    }

    /**
     * Adds what the complainant sent later; files of evidence alone will do.
     *
     * @throws BadInput if nothing was sent, or what was sent cannot be taken
     */
    public void supplement(String receiptNo, Supplement supplement, String formVersion) {
        Complaint complaint = locked(receiptNo);
        if (complaint.status() != ComplaintStatus.SUPPLEMENT_ASKED) {
            return;
        }
        Instant asked = screenings
                .last(receiptNo)
                .flatMap(Screening::ruling)
                .map(Screening.Ruling::at)
                .orElseThrow();
        if (supplement.isEmpty() && filesSince(receiptNo, asked) == 0) {
            throw new BadInput("", "complaint.supplement.empty");
        }
        NewComplaint content = supplement.addedTo(complaint.content());
        checks.check(content);
        complaints.changeContent(receiptNo, content, checks.listings(content));
        complaints.changeStatus(receiptNo, ComplaintStatus.RECEIVED, null);
        clocks.met(receiptNo, SUPPLEMENT_CLOCK);
        audit.record(new AuditEntry(
                "complaint.supplemented",
                "complaint",
                receiptNo,
                Map.of(
                        "missing",
                        screenings.last(receiptNo).orElseThrow().facts().missing()),
                Map.of(),
                null,
                formVersion));
    }

    /** Refuses a complaint whose supplement did not come in time. */
    public void refuseIncomplete(String receiptNo) {
        Complaint complaint = locked(receiptNo);
        if (complaint.status() != ComplaintStatus.SUPPLEMENT_ASKED) {
            return;
        }
        complaints.changeStatus(receiptNo, ComplaintStatus.REFUSED, null);
        clocks.missed(receiptNo, SUPPLEMENT_CLOCK);
        audit.record(AuditEntry.of("complaint.refused", "complaint", receiptNo, Map.of("because", "not supplemented")));
    }

    /** Takes a complaint off the list that nobody has taken up and its complainant has withdrawn. */
    public void withdraw(String receiptNo) {
        Complaint complaint = locked(receiptNo);
        if (!complaint.status().isOpen()) {
            return;
        }
        complaints.changeStatus(receiptNo, ComplaintStatus.WITHDRAWN, null);
        clocks.stop(receiptNo, ACCEPTANCE_CLOCK, "withdrawn by the complainant");
        clocks.stop(receiptNo, SUPPLEMENT_CLOCK, "withdrawn by the complainant");
    }

    /**
     * What is proposed for complaints that are not decided on yet.
     *
     * @param receiptNos of complaints the current person may see
     */
    @Transactional(readOnly = true)
    public Map<String, Proposal> proposals(Collection<String> receiptNos) {
        return receiptNos.isEmpty() ? Map.of() : screenings.proposals(receiptNos);
    }

    /** All rounds, the first one first. */
    @Transactional(readOnly = true)
    public List<Screening> roundsOf(String receiptNo) {
        return screenings.of(receiptNo);
    }

    /** Open cases about the same seller, as they are now. */
    @Transactional(readOnly = true)
    public Matches matches(Complaint complaint) {
        return deconfliction.matchesFor(ComplaintsForCases.facts(complaint).probe());
    }

    private Screening screening(Complaint complaint, int round) {
        NewComplaint content = complaint.content();
        ScreeningFacts facts = ScreeningFacts.of(
                complaint,
                rights.check(content.registrationNo(), content.receivedOn()),
                filesSince(complaint.receiptNo(), Instant.EPOCH));
        ScreeningTable.Advice advice = table.advise(facts);
        Matches matches = matches(complaint);
        return new Screening(
                complaint.receiptNo(),
                round,
                clock.instant(),
                facts,
                advice.proposal(),
                advice.reasonEn(),
                advice.reasonZh(),
                advice.legalBasis(),
                advice.rule(),
                advice.reference(),
                matches.exact(),
                !matches.likely().isEmpty(),
                content.isDispute(),
                Optional.empty());
    }

    private int filesSince(String receiptNo, Instant since) {
        return evidence.receivedSince(new Subject(Subject.Type.COMPLAINT, receiptNo), since);
    }

    private static int nextRound(Screening last) {
        return last.isDecided() ? last.round() + 1 : last.round();
    }

    private static Screening.Ruling sameAsBefore(Screening screening, OfficersDecision decision) {
        Screening.Ruling before = screening.ruling().orElseThrow();
        if (before.decision() != decision.decision()) {
            throw new BadInput("decision", "complaint.decided", screening.receiptNo());
        }
        return before;
    }

    /** A number nobody showed the officer must not tell whether there is such a case. */
    private void refuseUnknownCase(OfficersDecision decision, Matches matches) {
        if (decision.decision() != Decision.JOIN) {
            return;
        }
        if (decision.caseNo() == null) {
            throw new BadInput("caseNo", "complaint.case.missing");
        }
        if (!isMatch(decision.caseNo(), matches) && !cases.maySee(Actors.current(), decision.caseNo())) {
            throw new BadInput("caseNo", "complaint.case.unknown", decision.caseNo());
        }
    }

    private static boolean isMatch(String caseNo, Matches matches) {
        return matches.exact().equals(Optional.of(caseNo))
                || matches.likely().stream().anyMatch(match -> match.caseNo().equals(caseNo));
    }

    private static void refuseWithoutReason(Screening screening, OfficersDecision decision, Matches matches) {
        Proposal proposal = screening.proposal();
        boolean isPlain = switch (decision.decision()) {
            case ACCEPT -> proposal == Proposal.ACCEPT || proposal == Proposal.OFFICER;
            case REFUSE -> proposal == Proposal.REFUSE;
            case SUPPLEMENT -> proposal == Proposal.SUPPLEMENT;
            case JOIN -> isMatch(decision.caseNo(), matches);
        };
        if (!isPlain && decision.reason() == null) {
            throw new BadInput("reason", "complaint.reason.missing." + decision.decision());
        }
    }

    private Screening.Ruling record(Screening screening, OfficersDecision decision) {
        Screening.Ruling ruling = ruling(decision);
        screenings.decide(screening, ruling);
        switch (decision.decision()) {
            case REFUSE -> answer(screening.receiptNo(), ComplaintStatus.REFUSED);
            case SUPPLEMENT -> answer(screening.receiptNo(), ComplaintStatus.SUPPLEMENT_ASKED);
            case ACCEPT, JOIN -> {
                // The complaint is answered when the case takes it.
            }
        }
        audit.record(new AuditEntry(
                "complaint.decided",
                "complaint",
                screening.receiptNo(),
                Map.of("proposal", screening.proposal().name()),
                Map.of(
                        "decision",
                        decision.decision().name(),
                        "caseNo",
                        Optional.ofNullable(decision.caseNo()).orElse("")),
                decision.reason(),
                decision.formVersion()));
        return ruling;
    }

    private Screening.Ruling ruling(OfficersDecision decision) {
        return new Screening.Ruling(
                decision.decision(),
                Actors.current().userId(),
                clock.instant(),
                Optional.ofNullable(decision.caseNo()),
                Optional.ofNullable(decision.reason()),
                false);
    }

    private void answer(String receiptNo, ComplaintStatus status) {
        complaints.changeStatus(receiptNo, status, null);
        clocks.met(receiptNo, ACCEPTANCE_CLOCK);
    }

    private void enterCase(Complaint complaint, ComplaintStatus status, String caseNo) {
        complaints.changeStatus(complaint.receiptNo(), status, caseNo);
        clocks.met(complaint.receiptNo(), ACCEPTANCE_CLOCK);
        audit.record(AuditEntry.of(
                status == ComplaintStatus.ACCEPTED ? "complaint.accepted" : "complaint.joined",
                "complaint",
                complaint.receiptNo(),
                Map.of("caseNo", caseNo)));
    }

    private Complaint locked(String receiptNo) {
        return complaints
                .findForUpdate(receiptNo)
                .orElseThrow(() -> new IllegalArgumentException("no such complaint: " + receiptNo));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ComplaintChecks.CHINA));
    }
}
