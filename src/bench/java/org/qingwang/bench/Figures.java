package org.qingwang.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Medians, percentiles and how they are written down. */
final class Figures {

    private Figures() {}

    static double median(List<Double> values) {
        return percentile(values, 50);
    }

    /** Linear between the two nearest ranks. */
    static double percentile(List<Double> values, double percent) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        double rank = percent / 100 * (sorted.length - 1);
        int low = (int) Math.floor(rank);
        int high = (int) Math.ceil(rank);
        return sorted[low] + (sorted[high] - sorted[low]) * (rank - low);
    }

    static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Median with the smallest and largest value behind it. */
    static String spread(List<Double> values) {
        return "%s (%s to %s)".formatted(two(median(values)), two(percentile(values, 0)), two(percentile(values, 100)));
    }

    /** The same without decimals and with thousands, for rates. */
    static String whole(List<Double> values) {
        return String.format(
                Locale.ROOT,
                "%,.0f (%,.0f to %,.0f)",
                median(values),
                percentile(values, 0),
                percentile(values, 100));
    }
}
