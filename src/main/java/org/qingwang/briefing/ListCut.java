package org.qingwang.briefing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.qingwang.indicator.Breakdown;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;

/**
 * A list taken apart by one thing: its parts add up to what the list adds up to.
 *
 * @param parts the largest first, the rest together at the end
 */
public record ListCut(Breakdown by, List<Part> parts) {

    private static final int MOST_PARTS = 12;

    /**
     * One part.
     *
     * @param value id, code or name; empty where it is not known; null for the rest
     * @param sum what its lines add up to, less what was withdrawn
     */
    public record Part(String value, BigDecimal sum) {}

    /** @return the largest part, for whoever draws them */
    public BigDecimal most() {
        return parts.stream().map(Part::sum).reduce(BigDecimal.ONE, BigDecimal::max);
    }

    /** @return the list by everything the indicator can be taken apart by; nothing for an empty list */
    public static List<ListCut> of(Indicator indicator, List<CountedCase> lines) {
        return lines.isEmpty()
                ? List.of()
                : indicator.by().stream().map(by -> of(by, lines)).toList();
    }

    private static ListCut of(Breakdown by, List<CountedCase> lines) {
        Map<String, List<CountedCase>> grouped = lines.stream()
                .collect(Collectors.groupingBy(line -> valueOf(by, line), TreeMap::new, Collectors.toList()));
        List<Part> all = grouped.entrySet().stream()
                .map(part -> new Part(part.getKey(), Tally.sum(part.getValue())))
                .sorted(Comparator.comparing(Part::sum).reversed())
                .toList();
        if (all.size() <= MOST_PARTS) {
            return new ListCut(by, all);
        }
        List<Part> parts = new ArrayList<>(all.subList(0, MOST_PARTS));
        BigDecimal rest = all.stream().skip(MOST_PARTS).map(Part::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        parts.add(new Part(null, rest));
        return new ListCut(by, parts);
    }

    /** @return the part of the list a line is in; empty where that is not known */
    public static String valueOf(Breakdown by, CountedCase line) {
        String value = switch (by) {
            case AGENCY -> line.agency().id();
            case REGION -> line.agency().region();
            case GOODS -> line.goods();
            case PLATFORM -> line.platform();
            case RIGHT -> line.right();
        };
        return Objects.requireNonNullElse(value, "");
    }
}
