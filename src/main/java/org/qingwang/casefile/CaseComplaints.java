package org.qingwang.casefile;

import java.util.List;

/** What a case needs from the complaints behind it. The complaint capability implements it. */
public interface CaseComplaints {

    /** @throws IllegalArgumentException if there is no such complaint */
    ComplaintFacts factsOf(String receiptNo);

    /** Tells the complainant what came of the case. Called once for each complaint, in the closing transaction. */
    void tellOutcome(String receiptNo, CaseFile closedCase);

    /** Tells complainants that a case was filed for what they reported, each once. */
    void tellFiled(List<String> receiptNos, String caseNo);

    /** The case of a complaint was joined to another one, to which the complaint belongs from now on. */
    void tellJoined(String receiptNo, String caseNo);

    /** Tells the complainant that the outcome of a closed case is another one than was told before. */
    void tellCorrection(String receiptNo, CaseFile correctedCase);
}
