package org.qingwang.cooperation;

import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.agency.Jurisdiction;

/**
 * Who of several agencies is competent (Administrative Penalty Law art. 25). What is not known yet is null.
 *
 * @param disputeNo for example {@code GX-330000-2026-000002}
 * @param otherCaseNo the case in which the other agency works the same act; null if there is one case only
 * @param claimant who says it is competent; null if the case went to and fro
 * @param respondent who has the case, or the other one; null if nobody is left to be asked
 * @param presumed who filed first, and so keeps it unless the common superior says otherwise; null if nobody filed
 * @param firstFiled on which day
 * @param reason why it is disputed
 * @param viewAgreed whether the respondent agrees with what is presumed
 * @param designated who is competent
 * @param decision why
 */
public record CompetenceDispute(
        String disputeNo,
        String caseNo,
        String otherCaseNo,
        Jurisdiction claimant,
        Jurisdiction respondent,
        Jurisdiction presumed,
        LocalDate firstFiled,
        String reason,
        Stage stage,
        Instant openedAt,
        String openedBy,
        Boolean viewAgreed,
        String viewReason,
        Jurisdiction designated,
        String decision,
        Instant decidedAt,
        String decidedBy) {

    /** Where a dispute stands. */
    public enum Stage {
        /** The other agency says whether it agrees. */
        VIEW,
        /** The common superior decides. */
        DESIGNATION,
        DECIDED;

        /** Key of its name in the message files. */
        public String messageKey() {
            return "cooperation.dispute." + name();
        }
    }

    public boolean isOpen() {
        return stage != Stage.DECIDED;
    }
}
