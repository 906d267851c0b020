package org.qingwang.platform;

import java.time.Instant;

/**
 * What the public reads of a notice, as an officer released it.
 *
 * @param id grows with each publication: the list's order
 * @param noticeText the evidence of the notice
 * @param declarationText the seller's declaration; null if there is none
 */
public record Publication(long id, String noticeNo, Instant publishedAt, String noticeText, String declarationText) {

    /** A line of the public list. */
    public record Line(
            long id,
            String noticeNo,
            Instant publishedAt,
            String platform,
            String platformKey,
            String rightName,
            NoticeResult result) {}
}
