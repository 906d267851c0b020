package org.qingwang.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the processes of a model, of all its versions, spend their time.
 *
 * @param days how many days back the steps counted were begun
 * @param steps that take time: tasks, called processes and what waits for an event; those that hold longest first
 * @param at when it was counted
 * @param cut whether only the newest steps of these days were counted, because there are too many
 */
public record HeatMap(int days, List<StepHeat> steps, Instant at, boolean cut) {

    /** The darkest shade. */
    public static final int SHADES = 5;

    /** A step done less often than this part of the busiest one is an exception, however long it takes. */
    private static final double SELDOM = 0.05;

    private static final Comparator<StepHeat> BY_MEDIAN =
            Comparator.comparing(StepHeat::median, Comparator.nullsFirst(Comparator.naturalOrder()));

    public HeatMap {
        steps = steps.stream()
                .sorted(BY_MEDIAN.reversed().thenComparing(StepHeat::activity))
                .toList();
    }

    /** The step that holds processes longest; exceptions are none. */
    public Optional<StepHeat> bottleneck() {
        int busiest = steps.stream().mapToInt(StepHeat::done).max().orElse(0);
        return steps.stream()
                .filter(step -> step.median() != null && step.done() >= busiest * SELDOM)
                .max(BY_MEDIAN);
    }

    /** The step at which most processes stand now. */
    public Optional<StepHeat> crowd() {
        return steps.stream().filter(step -> step.waiting() > 0).max(Comparator.comparingInt(StepHeat::waiting));
    }

    /**
     * How long a step takes beside the others, from 1 to {@link #SHADES}; 0 if it was never finished. By the root of
     * its time: beside one step of weeks, those of days would all look alike.
     */
    public int shade(StepHeat step) {
        if (step.median() == null) {
            return 0;
        }
        double longest = steps.stream()
                .filter(one -> one.median() != null)
                .mapToDouble(one -> root(one.median()))
                .max()
                .orElse(0);
        return longest == 0 ? 1 : 1 + (int) Math.round((SHADES - 1) * root(step.median()) / longest);
    }

    private static double root(Duration length) {
        return Math.sqrt(length.toSeconds());
    }
}
