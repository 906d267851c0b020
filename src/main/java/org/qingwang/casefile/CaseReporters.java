package org.qingwang.casefile;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody whose complaint opened or joined a case. */
@Service
public class CaseReporters {

    private final Cases cases;
    private final CaseComplaints complaints;

    CaseReporters(Cases cases, CaseComplaints complaints) {
        this.cases = cases;
        this.complaints = complaints;
    }

    /**
     * Tells them that a case was filed, each once. They have to know within five working days of the decision (rule {@code
     * complaint.tell-named-reporter}); told in the same moment nobody can forget it.
     */
    @Transactional
    public void tellFiled(String caseNo) {
        List<String> receipts = cases.receiptsOf(caseNo);
        if (!receipts.isEmpty()) {
            complaints.tellFiled(receipts, caseNo);
        }
    }
}
