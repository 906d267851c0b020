package org.qingwang.pledge.returns;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an indicator is in one period.
 *
 * @param sources where the figures stand it was computed from
 */
public record IndicatorValue(BigDecimal value, List<Source> sources) {

    /** A figure's place: the part, and the line of the file, counted from 1. */
    public record Source(Part part, long row) {}

    public IndicatorValue {
        sources = List.copyOf(sources);
    }

    /** @return the parts it comes from, each once */
    public List<Part> parts() {
        return sources.stream().map(Source::part).distinct().toList();
    }

    /** @return its rows in one part */
    public List<Long> rows(Part part) {
        return sources.stream()
                .filter(one -> one.part() == part)
                .map(Source::row)
                .distinct()
                .sorted()
                .toList();
    }
}
