package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * The party was told of the intended penalty, with facts, reasons and basis as found last, and of its rights
 * (Administrative Penalty Law arts. 44, 45, 63).
 *
 * @param noticeNo number of the document
 * @param toldOn when it was served
 * @param hearingOffered whether it says that a hearing may be asked for
 * @param answer whether the party waived at once, or is waited for
 */
public record PenaltyNotice(
        String noticeNo,
        LocalDate toldOn,
        ServiceMethod method,
        PartyKind partyKind,
        boolean hearingOffered,
        Answer answer) {

    /** What the party did when it was told. */
    public enum Answer {
        /** It waived statement and hearing in writing. */
        WAIVED,
        /** It has its time to answer. */
        AWAITED
    }

    /** Whether nobody has to wait for the party. */
    public boolean isWaived() {
        return answer == Answer.WAIVED;
    }
}
