package org.qingwang.briefing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.qingwang.campaign.Campaign;
import org.qingwang.indicator.Indicator;

/**
 * What everybody may read of a briefing: totals of the campaign and of each province, without cases and persons.
 *
 * @param late ids of the agencies that did not report in time: of them it has the figures of their cases alone
 * @param regions codes of the provinces that have a column; empty if the campaign is of one province
 */
public record PublicBriefing(
        Campaign campaign,
        Briefing briefing,
        BriefingVersion version,
        List<BriefingVersion> earlier,
        List<BriefingDesk.Change> changes,
        int asked,
        int sent,
        List<String> late,
        List<String> regions,
        List<Row> rows) {

    /**
     * An indicator.
     *
     * @param byRegion what it comes to in each province that has any
     */
    public record Row(Indicator indicator, Cell total, Cell cumulative, Map<String, Cell> byRegion) {}

    /**
     * A figure, or that it is too small to be told.
     *
     * @param value null if nobody knows it
     */
    public record Cell(BigDecimal value, boolean hidden) {

        static Cell of(BigDecimal value, boolean hidden) {
            return new Cell(hidden ? null : value, hidden);
        }
    }
}
