package org.qingwang.pledge.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

    private Indicators() {}

    /**
     * @param reports of one firm and period, one of each part at most
     * @return what can be computed; an indicator whose figures are missing is missing, never zero
     */
    public static Map<Indicator, BigDecimal> of(Collection<Report> reports) {
        Map<Indicator, BigDecimal> found = new EnumMap<>(Indicator.class);
        Function<String, Optional<BigDecimal>> notices = name -> total(reports, Part.NOTICES, name);
        Function<String, Optional<BigDecimal>> own = name -> total(reports, Part.OWN_INITIATIVE, name);
        put(found, Indicator.NOTICES, notices.apply("Number of notices received"));
        put(
                found,
                Indicator.ITEMS,
                notices.apply("Number of specific items of information included in the total number of notices"));
        put(found, Indicator.MEDIAN_TIME, notices.apply("Median time to take action"));
        put(found, Indicator.AUTOMATED_SHARE, share(own.apply(AUTOMATED), own.apply(OWN)));
        Optional<BigDecimal> onNotice = plus(notices.apply(BY_LAW), notices.apply(BY_TERMS));
        put(found, Indicator.OWN_INITIATIVE_SHARE, share(own.apply(OWN), plus(own.apply(OWN), onNotice)));
        Optional<BigDecimal> reversed = plus(
                appeal(reports, COMPLAINTS, SUBMITTED, "Decisions reversed"),
                appeal(reports, COMPLAINTS, SUBMITTED, "Decisions partially reversed"));
        put(
                found,
                Indicator.REVERSED_SHARE,
                share(reversed, appeal(reports, COMPLAINTS, SUBMITTED, Figure.TOTAL_NUMBER)));
        put(found, Indicator.SUSPENDED_SELLERS, suspended(reports, "manifestly illegal content"));
        put(found, Indicator.SUSPENDED_NOTIFIERS, suspended(reports, "manifestly unfounded notices"));
        return found;
    }

    private static Optional<BigDecimal> suspended(Collection<Report> reports, String why) {
        return appeal(
                reports, SUSPENSIONS, "Number of suspensions enacted for the provision of " + why, Figure.TOTAL_NUMBER);
    }

    private static Optional<BigDecimal> total(Collection<Report> reports, Part part, String indicator) {
        return value(reports, part, Figure.TOTAL, indicator, "");
    }

    private static Optional<BigDecimal> appeal(
            Collection<Report> reports, String section, String indicator, String scope) {
        return value(reports, Part.APPEALS, section, indicator, scope);
    }

    private static Optional<BigDecimal> value(
            Collection<Report> reports, Part part, String of, String indicator, String scope) {
        return reports.stream()
                .filter(report -> report.part() == part)
                .findFirst()
                .flatMap(report -> report.value(of, indicator, scope));
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.flatMap(first -> other.map(first::add));
    }

    private static Optional<BigDecimal> share(Optional<BigDecimal> part, Optional<BigDecimal> whole) {
        return whole.filter(all -> all.signum() > 0)
                .flatMap(all -> part.map(some -> some.multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP)));
    }

    private static void put(Map<Indicator, BigDecimal> found, Indicator indicator, Optional<BigDecimal> value) {
        value.ifPresent(known -> found.put(indicator, known));
    }
}
