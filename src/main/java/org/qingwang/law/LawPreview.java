package org.qingwang.law;

import java.util.List;
import java.util.UUID;

/**
 * What a corrected file would do, before anybody confirms it.
 *
 * @param file what it is, for example {@code deadlines.yaml}
 * @param changes rules that read otherwise from then on; empty for a calendar
 * @param moves open clocks whose end it moves, exactly these
 * @param digest names this preview: it is confirmed only while it holds
 * @param revision the revision it became, or null before it is confirmed
 */
public record LawPreview(
        UUID id,
        String file,
        String reason,
        List<RuleChange> changes,
        List<ClockMove> moves,
        String digest,
        Integer revision) {

    /**
     * A rule that reads otherwise.
     *
     * @param before its versions so far; empty for a new rule
     * @param after its versions from then on
     */
    public record RuleChange(String id, List<LawRule> before, List<LawRule> after) {}
}
