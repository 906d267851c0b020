package org.qingwang.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a complainant may read of the own complaint: where it stands, and what was told.
 *
 * @param screenedAt when it was looked through first; null before
 * @param due the day by which the office decides, or by which the complainant sends what is missing; null if neither
 */
public record Progress(
        String receiptNo,
        Instant filedAt,
        Instant screenedAt,
        ComplaintStatus status,
        LocalDate due,
        List<Notice> notices) {

    public Progress {
        notices = List.copyOf(notices);
    }
}
