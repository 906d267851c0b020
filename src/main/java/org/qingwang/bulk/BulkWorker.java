package org.qingwang.bulk;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Does acts upon many in the background, one thing after the other, in one thread of its own on every node. A node that
 * dies leaves nothing locked: another one goes on.
 */
@Component
class BulkWorker {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWorker.class);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BulkStep step;
    private final BulkProblems problems;
    private final boolean inBackground;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(BulkWorker::thread);

    BulkWorker(BulkStep step, BulkProblems problems, @Value("${qingwang.bulk.worker:true}") boolean inBackground) {
        this.step = step;
        this.problems = problems;
        this.inBackground = inBackground;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "qingwang-bulk");
        thread.setDaemon(true);
        return thread;
    }

    /** @return whether there was something to do */
    boolean step() {
        try {
            return step.next();
        } catch (BulkStep.Refused refused) {
            step.note(refused.act().id(), refused.item(), problems.of(refused.getCause()));
            return true;
        }
    }

    /** Not before the application is ready: tasks need their forms to be deployed. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (inBackground) {
            thread.scheduleWithFixedDelay(this::work, 0, IDLE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @TransactionalEventListener
    void onOrdered(BulkOrdered ordered) {
        if (inBackground) {
            thread.execute(this::work);
        }
    }

    private void work() {
        try {
            while (!thread.isShutdown() && step()) {
                LOG.trace("one more is done");
            }
        } catch (RuntimeException e) {
            LOG.warn("acts upon many: tried again later", e);
        }
    }

    /** Lets the thing at work finish. */
    @PreDestroy
    void end() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
