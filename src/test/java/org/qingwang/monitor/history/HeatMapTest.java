package org.qingwang.monitor.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong bottleneck sends a supervisor to the wrong people. */
class HeatMapTest {

    @Test
    void theBottleneckIsTheStepThatTakesLongestNotTheOneWithMostWork() {
        HeatMap map = map(step("check", 100, Duration.ofDays(1), 40), step("review", 90, Duration.ofDays(6), 14));

        assertThat(map.bottleneck()).map(StepHeat::activity).hasValue("review");
        assertThat(map.crowd()).map(StepHeat::activity).hasValue("check");
        assertThat(map.steps()).extracting(StepHeat::activity).containsExactly("review", "check");
    }

    @Test
    void anExceptionIsNoBottleneck() {
        HeatMap map = map(step("often", 100, Duration.ofDays(1), 0), step("once", 4, Duration.ofDays(300), 0));

        assertThat(map.bottleneck()).map(StepHeat::activity).hasValue("often");
        assertThat(map.crowd()).isEmpty();
    }

    @Test
    void whatWasNeverFinishedHasNoShadeAndIsNoBottleneck() {
        HeatMap map = map(new StepHeat("begun", 7, 0, null, null, 7));

        assertThat(map.bottleneck()).isEmpty();
        assertThat(map.shade(map.steps().get(0))).isZero();
        assertThat(map.crowd()).map(StepHeat::waiting).hasValue(7);
    }

    @Test
    void shadesGoFromShortestToLongest() {
        HeatMap map = map(
                step("moment", 9, Duration.ZERO, 0),
                step("day", 9, Duration.ofDays(1), 0),
                step("four days", 9, Duration.ofDays(4), 0),
                step("nine days", 9, Duration.ofDays(9), 0),
                step("sixteen days", 9, Duration.ofDays(16), 0));

        assertThat(map.steps()).extracting(map::shade).containsExactly(5, 4, 3, 2, 1);
        assertThat(map(step("moment", 1, Duration.ZERO, 0)).steps())
                .extracting(map(step("moment", 1, Duration.ZERO, 0))::shade)
                .as("where no step takes any time")
                .containsExactly(1);
    }

    private static HeatMap map(StepHeat... steps) {
        return new HeatMap(90, List.of(steps), Instant.EPOCH, false);
    }

    private static StepHeat step(String activity, int done, Duration median, int waiting) {
        return new StepHeat(activity, done + waiting, done, median, median.multipliedBy(2), waiting);
    }
}
