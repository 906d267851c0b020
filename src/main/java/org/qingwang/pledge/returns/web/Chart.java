package org.qingwang.pledge.returns.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingwang.pledge.returns.Indicator;

/**
 * An indicator with a bar for each period, or for each firm.
 *
 * @param bars one at least
 */
public record Chart(Indicator indicator, List<Bar> bars) {

    /** Length of the longest bar. */
    private static final int WIDEST = 300;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * One bar, and one row of the table beside it.
     *
     * @param own whether it is of the firm the page is about
     */
    public record Bar(String label, BigDecimal value, int width, boolean own) {}

    /** What bars are drawn of. */
    record Column(String label, Map<Indicator, BigDecimal> values, boolean own) {}

    /** @return a chart for each indicator that any of them has */
    static List<Chart> of(List<Column> columns) {
        Map<Indicator, List<Column>> known = new TreeMap<>();
        for (Column column : columns) {
            column.values()
                    .keySet()
                    .forEach(indicator -> known.computeIfAbsent(indicator, none -> new ArrayList<>())
                            .add(column));
        }
        return known.entrySet().stream()
                .map(entry -> new Chart(entry.getKey(), bars(entry.getKey(), entry.getValue())))
                .toList();
    }

    /** Shares are drawn of a hundred, all else of the longest. */
    private static List<Bar> bars(Indicator indicator, List<Column> columns) {
        BigDecimal longest = columns.stream()
                .map(column -> column.values().get(indicator))
                .reduce(indicator.isShare() ? HUNDRED : BigDecimal.ONE, BigDecimal::max);
        return columns.stream()
                .map(column -> bar(column, column.values().get(indicator), longest))
                .toList();
    }

    private static Bar bar(Column column, BigDecimal value, BigDecimal longest) {
        int width = value.multiply(BigDecimal.valueOf(WIDEST))
                .divide(longest, 0, RoundingMode.HALF_UP)
                .intValue();
        return new Bar(column.label(), value, width, column.own());
    }
}
