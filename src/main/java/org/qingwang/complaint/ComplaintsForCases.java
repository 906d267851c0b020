package org.qingwang.complaint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseComplaints;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.ComplaintFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives cases what they need of the complaints behind them. */
@Service
class ComplaintsForCases implements CaseComplaints {

    private final Complaints complaints;
    private final NoticeWriter notices;
    private final AuditLog audit;

    ComplaintsForCases(Complaints complaints, NoticeWriter notices, AuditLog audit) {
        this.complaints = complaints;
        this.notices = notices;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public ComplaintFacts factsOf(String receiptNo) {
        return facts(complaints
                .find(receiptNo)
                .orElseThrow(() -> new IllegalArgumentException("no such complaint: " + receiptNo)));
    }

    @Override
    @Transactional
    public void tellOutcome(String receiptNo, CaseFile closedCase) {
        Complaint complaint = complaints.findForUpdate(receiptNo).orElseThrow();
        if (complaint.status() == ComplaintStatus.CLOSED) {
            tellCorrection(receiptNo, closedCase);
            return;
        }
        String outcome = outcomeOf(closedCase);
        notices.tell(receiptNo, Notice.Event.CASE_CLOSED, closedCase.caseNo(), language ->
                new Object[] {closedCase.caseNo(), notices.message(outcome, language)});
        complaints.changeStatus(receiptNo, ComplaintStatus.CLOSED, closedCase.caseNo());
        audit.record(AuditEntry.of("complaint.closed", "complaint", receiptNo, Map.of("caseNo", closedCase.caseNo())));
    }

    @Override
    @Transactional
    public void tellFiled(List<String> receiptNos, String caseNo) {
        notices.tell(receiptNos, Notice.Event.CASE_FILED, caseNo, caseNo);
    }

    @Override
    @Transactional
    public void tellJoined(String receiptNo, String caseNo) {
        complaints.changeStatus(receiptNo, ComplaintStatus.JOINED, caseNo);
        notices.tell(receiptNo, Notice.Event.JOINED, caseNo, language -> new Object[] {caseNo});
        audit.record(AuditEntry.of("complaint.joined", "complaint", receiptNo, Map.of("caseNo", caseNo)));
    }

    @Override
    @Transactional
    public void tellCorrection(String receiptNo, CaseFile correctedCase) {
        String outcome = outcomeOf(correctedCase);
        String about = correctedCase.caseNo() + " " + correctedCase.closedAt() + " " + outcome;
        notices.tell(receiptNo, Notice.Event.OUTCOME_CORRECTED, about, language ->
                new Object[] {correctedCase.caseNo(), notices.message(outcome, language)});
    }

    private static String outcomeOf(CaseFile file) {
        return file.recordedResult().orElseThrow().outcome().messageKey();
    }

    static ComplaintFacts facts(Complaint complaint) {
        NewComplaint content = complaint.content();
        return new ComplaintFacts(
                complaint.receiptNo(),
                complaint.intake(),
                content.sellerName(),
                content.sellerRegion(),
                content.platform(),
                complaint.listings().stream().map(ListingAddress::normalised).toList(),
                content.right(),
                content.registrationNo(),
                content.goods(),
                value(content));
    }

    /** Quantity times unit price, rounded to the fen; null where one is not known. */
    private static BigDecimal value(NewComplaint content) {
        return content.quantity() == null || content.unitPrice() == null
                ? null
                : content.quantity().multiply(content.unitPrice()).setScale(2, RoundingMode.HALF_UP);
    }
}
