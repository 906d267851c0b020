package org.qingwang.pledge.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a firm reported for a period.
 *
 * @param returns the files it is read from
 * @param indicators those that can be computed from them
 */
public record PeriodFigures(
        String firm, LocalDate from, LocalDate to, List<FirmReturn> returns, Map<Indicator, BigDecimal> indicators) {

    public PeriodFigures {
        returns = List.copyOf(returns);
        indicators = Map.copyOf(indicators);
    }
}
