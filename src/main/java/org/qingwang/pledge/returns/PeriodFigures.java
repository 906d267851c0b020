package org.qingwang.pledge.returns;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a firm reported for a period and one of its services.
 *
 * @param service in the firm's own words
 * @param returns the files it is read from
 * @param indicators those that can be computed from them
 */
public record PeriodFigures(
        String firm,
        LocalDate from,
        LocalDate to,
        String service,
        List<FirmReturn> returns,
        Map<Indicator, IndicatorValue> indicators) {

    public PeriodFigures {
        returns = List.copyOf(returns);
        indicators = Collections.unmodifiableMap(new TreeMap<>(indicators));
    }

    /** @return the file that counts for a part */
    public Optional<FirmReturn> file(Part part) {
        return returns.stream().filter(file -> file.report().part() == part).findFirst();
    }
}
