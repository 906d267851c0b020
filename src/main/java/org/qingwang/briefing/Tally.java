package org.qingwang.briefing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.CountedCase.Standing;
import org.qingwang.indicator.Indicator;

/** Adds lists up to figures, and figures to totals. Money stays exact: nothing is rounded. */
final class Tally {

    private Tally() {}

    /** @return what a list adds up to; what was withdrawn is taken off */
    static BigDecimal sum(Collection<CountedCase> lines) {
        return lines.stream()
                .map(line ->
                        line.standing() == Standing.WITHDRAWN ? line.amount().negate() : line.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * @param lists the list behind each computed indicator
     * @param reporters ids of the agencies that take part: each has a figure, though it be zero, where it reports one
     * @param entered what agencies entered
     */
    static List<Figure> figures(
            List<Indicator> indicators,
            Map<String, List<CountedCase>> lists,
            Map<String, Jurisdiction> reporters,
            Collection<Figure> entered) {
        Map<String, Map<String, Figure>> said = new HashMap<>();
        entered.forEach(one ->
                said.computeIfAbsent(one.indicator(), key -> new HashMap<>()).put(one.reporter(), one));
        List<Figure> figures = new ArrayList<>();
        for (Indicator indicator : indicators) {
            Map<String, BigDecimal> listed = listed(indicator, lists.getOrDefault(indicator.key(), List.of()));
            reporters.forEach((id, jurisdiction) -> {
                if (indicator.isComputed() && indicator.isReportedBy(jurisdiction.agency())) {
                    listed.putIfAbsent(id, BigDecimal.ZERO);
                }
            });
            Map<String, Figure> own = said.getOrDefault(indicator.key(), Map.of());
            listed.forEach((id, value) -> figures.add(figure(indicator.key(), id, value, own.get(id))));
            own.values().stream()
                    .filter(one -> !listed.containsKey(one.reporter()))
                    .forEach(figures::add);
        }
        return figures;
    }

    private static Figure figure(String indicator, String reporter, BigDecimal listed, Figure said) {
        return said == null
                ? new Figure(indicator, reporter, listed, null, null)
                : new Figure(indicator, reporter, listed, said.reported(), said.reason());
    }

    private static Map<String, BigDecimal> listed(Indicator indicator, List<CountedCase> lines) {
        Map<String, List<CountedCase>> byAgency = new TreeMap<>();
        if (indicator.isComputed()) {
            lines.forEach(line -> byAgency.computeIfAbsent(line.agency().id(), id -> new ArrayList<>())
                    .add(line));
        }
        Map<String, BigDecimal> listed = new TreeMap<>();
        byAgency.forEach((id, own) -> listed.put(id, sum(own)));
        return listed;
    }

    /** @return keys of the indicators that are known for anybody: of the others a sum of zero says nothing */
    static Set<String> reported(Collection<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.value() != null)
                .map(Figure::indicator)
                .collect(Collectors.toSet());
    }

    /** @param before the totals of the period before; empty for the first */
    static Map<String, Total> totals(List<Indicator> indicators, List<Figure> figures, Map<String, Total> before) {
        Map<String, Total> totals = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            List<BigDecimal> values = figures.stream()
                    .filter(figure -> figure.indicator().equals(indicator.key()))
                    .map(Figure::value)
                    .filter(Objects::nonNull)
                    .toList();
            if (values.isEmpty() && !before.containsKey(indicator.key())) {
                continue;
            }
            BigDecimal value = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            Total earlier = before.get(indicator.key());
            boolean adds = earlier != null && !indicator.isStock();
            totals.put(
                    indicator.key(),
                    new Total(value, adds ? earlier.cumulative().add(value) : value));
        }
        return totals;
    }
}
