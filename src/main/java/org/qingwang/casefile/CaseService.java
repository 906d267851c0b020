package org.qingwang.casefile;

import static org.qingwang.casefile.CaseAgency.Role.ASSISTING;
import static org.qingwang.casefile.CaseAgency.Role.LEAD;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClocks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The use cases of a case, from its opening to its close. Each may be called twice: the second call finds its work done
 * and changes nothing.
 */
@Service
public class CaseService {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Rule of the period in which a head assigns a case, as in {@code law/deadlines.yaml}. */
    static final String ASSIGNMENT_CLOCK = "case.assignment";

    /** Rule of the period in which customs or public security work a case in one task. */
    static final String HANDLING_CLOCK = "case.handling";

    private final Cases cases;
    private final CaseAgencies agencies;
    private final Competences competences;
    private final CompetenceTable competenceTable;
    private final Deconfliction deconfliction;
    private final CaseComplaints complaints;
    private final CaseWorkflow workflow;
    private final StatutoryClocks clocks;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseService(
            Cases cases,
            CaseAgencies agencies,
            Competences competences,
            CompetenceTable competenceTable,
            Deconfliction deconfliction,
            CaseComplaints complaints,
            CaseWorkflow workflow,
            StatutoryClocks clocks,
            CaseTimeline timeline,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.agencies = agencies;
        this.competences = competences;
        this.competenceTable = competenceTable;
        this.deconfliction = deconfliction;
        this.complaints = complaints;
        this.workflow = workflow;
        this.clocks = clocks;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case for a complaint and sets its process going. If in the meantime an open case about the same seller,
     * listing and mark has come to be, the complaint joins that one instead.
     *
     * @return the number of the case the complaint now belongs to
     */
    @Transactional
    public String openFor(String receiptNo) {
        Optional<String> known = cases.caseOf(receiptNo);
        if (known.isPresent()) {
            return known.get();
        }
        ComplaintFacts facts = complaints.factsOf(receiptNo);
        cases.lockSeller(SellerName.of(facts.sellerName()).key());
        Optional<String> same = cases.caseOf(receiptNo).or(() -> deconfliction.exactMatch(facts.probe()));
        if (same.isPresent()) {
            join(same.get(), receiptNo);
            return same.get();
        }
        return open(facts);
    }

    private String open(ComplaintFacts facts) {
        Instant now = clock.instant();
        String caseNo = newNumber(facts.intake(), now);
        cases.open(caseNo, facts, now);
        addComplaint(caseNo, facts, true);
        timeline.decided(caseNo, "casefile.event.opened", null, null, facts.receiptNo());
        audit.record(AuditEntry.of(
                "case.opened",
                "case",
                caseNo,
                Map.of("receiptNo", facts.receiptNo(), "intake", facts.intake().id())));
        workflow.begin(caseNo, facts.intake());
        return caseNo;
    }

    /**
     * Adds a complaint to an open case.
     *
     * @throws CaseClosed if the case was closed in the meantime
     * @throws BadInput if there is no such case, or the complaint belongs to another
     */
    @Transactional(noRollbackFor = CaseClosed.class)
    public void join(String caseNo, String receiptNo) {
        Optional<String> known = cases.caseOf(receiptNo);
        if (known.isPresent() && known.get().equals(caseNo)) {
            return;
        }
        if (known.isPresent()) {
            throw new BadInput("caseNo", "casefile.already-in-case", receiptNo, known.get());
        }
        if (lockedCase(caseNo).isClosed()) {
            throw new CaseClosed(caseNo);
        }
        addComplaint(caseNo, complaints.factsOf(receiptNo), false);
        timeline.decided(caseNo, "casefile.event.joined", null, null, receiptNo);
        audit.record(AuditEntry.of("case.joined", "case", caseNo, Map.of("receiptNo", receiptNo)));
    }

    @Transactional(readOnly = true)
    public Optional<CaseFile> find(String caseNo) {
        return cases.find(caseNo);
    }

    /** @return the case a complaint opened or joined */
    @Transactional(readOnly = true)
    public Optional<String> caseOf(String receiptNo) {
        return cases.caseOf(receiptNo);
    }

    /** @return receipt numbers of all complaints in the case, the one that opened it first */
    @Transactional(readOnly = true)
    public List<String> complaintsOf(String caseNo) {
        return cases.receiptsOf(caseNo);
    }

    /** @return normalised addresses of all listings in the case; to be shown as text, never as a link */
    @Transactional(readOnly = true)
    public List<String> listingsOf(String caseNo) {
        return cases.listingsOf(caseNo);
    }

    /** @return every agency's part in the case, past ones too, oldest first */
    @Transactional(readOnly = true)
    public List<CaseAgency> agenciesOf(String caseNo) {
        return agencies.of(caseNo);
    }

    /** @return what the decision table proposed last; empty before it was asked */
    @Transactional(readOnly = true)
    public Optional<Competence> competenceOf(String caseNo) {
        return competences.newest(caseNo);
    }

    /**
     * Whether somebody may know of the case: officers of its lead and assisting agencies, of the jurisdictions that took
     * in its complaints and of the one that must decide who leads; the campaign office and supervisors always. To
     * everybody else it does not exist.
     */
    @Transactional(readOnly = true)
    public boolean maySee(Actor actor, String caseNo) {
        return actor.seesEverything()
                ? cases.find(caseNo).isPresent()
                : agencies.isReader(caseNo, Readers.jurisdictionsOf(actor));
    }

    /**
     * An agency found itself not competent, in the same transaction.
     *
     * @param declinedBy everybody who did so in this case, oldest first
     */
    public record CaseDeclined(String caseNo, List<Jurisdiction> declinedBy) {}

    /** A case that at least one agency had handed back has a lead again, in the same transaction. */
    public record CaseTakenOver(String caseNo, Jurisdiction lead) {}

    /** A case the campaign office follows by name was assigned, perhaps once more, in the same transaction. */
    public record SupervisedCaseAssigned(String caseNo, Jurisdiction lead) {}

    /** Asks the decision table who is competent, and remembers the answer. */
    @Transactional
    public Competence proposeCompetence(String caseNo) {
        CaseFile file = lockedCase(caseNo);
        Competence proposal = competenceTable.propose(file, competences.declinedBy(caseNo));
        if (competences.newest(caseNo).equals(Optional.of(proposal))) {
            return proposal;
        }
        competences.add(caseNo, proposal, clock.instant());
        agencies.refreshReaders(caseNo, List.of(proposal.decider(), proposal.lead()));
        timeline.happenedByItself(
                caseNo, "casefile.event.proposed", proposal.lead().id(), proposal.ruleEn(), proposal.ruleZh());
        audit.record(AuditEntry.of(
                "case.competence-proposed",
                "case",
                caseNo,
                Map.of(
                        "lead", proposal.lead().id(),
                        "rule", proposal.ruleId(),
                        "table", proposal.decisionReference())));
        return proposal;
    }

    /**
     * Gives the case to its lead agency, as the head of the deciding agency confirms or overrides the proposal.
     *
     * @throws BadInput if it departs from the proposal without a reason, if the lead has declared itself not competent,
     *     or cannot lead a case at all
     */
    @Transactional
    public void assign(String caseNo, Assignment assignment) {
        CaseFile file = lockedCase(caseNo);
        Competence proposal = competences
                .newest(caseNo)
                .orElseThrow(() -> new IllegalStateException("no competence proposed for " + caseNo));
        if (isCurrent(caseNo, assignment)) {
            return;
        }
        if (file.isDisputed()) {
            throw new BadInput("", "casefile.awaits-designation", caseNo, file.disputeNo());
        }
        List<Jurisdiction> declined = competences.declinedBy(caseNo);
        refuseIfNotLawful(assignment, proposal, declined);
        Instant now = clock.instant();
        String why = isBlank(assignment.reason()) ? proposal.ruleEn() + " · " + proposal.ruleZh() : assignment.reason();
        agencies.endAll(caseNo, now);
        agencies.begin(caseNo, assignment.lead(), LEAD, why, now);
        assignment.assisting().forEach(assisting -> agencies.begin(caseNo, assisting, ASSISTING, why, now));
        cases.setLead(caseNo, assignment.lead());
        agencies.refreshReaders(caseNo, List.of());
        clocks.met(caseNo, ASSIGNMENT_CLOCK);
        rememberAssignment(file, assignment, proposal, why);
        if (!declined.isEmpty()) {
            events.publishEvent(new CaseTakenOver(caseNo, assignment.lead()));
        }
        if (file.supervised()) {
            events.publishEvent(new SupervisedCaseAssigned(caseNo, assignment.lead()));
        }
    }

    private void rememberAssignment(CaseFile file, Assignment assignment, Competence proposal, String why) {
        boolean overridden = overrides(assignment, proposal);
        timeline.decided(
                file.caseNo(),
                assignmentEvent(assignment, proposal),
                why,
                overridden ? null : proposal.legalBasis(),
                assignment.lead().id(),
                proposal.lead().id());
        String before = file.leadJurisdiction().map(Jurisdiction::id).orElse("");
        audit.record(new AuditEntry(
                "case.assigned",
                "case",
                file.caseNo(),
                Map.of("lead", before),
                Map.of(
                        "lead", assignment.lead().id(),
                        "proposed", proposal.lead().id(),
                        "assisting", Arrays.asList(Columns.ids(assignment.assisting()))),
                why,
                assignment.formVersion()));
    }

    private static String assignmentEvent(Assignment assignment, Competence proposal) {
        if (!assignment.lead().equals(proposal.lead())) {
            return "casefile.event.overridden";
        }
        return overrides(assignment, proposal) ? "casefile.event.assisted-otherwise" : "casefile.event.assigned";
    }

    private boolean isCurrent(String caseNo, Assignment assignment) {
        List<CaseAgency> current =
                agencies.of(caseNo).stream().filter(CaseAgency::isCurrent).toList();
        Set<Jurisdiction> assisting = new HashSet<>();
        Jurisdiction lead = null;
        for (CaseAgency agency : current) {
            if (agency.role() == LEAD) {
                lead = agency.jurisdiction();
            } else {
                assisting.add(agency.jurisdiction());
            }
        }
        return Objects.equals(lead, assignment.lead()) && assisting.equals(new HashSet<>(assignment.assisting()));
    }

    private static void refuseIfNotLawful(Assignment assignment, Competence proposal, List<Jurisdiction> declined) {
        if (assignment.lead().agency() == Agency.OFFICE) {
            throw new BadInput("lead", "casefile.office-leads-no-case");
        }
        if (assignment.assisting().contains(assignment.lead())) {
            throw new BadInput("assisting", "casefile.lead-does-not-assist");
        }
        if (declined.contains(assignment.lead())) {
            throw new BadInput(
                    "lead", "casefile.lead-has-declined", assignment.lead().id());
        }
        if (overrides(assignment, proposal) && isBlank(assignment.reason())) {
            throw new BadInput(
                    "reason", "casefile.override-needs-reason", proposal.lead().id());
        }
    }

    private static boolean overrides(Assignment assignment, Competence proposal) {
        return !assignment.lead().equals(proposal.lead())
                || !new HashSet<>(assignment.assisting()).equals(new HashSet<>(proposal.assisting()));
    }

    /**
     * Adds an agency that takes part in the case from now on, beside those that do. Nothing happens if it does.
     *
     * @param reason why it takes part
     */
    @Transactional
    public void addAssisting(String caseNo, Jurisdiction jurisdiction, String reason) {
        lockedCase(caseNo);
        boolean takesPart = agencies.of(caseNo).stream()
                .anyMatch(agency -> agency.isCurrent() && agency.jurisdiction().equals(jurisdiction));
        if (takesPart) {
            return;
        }
        agencies.begin(caseNo, jurisdiction, ASSISTING, reason, clock.instant());
        agencies.refreshReaders(caseNo, current(caseNo));
        timeline.happenedByItself(caseNo, "casefile.event.takes-part", jurisdiction.id());
        audit.record(AuditEntry.of("case.takes-part", "case", caseNo, Map.of("jurisdiction", jurisdiction.id()))
                .withReason(reason));
    }

    /**
     * Ends an agency's part as assisting. Nothing happens if it has none.
     *
     * @param reason why
     */
    @Transactional
    public void endAssisting(String caseNo, Jurisdiction jurisdiction, String reason) {
        CaseFile file = lockedCase(caseNo);
        if (jurisdiction.equals(file.lead()) || !agencies.end(caseNo, jurisdiction, clock.instant())) {
            return;
        }
        agencies.refreshReaders(caseNo, current(caseNo));
        timeline.decided(caseNo, "casefile.event.assists-no-longer", reason, null, jurisdiction.id());
        audit.record(AuditEntry.of("case.assists-no-longer", "case", caseNo, Map.of("jurisdiction", jurisdiction.id()))
                .withReason(reason));
    }

    /** A dispute on competence begins: until it is decided, nobody assigns the case. */
    @Transactional
    public void dispute(String caseNo, String disputeNo) {
        cases.setDispute(caseNo, disputeNo);
    }

    /** Something was asked of another agency, so that the case page has more to read. */
    @Transactional
    public void coordinate(String caseNo) {
        if (!lockedCase(caseNo).coordinated()) {
            cases.setCoordinated(caseNo);
        }
    }

    /**
     * An agency is about to say that it is not competent.
     *
     * @throws BadInput if the common superior designated it
     */
    @Transactional
    public void refuseIfDesignated(String caseNo, Jurisdiction jurisdiction) {
        refuseIfDesignated(lockedCase(caseNo), jurisdiction);
    }

    private static void refuseIfDesignated(CaseFile file, Jurisdiction jurisdiction) {
        if (file.designatedLead().filter(jurisdiction::equals).isPresent()) {
            throw new BadInput("", "casefile.designated-binds", file.caseNo(), jurisdiction.id());
        }
    }

    /**
     * Takes the lead away from an agency that found itself not competent. The process then asks for competence anew.
     *
     * @param reason why it is not competent
     * @throws BadInput if the reason is missing or a referral to the police is under way
     */
    @Transactional
    public void decline(String caseNo, Jurisdiction jurisdiction, String reason) {
        CaseFile file = lockedCase(caseNo);
        if (file.referral().isUnderWay()) {
            throw new BadInput("", "casefile.referral-under-way", caseNo);
        }
        refuseIfDesignated(file, jurisdiction);
        if (isBlank(reason)) {
            throw new BadInput("reason", "casefile.decline-needs-reason");
        }
        Instant now = clock.instant();
        if (!competences.addDeclined(caseNo, jurisdiction, reason, now)) {
            return;
        }
        agencies.endAll(caseNo, now);
        cases.setLead(caseNo, null);
        clocks.met(caseNo, HANDLING_CLOCK);
        timeline.decided(caseNo, "casefile.event.declined", reason, null, jurisdiction.id());
        audit.record(AuditEntry.of("case.declined", "case", caseNo, Map.of("jurisdiction", jurisdiction.id()))
                .withReason(reason));
        events.publishEvent(new CaseDeclined(caseNo, competences.declinedBy(caseNo)));
    }

    /**
     * Keeps everybody else from changing a case until the transaction ends.
     *
     * @throws BadInput if there is no such case
     */
    @Transactional
    public CaseFile lock(String caseNo) {
        return lockedCase(caseNo);
    }

    /**
     * The same for a case on which work goes on.
     *
     * @throws BadInput if it is closed
     */
    @Transactional
    public CaseFile lockOpen(String caseNo) {
        CaseFile file = lockedCase(caseNo);
        if (file.isClosed()) {
            throw new BadInput("", "casefile.closed", caseNo);
        }
        return file;
    }

    /** @return these cases by their numbers, whoever asks */
    @Transactional(readOnly = true)
    public Map<String, CaseFile> findAll(Collection<String> caseNos) {
        return cases.findAll(caseNos).stream().collect(Collectors.toMap(CaseFile::caseNo, Function.identity()));
    }

    /** Says whether the campaign office follows the case by name from now on. */
    @Transactional
    public void supervise(String caseNo, boolean supervised) {
        if (lockedCase(caseNo).supervised() != supervised) {
            cases.setSupervised(caseNo, supervised);
        }
    }

    /** Says how far the case is on its way to the police. */
    @Transactional
    public void setReferral(String caseNo, CaseReferral referral) {
        if (lockedCase(caseNo).referral() != referral) {
            cases.setReferral(caseNo, referral);
        }
    }

    /** Whether the police have the case. The answer holds until the transaction ends: nobody can change it meanwhile. */
    @Transactional
    public boolean isWithPolice(String caseNo) {
        return lockedCase(caseNo).referral() == CaseReferral.WITH_POLICE;
    }

    /**
     * Records what came of the case. Until it is closed a later result replaces an earlier one.
     *
     * @throws BadInput if the case is closed, or if the police have it: a fine never takes the place of a referral (State
     *     Council Decree 310 art. 11)
     */
    @Transactional
    public void recordOutcome(String caseNo, CaseResult result) {
        CaseFile file = lockedCase(caseNo);
        if (Objects.equals(file.result(), result)) {
            return;
        }
        if (file.isClosed()) {
            throw new BadInput("outcome", "casefile.closed", caseNo);
        }
        if (file.referral() == CaseReferral.WITH_POLICE && result.outcome() != CaseOutcome.CRIMINAL_CASE) {
            throw new BadInput("", "casefile.with-police", caseNo);
        }
        cases.setResult(caseNo, result);
        clocks.met(caseNo, HANDLING_CLOCK);
        timeline.decided(caseNo, "casefile.event.outcome", result.reason(), null, result.outcome());
        audit.record(AuditEntry.of("case.outcome-recorded", "case", caseNo, described(result))
                .withReason(result.reason()));
    }

    private static Map<String, ?> described(CaseResult result) {
        Map<String, Object> values = new TreeMap<>();
        values.put("outcome", result.outcome().name());
        values.put("caseValue", result.caseValue());
        values.put("fine", result.fine());
        values.put("confiscated", result.confiscated());
        values.put("goodsQuantity", result.goodsQuantity());
        values.put("goods", result.goods());
        values.values().removeIf(Objects::isNull);
        return values;
    }

    /**
     * Closes the case. Whatever clock still runs for it ends: nobody is to be told of a missed one. A part with a number
     * of its own goes on.
     *
     * @throws IllegalStateException if no outcome was recorded
     */
    @Transactional
    public void close(String caseNo) {
        CaseFile file = lockedCase(caseNo);
        if (file.isClosed()) {
            return;
        }
        CaseResult result =
                file.recordedResult().orElseThrow(() -> new IllegalStateException("no outcome recorded for " + caseNo));
        cases.close(caseNo, clock.instant());
        clocks.stopAll(caseNo, "Case closed · 案件已办结");
        timeline.happened(caseNo, "casefile.event.closed", result.outcome());
        audit.record(AuditEntry.of(
                "case.closed",
                "case",
                caseNo,
                Map.of("outcome", result.outcome().name())));
    }

    /** Tells everybody who complained what came of the case, each once. */
    @Transactional
    public void tellComplainants(String caseNo) {
        CaseFile file = lockedCase(caseNo);
        for (String receiptNo : cases.receiptsNotTold(caseNo)) {
            complaints.tellOutcome(receiptNo, file);
            cases.markTold(receiptNo, clock.instant());
            timeline.happenedByItself(caseNo, "casefile.event.told", receiptNo);
        }
    }

    private void addComplaint(String caseNo, ComplaintFacts facts, boolean opensTheCase) {
        cases.addComplaint(caseNo, facts, opensTheCase, clock.instant());
        List<String> searchable = new ArrayList<>(List.of(caseNo, facts.receiptNo()));
        searchable.addAll(
                Arrays.asList(facts.sellerName(), facts.platform(), facts.rightName(), facts.registrationNo()));
        cases.addSearchTerms(caseNo, SearchTerms.of(searchable));
        agencies.refreshReaders(caseNo, current(caseNo));
    }

    /** Who must decide next keeps seeing the case while it has no lead. */
    private List<Jurisdiction> current(String caseNo) {
        return cases.find(caseNo).flatMap(CaseFile::leadJurisdiction).isPresent()
                ? List.of()
                : competences
                        .newest(caseNo)
                        .map(proposal -> List.of(proposal.decider(), proposal.lead()))
                        .orElse(List.of());
    }

    private CaseFile lockedCase(String caseNo) {
        return cases.lock(caseNo).orElseThrow(() -> new BadInput("caseNo", "casefile.unknown", caseNo));
    }

    String newNumber(Jurisdiction intake, Instant now) {
        return "AJ-%s-%d-%06d".formatted(intake.region(), now.atZone(ZONE).getYear(), cases.nextNumber());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
