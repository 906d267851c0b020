package org.qingwang.briefing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingwang.indicator.Indicator;

/**
 * Which figures the public does not see. Cases, persons and firms fewer than {@link #FEWEST} could be told apart by whoever
 * knows the place, and so could the money of fewer cases; where only one part of a sum is hidden, a second one is, or the
 * first could be computed from the sum.
 */
public final class SmallCounts {

    /** The smallest number that is published. */
    public static final int FEWEST = 3;

    private SmallCounts() {}

    /**
     * @param value null if nobody knows it
     * @param cases how many cases are behind it
     */
    public static boolean hides(Indicator indicator, BigDecimal value, long cases) {
        if (value == null || value.signum() == 0) {
            return false;
        }
        return switch (indicator.unit()) {
            case CNY -> cases < FEWEST;
            case CASES, PERSONS, FIRMS -> value.abs().compareTo(BigDecimal.valueOf(FEWEST)) < 0;
            default -> false;
        };
    }

    /**
     * Periods of which nothing was told since a running total was told last. A running total less the period's own number is
     * the total before: told while a single period is hidden, it would tell that period's number.
     */
    static final class Untold {

        private final Indicator indicator;
        private BigDecimal value = BigDecimal.ZERO;
        private long cases;
        private int periods;

        Untold(Indicator indicator) {
            this.indicator = indicator;
        }

        /** Takes the next period, the earliest first. */
        void add(BigDecimal periodValue, long periodCases) {
            if (hides(indicator, periodValue, periodCases)) {
                value = value.add(periodValue);
                cases += periodCases;
                periods++;
            } else if (periods > 1 && !hides(indicator, value, cases)) {
                value = BigDecimal.ZERO;
                cases = 0;
                periods = 0;
            }
        }

        /** Whether the running total of the period taken last is not told either. */
        boolean hidesRunningTotal() {
            return periods > 0 && !indicator.isStock();
        }
    }

    /**
     * @param values what each part comes to
     * @param cases how many cases are behind each part
     * @return the parts that are hidden
     */
    static Set<String> hidden(Indicator indicator, Map<String, BigDecimal> values, Map<String, Long> cases) {
        Set<String> hidden = new HashSet<>();
        values.forEach((part, value) -> {
            if (hides(indicator, value, cases.getOrDefault(part, 0L))) {
                hidden.add(part);
            }
        });
        if (hidden.size() == 1) {
            List<String> others = values.keySet().stream()
                    .filter(part -> !hidden.contains(part) && values.get(part).signum() != 0)
                    .sorted(Comparator.comparing(values::get))
                    .toList();
            others.stream().findFirst().ifPresent(hidden::add);
        }
        return hidden;
    }
}
