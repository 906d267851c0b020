package org.qingwang.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One officer after another takes a complaint from its receipt to the end of its case, again and again, so that what is
 * measured beside it meets a database that is written to.
 */
final class CaseWork implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Side side;
    private final Thread worker;
    private int number;
    private volatile boolean wanted = true;
    private volatile boolean going;

    /** @param first number of the first complaint; the following ones must be free, too */
    CaseWork(Side side, int first) {
        this.side = side;
        number = first;
        worker = new Thread(this::work, "cases of " + side.name());
        worker.setDaemon(true);
    }

    /** One case, from its receipt to its end, and back when it is closed. */
    static void whole(Side side, int number) {
        side.file(number);
        Answers.WAY.forEach(step -> await(() -> side.work(number, step), step));
        await(() -> side.finished(number), "the end of case " + number);
    }

    void start() {
        worker.start();
    }

    /** Cases are worked until {@link #rest()}. */
    void go() {
        going = true;
        LockSupport.unpark(worker);
    }

    void rest() {
        going = false;
    }

    private void work() {
        while (wanted) {
            if (going) {
                whole(side, number++);
            } else {
                LockSupport.park(this);
            }
        }
    }

    static void await(BooleanSupplier done, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public void close() {
        wanted = false;
        going = false;
        LockSupport.unpark(worker);
        try {
            worker.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
