package org.qingwang.casefile;

/** What a case needs from the complaints behind it. The complaint capability implements it. */
public interface CaseComplaints {

    /** @throws IllegalArgumentException if there is no such complaint */
    ComplaintFacts factsOf(String receiptNo);

    /** Tells the complainant what came of the case. Called once for each complaint, in the closing transaction. */
    void tellOutcome(String receiptNo, CaseFile closedCase);
}
