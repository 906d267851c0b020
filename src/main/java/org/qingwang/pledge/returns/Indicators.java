package org.qingwang.pledge.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.qingwang.pledge.returns.IndicatorValue.Source;

/** Computes the indicators of one firm and period from the parts it sent. */
public final class Indicators {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String COMPLAINTS = "Internal complaints mechanism";
    private static final String SUBMITTED = "Number of complaints submitted to the internal-complaints mechanism";
    private static final String SUSPENSIONS = "Suspensions imposed on repeated offenders";
    private static final String BY_LAW = "Number of actions taken on the basis of the law";
    private static final String BY_TERMS =
            "Number of actions taken on the basis of the terms and conditions of the service";
    private static final String OWN = "Number of measures taken at the provider's own initiative";
    private static final String AUTOMATED = "Number of measures taken after detection with solely automated means";

    private final Collection<Report> reports;
    private final Map<Indicator, IndicatorValue> found = new EnumMap<>(Indicator.class);

    private Indicators(Collection<Report> reports) {
        this.reports = reports;
    }

    /**
     * @param reports of one firm and period, one of each part at most
     * @return what can be computed; an indicator whose figures are missing is missing, never zero
     */
    public static Map<Indicator, IndicatorValue> of(Collection<Report> reports) {
        Indicators indicators = new Indicators(reports);
        indicators.compute();
        return indicators.found;
    }

    private void compute() {
        put(Indicator.NOTICES, notices("Number of notices received"));
        put(
                Indicator.ITEMS,
                notices("Number of specific items of information included in the total number of notices"));
        put(Indicator.MEDIAN_TIME, notices("Median time to take action"));
        Optional<IndicatorValue> own = value(Part.OWN_INITIATIVE, Figure.TOTAL, OWN, "");
        put(Indicator.AUTOMATED_SHARE, share(value(Part.OWN_INITIATIVE, Figure.TOTAL, AUTOMATED, ""), own));
        put(Indicator.OWN_INITIATIVE_SHARE, share(own, plus(own, plus(notices(BY_LAW), notices(BY_TERMS)))));
        Optional<IndicatorValue> reversed = plus(
                appeal(COMPLAINTS, SUBMITTED, "Decisions reversed"),
                appeal(COMPLAINTS, SUBMITTED, "Decisions partially reversed"));
        put(Indicator.REVERSED_SHARE, share(reversed, appeal(COMPLAINTS, SUBMITTED, Figure.TOTAL_NUMBER)));
        put(Indicator.SUSPENDED_SELLERS, suspended("manifestly illegal content"));
        put(Indicator.SUSPENDED_NOTIFIERS, suspended("manifestly unfounded notices"));
    }

    private Optional<IndicatorValue> notices(String indicator) {
        return value(Part.NOTICES, Figure.TOTAL, indicator, "");
    }

    private Optional<IndicatorValue> suspended(String why) {
        return appeal(SUSPENSIONS, "Number of suspensions enacted for the provision of " + why, Figure.TOTAL_NUMBER);
    }

    private Optional<IndicatorValue> appeal(String section, String indicator, String scope) {
        return value(Part.APPEALS, section, indicator, scope);
    }

    private Optional<IndicatorValue> value(Part part, String of, String indicator, String scope) {
        return reports.stream()
                .filter(report -> report.part() == part)
                .findFirst()
                .flatMap(report -> report.figure(of, indicator, scope))
                .map(figure -> new IndicatorValue(figure.value(), List.of(new Source(part, figure.row()))));
    }

    private static Optional<IndicatorValue> plus(Optional<IndicatorValue> one, Optional<IndicatorValue> other) {
        return both(one, other, BigDecimal::add);
    }

    private static Optional<IndicatorValue> share(Optional<IndicatorValue> part, Optional<IndicatorValue> whole) {
        return both(
                part,
                whole.filter(all -> all.value().signum() > 0),
                (some, all) -> some.multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP));
    }

    private static Optional<IndicatorValue> both(
            Optional<IndicatorValue> one, Optional<IndicatorValue> other, BinaryOperator<BigDecimal> operation) {
        return one.flatMap(first -> other.map(second -> new IndicatorValue(
                operation.apply(first.value(), second.value()),
                Stream.concat(first.sources().stream(), second.sources().stream())
                        .distinct()
                        .toList())));
    }

    private void put(Indicator indicator, Optional<IndicatorValue> value) {
        value.ifPresent(known -> found.put(indicator, known));
    }
}
