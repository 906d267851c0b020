package org.qingwang.complaint;

import java.time.Instant;
import java.util.List;

/**
 * What a complainant may read of the own complaint: where it stands, and what was told.
 *
 * @param screenedAt when it was looked through first; null before
 */
public record Progress(
        String receiptNo, Instant filedAt, Instant screenedAt, ComplaintStatus status, List<Notice> notices) {

    public Progress {
        notices = List.copyOf(notices);
    }
}
