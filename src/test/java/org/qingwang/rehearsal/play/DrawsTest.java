package org.qingwang.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** If this fails, shares on the page are not those that are played. */
class DrawsTest {

    private static final int DRAWN = 100_000;

    @Test
    void sharesAreThoseThatWereAsked() {
        Draws draws = new Draws(42);
        Map<String, Integer> drawn = new TreeMap<>();
        for (int n = 0; n < DRAWN; n++) {
            drawn.merge(draws.among(Map.of("a", 60, "b", 30, "c", 10, "none", 0), "case/" + n), 1, Integer::sum);
        }

        assertThat(drawn).containsOnlyKeys("a", "b", "c");
        // Three standard deviations of a binomial count of 100,000 are at most 475.
        assertThat(drawn.get("a")).isBetween(59_500, 60_500);
        assertThat(drawn.get("b")).isBetween(29_500, 30_500);
        assertThat(drawn.get("c")).isBetween(9_500, 10_500);
    }

    @Test
    void aDrawDependsOnItsNameAndTheSeedAlone() {
        double first = new Draws(1).of("one");
        Draws others = new Draws(1);
        others.of("two");

        assertThat(others.of("one")).isEqualTo(first);
        assertThat(new Draws(2).of("one")).isNotEqualTo(first);
    }
}
