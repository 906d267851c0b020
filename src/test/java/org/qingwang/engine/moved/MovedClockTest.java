package org.qingwang.engine.moved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** If this fails, a play of months ago moves the deadlines of whoever works meanwhile. */
class MovedClockTest {

    private static final Instant THEN = Instant.parse("2026-03-02T01:00:00Z");

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void onlyThisThreadLivesAtAnotherTime() {
        Instant there = MovedClock.at(THEN, MovedClockTest::now);
        Instant elsewhere = MovedClock.at(
                THEN, () -> CompletableFuture.supplyAsync(MovedClockTest::now).join());

        assertThat(there).isEqualTo(THEN);
        assertThat(Duration.between(elsewhere, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(MovedClock.isMoved()).isFalse();
    }

    @Test
    void theThreadIsBackAtItsOwnTimeHoweverTheWorkEnds() {
        Instant later = MovedClock.at(THEN, () -> {
            MovedClock.at(THEN.plusSeconds(60), MovedClockTest::now);
            return now();
        });
        assertThat(later).as("back at the time around it").isEqualTo(THEN);
        assertThatThrownBy(() -> MovedClock.at(THEN, () -> {
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(MovedClock.isMoved()).isFalse();
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
