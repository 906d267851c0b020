package org.qingwang.casefile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two cases turn out to be about one act: one is joined to the other and closed. Its complaints belong to the other from
 * then on, and whatever it was known by finds the other.
 */
@Service
@Transactional
public class CaseJoiningService {

    private static final int LONGEST_TEXT = 2000;

    private final Cases cases;
    private final CaseService service;
    private final CaseAgencies agencies;
    private final CaseComplaints complaints;
    private final List<CaseWork> work;
    private final CaseProcesses processes;
    private final CaseTimeline timeline;
    private final AuditLog audit;

    CaseJoiningService(
            Cases cases,
            CaseService service,
            CaseAgencies agencies,
            CaseComplaints complaints,
            List<CaseWork> work,
            CaseProcesses processes,
            CaseTimeline timeline,
            AuditLog audit) {
        this.cases = cases;
        this.service = service;
        this.agencies = agencies;
        this.complaints = complaints;
        this.work = work;
        this.processes = processes;
        this.timeline = timeline;
        this.audit = audit;
    }

    /**
     * Joins a case to another one about the same act. Nothing happens if it was joined to that one before.
     *
     * @param into number of the case that goes on
     * @param reason why it is the same act
     * @throws BadInput if one of them is closed, disputed or on its way to the police, if they are one case, if another
     *     agency leads the other, if the case was decided or goods are held in it, or if the reason is missing
     * @throws NotAllowed unless the person may give the case away: the head of its lead agency, the campaign office
     */
    public void join(String caseNo, String into, String reason) {
        String target = into == null ? "" : into.strip();
        lockInOrder(caseNo, target);
        CaseFile file = service.lock(caseNo);
        if (target.equals(file.joinedTo())) {
            return;
        }
        requireRight(file);
        String why = required(reason);
        CaseFile other = visible(target);
        refuseUnlessJoinable(file, other);
        List<String> receipts = cases.receiptsOf(caseNo);
        service.recordOutcome(caseNo, CaseResult.of(CaseOutcome.JOINED, why));
        cases.moveTo(caseNo, target);
        agencies.refreshReaders(target, List.of());
        work.forEach(one -> one.joined(caseNo, target));
        processes.close(caseNo, CaseOutcome.JOINED);
        tell(receipts, target);
        remember(file, other, why, receipts);
    }

    /** Two who join two cases to each other at the same moment wait for one another instead of for ever. */
    private void lockInOrder(String one, String other) {
        Stream.of(one, other).distinct().sorted().forEach(cases::lock);
    }

    private static void requireRight(CaseFile file) {
        Actor actor = Actors.current();
        if (file.isClosed()) {
            throw new BadInput("", "casefile.closed", file.caseNo());
        }
        if (!HandOverService.mayHandOver(actor, file)) {
            throw new NotAllowed(actor.userId() + " does not join " + file.caseNo());
        }
    }

    private CaseFile visible(String caseNo) {
        return cases.find(caseNo)
                .filter(found -> service.maySee(Actors.current(), found.caseNo()))
                .orElseThrow(() -> new BadInput("otherCaseNo", "casefile.unknown", caseNo));
    }

    private void refuseUnlessJoinable(CaseFile file, CaseFile other) {
        if (other.caseNo().equals(file.caseNo())) {
            throw new BadInput("otherCaseNo", "casefile.join-itself", file.caseNo());
        }
        if (other.isClosed()) {
            throw new BadInput("otherCaseNo", "casefile.closed", other.caseNo());
        }
        if (!file.lead().equals(other.lead())) {
            throw new BadInput("otherCaseNo", "casefile.join-elsewhere", other.caseNo());
        }
        for (CaseFile one : List.of(file, other)) {
            if (one.referral().isUnderWay()) {
                throw new BadInput("otherCaseNo", "casefile.referral-under-way", one.caseNo());
            }
            if (one.isDisputed()) {
                throw new BadInput("otherCaseNo", "casefile.awaits-designation", one.caseNo(), one.disputeNo());
            }
        }
        if (work.stream().anyMatch(one -> one.mustStay(file.caseNo()))) {
            throw new BadInput("otherCaseNo", "casefile.join-decided", file.caseNo());
        }
    }

    private void tell(List<String> receipts, String into) {
        receipts.forEach(receiptNo -> complaints.tellJoined(receiptNo, into));
        boolean filed = work.stream().anyMatch(one -> one.filedOn(into).isPresent());
        if (filed) {
            complaints.tellFiled(receipts, into);
        }
    }

    private void remember(CaseFile file, CaseFile other, String reason, List<String> receipts) {
        timeline.decided(file.caseNo(), "casefile.event.joined-to", reason, null, other.caseNo());
        timeline.decided(
                other.caseNo(),
                "casefile.event.took-in",
                reason,
                null,
                file.caseNo(),
                receipts.isEmpty() ? "–" : String.join(", ", receipts));
        audit.record(AuditEntry.of(
                        "case.joined-to", "case", file.caseNo(), Map.of("into", other.caseNo(), "complaints", receipts))
                .withReason(reason));
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
