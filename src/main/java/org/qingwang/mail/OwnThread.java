package org.qingwang.mail;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A thread for talks with a mail server, which may hang and must hold nothing else. */
final class OwnThread {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService executor;

    OwnThread(String name) {
        executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    void every(Duration pause, Runnable work) {
        executor.scheduleWithFixedDelay(work, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void now(Runnable work) {
        executor.execute(work);
    }

    boolean isEnding() {
        return executor.isShutdown();
    }

    /** Lets the talk on the line finish. */
    void end() throws InterruptedException {
        executor.shutdown();
        executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
