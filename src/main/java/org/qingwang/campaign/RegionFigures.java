package org.qingwang.campaign;

import java.util.List;

/**
 * What there is of a campaign in a region.
 *
 * @param region six-digit code; null in the row of all regions together
 * @param cases led there
 * @param closed of the cases
 * @param supervised of the cases
 * @param late clocks of the cases whose time is over
 */
public record RegionFigures(String region, int complaints, int cases, int closed, int supervised, int late) {

    static RegionFigures sum(List<RegionFigures> rows) {
        return rows.stream()
                .reduce(
                        new RegionFigures(null, 0, 0, 0, 0, 0),
                        (one, other) -> new RegionFigures(
                                null,
                                one.complaints + other.complaints,
                                one.cases + other.cases,
                                one.closed + other.closed,
                                one.supervised + other.supervised,
                                one.late + other.late));
    }

    /** Cases that are not closed. */
    public int open() {
        return cases - closed;
    }
}
