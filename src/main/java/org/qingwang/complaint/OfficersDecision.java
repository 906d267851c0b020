package org.qingwang.complaint;

/**
 * What an officer decided on a screened complaint.
 *
 * @param caseNo the case to join; ignored unless the decision is to join
 * @param reason why the proposal is not followed, what is asked for, or why it is refused; null where that is plain
 * @param formVersion which form the officer filled in
 */
public record OfficersDecision(Decision decision, String caseNo, String reason, String formVersion) {

    public OfficersDecision {
        caseNo = caseNo == null || caseNo.isBlank() || decision != Decision.JOIN ? null : caseNo.strip();
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    OfficersDecision joining(String otherCaseNo) {
        return new OfficersDecision(Decision.JOIN, otherCaseNo, reason, formVersion);
    }
}
