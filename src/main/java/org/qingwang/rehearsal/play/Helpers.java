package org.qingwang.rehearsal.play;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The threads of a run. */
final class Helpers {

    private final ExecutorService threads;

    Helpers(int number) {
        threads = Executors.newFixedThreadPool(number, work -> {
            Thread thread = new Thread(work, "rehearsal");
            thread.setDaemon(true);
            // Whoever works at the same time goes first, where the operating system minds.
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    /** Does all of it and waits; if something fails, that is thrown when the rest is done. */
    void all(List<? extends Callable<Void>> work) throws InterruptedException {
        ExecutionException failure = null;
        for (Future<Void> one : threads.invokeAll(work)) {
            try {
                one.get();
            } catch (ExecutionException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new IllegalStateException("a part of the rehearsal failed", failure.getCause());
        }
    }

    /** What is under way is rolled back when its database goes. */
    void end() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
