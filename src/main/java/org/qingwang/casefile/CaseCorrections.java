package org.qingwang.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can still happen to a case that was closed: its outcome does not hold, or it is worked anew. */
@Service
@Transactional
public class CaseCorrections {

    private final Cases cases;
    private final CaseService service;
    private final CaseAgencies agencies;
    private final CaseComplaints complaints;
    private final CaseWorkflow workflow;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock clock;

    CaseCorrections(
            Cases cases,
            CaseService service,
            CaseAgencies agencies,
            CaseComplaints complaints,
            CaseWorkflow workflow,
            CaseTimeline timeline,
            AuditLog audit,
            Clock clock) {
        this.cases = cases;
        this.service = service;
        this.agencies = agencies;
        this.complaints = complaints;
        this.workflow = workflow;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Replaces the outcome of a case, open or closed. Of a closed one everybody who complained is told. */
    public void correctOutcome(String caseNo, CaseResult result) {
        CaseFile file = cases.lock(caseNo).orElseThrow();
        if (result.equals(file.result())) {
            return;
        }
        if (!file.isClosed()) {
            service.recordOutcome(caseNo, result);
            return;
        }
        cases.setResult(caseNo, result);
        timeline.decided(caseNo, "casefile.event.outcome-corrected", result.reason(), null, result.outcome());
        audit.record(AuditEntry.of(
                        "case.outcome-corrected",
                        "case",
                        caseNo,
                        Map.of("outcome", result.outcome().name()))
                .withReason(result.reason()));
        CaseFile corrected = cases.find(caseNo).orElseThrow();
        cases.receiptsOf(caseNo).forEach(receiptNo -> complaints.tellCorrection(receiptNo, corrected));
    }

    /**
     * A closed case begins anew with the question who is competent; its file stays. Nothing happens if it is open.
     *
     * @param reason why
     */
    public void reopen(String caseNo, String reason) {
        CaseFile file = cases.lock(caseNo).orElseThrow();
        if (!file.isClosed()) {
            return;
        }
        agencies.endAll(caseNo, clock.instant());
        cases.reopen(caseNo);
        agencies.refreshReaders(caseNo, List.of(file.intake()));
        timeline.decided(caseNo, "casefile.event.reopened", reason, null);
        audit.record(AuditEntry.of("case.reopened", "case", caseNo, Map.of()).withReason(reason));
        workflow.begin(caseNo, file.intake());
    }
}
