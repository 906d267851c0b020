package org.qingwang.briefing;

import java.time.Instant;
import java.util.Locale;

/**
 * A briefing as it was at a time. What is not known yet is null.
 *
 * @param reason why an earlier version was corrected; null for the first
 * @param draftedBy account of whoever drafted it, who does not review it
 * @param remarks why the review sent it back
 */
public record BriefingVersion(
        String briefingNo,
        int version,
        Instant compiledAt,
        String narrative,
        String narrativeZh,
        String reason,
        String draftedBy,
        String draftedName,
        String remarks,
        String reviewedName,
        Instant publishedAt) {

    public boolean isPublished() {
        return publishedAt != null;
    }

    public String narrative(Locale language) {
        return language.getLanguage().equals("zh") ? narrativeZh : narrative;
    }
}
