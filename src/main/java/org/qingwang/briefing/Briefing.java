package org.qingwang.briefing;

import java.time.Instant;
import java.util.List;
import org.qingwang.indicator.Span;

/**
 * The published summary of a campaign for a period.
 *
 * @param briefingNo for example {@code JB-2026-0007}
 * @param span the period, and the first day of the campaign
 * @param indicators keys of what it counts, in order, as the campaign had chosen when returns were asked
 * @param version the newest; before the first was compiled, 1
 */
public record Briefing(
        String briefingNo,
        String campaignNo,
        Span span,
        List<String> indicators,
        Stage stage,
        int version,
        Instant askedAt) {

    /** Where the newest version of a briefing stands. */
    public enum Stage {
        /** The agencies report. */
        RETURNS,
        DRAFT,
        REVIEW,
        APPROVED,
        PUBLISHED;

        public String messageKey() {
            return "briefing.stage." + name();
        }
    }

    public Briefing {
        indicators = List.copyOf(indicators);
    }

    public boolean isCompiled() {
        return stage != Stage.RETURNS;
    }
}
