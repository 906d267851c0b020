package org.qingwang.casefile;

import static org.qingwang.casefile.CaseAgency.Role.LEAD;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.Officer;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case changes hands: to another officer, to the same agency elsewhere, to another agency, or to whom the common
 * superior designates. Tasks, clocks and rights go with it. Every use case may be called twice.
 */
@Service
@Transactional
public class HandOverService {

    private static final int LONGEST_TEXT = 2000;

    private final Cases cases;
    private final CaseAgencies agencies;
    private final Competences competences;
    private final List<CaseWork> work;
    private final CaseProcesses processes;
    private final AgencyService directory;
    private final StatutoryClocks clocks;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    HandOverService(
            Cases cases,
            CaseAgencies agencies,
            Competences competences,
            List<CaseWork> work,
            CaseProcesses processes,
            AgencyService directory,
            StatutoryClocks clocks,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.cases = cases;
        this.agencies = agencies;
        this.competences = competences;
        this.work = work;
        this.processes = processes;
        this.directory = directory;
        this.clocks = clocks;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /** Whether the person may give the case to somebody else: the head of its lead agency, the campaign office. */
    public static boolean mayHandOver(Actor actor, CaseFile file) {
        return !file.isClosed()
                && file.leadJurisdiction()
                        .filter(lead -> actor.seesEverything() || actor.isHeadOf(lead))
                        .isPresent();
    }

    /**
     * Gives the open tasks of its officers to one of them.
     *
     * @throws BadInput if the case is closed, the officer does not work for its lead agency, no task is open, or the reason
     *     is missing
     */
    public void toOfficer(String caseNo, String officerId, String reason) {
        CaseFile file = openCase(caseNo);
        requireRight(file);
        Jurisdiction lead = file.lead();
        String why = required(reason);
        Officer officer = directory.officersOf(lead).stream()
                .filter(one -> one.id().equals(officerId))
                .findFirst()
                .orElseThrow(() -> new BadInput("officerId", "casefile.officer-elsewhere", officerId));
        int given = processes.give(caseNo, lead, officer.id());
        if (given == 0) {
            return;
        }
        timeline.decided(caseNo, "casefile.event.given-to-officer", why, null, officer.name(), given);
        audit.record(
                AuditEntry.of("case.given-to-officer", "case", caseNo, Map.of("officer", officer.id(), "tasks", given))
                        .withReason(why));
    }

    /**
     * Gives the case to another lead.
     *
     * @throws BadInput if the case is closed or on its way to the police, the new lead does not exist, has declared itself
     *     not competent, or cannot lead; if the common superior designated the present one; if something of the case can
     *     only be finished where it is; or if the reason is missing
     */
    public void toAgency(String caseNo, Jurisdiction to, String reason) {
        CaseFile file = openCase(caseNo);
        if (to.equals(file.lead())) {
            return;
        }
        requireRight(file);
        String why = required(reason);
        refuseUnlessLawful(file, to);
        handOver(file, to, why, "casefile.event.handed-over", null);
    }

    private void refuseUnlessLawful(CaseFile file, Jurisdiction to) {
        requireExisting(to);
        if (file.designatedLead().isPresent()) {
            throw new BadInput(
                    "", "casefile.designated-binds", file.caseNo(), file.lead().id());
        }
        if (competences.declinedBy(file.caseNo()).contains(to)) {
            throw new BadInput("to", "casefile.lead-has-declined", to.id());
        }
        refuseOnTheWayToThePolice(file);
    }

    /**
     * Whom the common superior designates has the case from now on, and keeps it. A closed case stays as it was ended.
     *
     * @param reason why, in words
     * @param basis law and article
     */
    public void designate(String caseNo, Jurisdiction to, String reason, String basis) {
        CaseFile file = locked(caseNo);
        if (file.isClosed() || file.designatedLead().filter(to::equals).isPresent()) {
            return;
        }
        requireExisting(to);
        refuseOnTheWayToThePolice(file);
        cases.setDesignated(caseNo, to);
        if (!to.equals(file.lead())) {
            handOver(file, to, reason, "casefile.event.designated", basis);
            return;
        }
        timeline.decided(caseNo, "casefile.event.designated", reason, basis, to.id(), to.id());
    }

    private void handOver(CaseFile file, Jurisdiction to, String reason, String event, String basis) {
        String caseNo = file.caseNo();
        Jurisdiction from = file.lead();
        boolean sameAgency = from != null && from.agency() == to.agency();
        if (sameAgency) {
            work.forEach(one -> one.moved(caseNo, from, to));
        } else {
            endWork(caseNo, from, to);
        }
        if (from != null) {
            processes.move(caseNo, from, to);
            clocks.handOver(caseNo, from, to);
        }
        changeLead(file, to, reason);
        if (!sameAgency) {
            processes.beginAnew(caseNo, to);
        }
        timeline.decided(caseNo, event, reason, basis, to.id(), from == null ? to.id() : from.id());
        audit.record(AuditEntry.of("case.handed-over", "case", caseNo, Map.of("lead", to.id()))
                .withBefore(Map.of("lead", from == null ? "" : from.id()))
                .withReason(reason));
    }

    private void endWork(String caseNo, Jurisdiction from, Jurisdiction to) {
        if (work.stream().anyMatch(one -> one.mustStay(caseNo))) {
            throw new BadInput("to", "casefile.must-stay", caseNo);
        }
        work.forEach(one -> one.ended(caseNo, from, to));
        String reason = "Case given to another agency · 案件已移交其他单位";
        clocks.stop(caseNo, CaseService.HANDLING_CLOCK, reason);
        clocks.stop(caseNo, CaseService.ASSIGNMENT_CLOCK, reason);
    }

    private void changeLead(CaseFile file, Jurisdiction to, String reason) {
        Instant now = time.instant();
        if (file.lead() != null) {
            agencies.end(file.caseNo(), file.lead(), now);
        }
        agencies.end(file.caseNo(), to, now);
        agencies.begin(file.caseNo(), to, LEAD, reason, now);
        cases.setLead(file.caseNo(), to);
        agencies.refreshReaders(file.caseNo(), List.of());
    }

    /**
     * On which day the agency that leads a case filed it, or took it up where its procedure knows no filing.
     *
     * @return empty if nobody leads it
     */
    @Transactional(readOnly = true)
    public Optional<LocalDate> filedOn(String caseNo) {
        return work.stream()
                .flatMap(one -> one.filedOn(caseNo).stream())
                .findFirst()
                .or(() -> agencies.of(caseNo).stream()
                        .filter(agency -> agency.isCurrent() && agency.role() == LEAD)
                        .map(agency -> WorkingCalendar.dateOf(agency.since()))
                        .findFirst());
    }

    private void requireExisting(Jurisdiction to) {
        if (to.agency() == Agency.OFFICE) {
            throw new BadInput("to", "casefile.office-leads-no-case");
        }
        if (!directory.jurisdictions().contains(to)) {
            throw new BadInput("to", "casefile.no-such-jurisdiction", to.id());
        }
    }

    private static void refuseOnTheWayToThePolice(CaseFile file) {
        if (file.referral().isUnderWay()) {
            throw new BadInput("", "casefile.referral-under-way", file.caseNo());
        }
    }

    private static void requireRight(CaseFile file) {
        Actor actor = Actors.current();
        if (!mayHandOver(actor, file)) {
            throw new NotAllowed(actor.userId() + " does not hand over " + file.caseNo());
        }
    }

    private CaseFile openCase(String caseNo) {
        CaseFile file = locked(caseNo);
        if (file.isClosed()) {
            throw new BadInput("", "casefile.closed", caseNo);
        }
        if (file.leadJurisdiction().isEmpty()) {
            throw new BadInput("", "casefile.nobody-leads", caseNo);
        }
        return file;
    }

    private CaseFile locked(String caseNo) {
        return cases.lock(caseNo).orElseThrow(() -> new BadInput("caseNo", "casefile.unknown", caseNo));
    }

    private static String required(String reason) {
        String given = reason == null ? "" : reason.strip();
        if (given.isEmpty()) {
            throw new BadInput("reason", "casefile.reason-missing");
        }
        if (given.length() > LONGEST_TEXT) {
            throw new BadInput("reason", "casefile.too-long", LONGEST_TEXT, given.length());
        }
        return given;
    }
}
