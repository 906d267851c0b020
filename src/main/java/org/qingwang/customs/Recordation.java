package org.qingwang.customs;

import java.time.LocalDate;

/**
 * A right recorded with customs (customs protection regulation art. 7 to 11).
 *
 * @param rightNo number of the registration or patent
 * @param validUntil its last day
 * @param licensees who may trade the goods; null if nobody else
 * @param cancelled whether it was revoked or cancelled
 */
public record Recordation(
        String recordationNo,
        RightKind rightKind,
        String rightNo,
        String rightName,
        String holder,
        LocalDate validFrom,
        LocalDate validUntil,
        String licensees,
        boolean cancelled) {

    public boolean isInForce(LocalDate day) {
        return !cancelled && !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }
}
