package org.qingwang.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** If this fails, mail, imports or rehearsals stand still until somebody starts the application anew. */
class OwnThreadTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private OwnThread thread;

    @AfterEach
    void leaveNothingRunning() {
        thread.breakOff();
    }

    private static void untilAtLeast(AtomicInteger rounds, int count) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> rounds.get() >= count);
    }

    @Test
    void goesOnAtOnceWhileThereIsMoreAndRestsWhenThereIsNot() {
        AtomicInteger rounds = new AtomicInteger();
        thread = new OwnThread("test", () -> rounds.incrementAndGet() < 3 ? Duration.ZERO : FOR_EVER);

        thread.start();
        thread.start();

        untilAtLeast(rounds, 3);
        thread.end();
        assertThat(rounds).hasValue(3);
    }

    @Test
    void wokenItDoesNotRest() {
        AtomicInteger rounds = new AtomicInteger();
        thread = new OwnThread("test", () -> {
            rounds.incrementAndGet();
            return FOR_EVER;
        });
        thread.start();
        untilAtLeast(rounds, 1);

        thread.wake();

        untilAtLeast(rounds, 2);
    }

    @Test
    void aRoundThatFailsIsTriedAgain() {
        AtomicInteger rounds = new AtomicInteger();
        thread = new OwnThread("test", () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("the server is away");
            }
            return FOR_EVER;
        });

        thread.start();
        untilAtLeast(rounds, 1);
        thread.wake();

        untilAtLeast(rounds, 2);
    }

    @Test
    void endingLetsTheRoundAtWorkFinish() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ending = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        thread = new OwnThread("test", () -> {
            begun.countDown();
            ending.await();
            finished.set(true);
            return FOR_EVER;
        });
        thread.start();
        await().until(() -> begun.getCount() == 0);

        ending.countDown();
        thread.end();

        assertThat(finished).isTrue();
        assertThat(thread.isRunning()).isFalse();
    }

    @Test
    void brokenOffItStopsInTheMiddleAndCanBeginAnew() {
        AtomicInteger begun = new AtomicInteger();
        AtomicBoolean finished = new AtomicBoolean();
        thread = new OwnThread("test", () -> {
            begun.incrementAndGet();
            new CountDownLatch(1).await();
            finished.set(true);
            return FOR_EVER;
        });
        thread.start();
        untilAtLeast(begun, 1);

        thread.breakOff();
        assertThat(finished).isFalse();
        assertThat(thread.isRunning()).isFalse();
        thread.start();

        untilAtLeast(begun, 2);
    }
}
