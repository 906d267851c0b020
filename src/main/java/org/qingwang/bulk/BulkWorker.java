package org.qingwang.bulk;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.qingwang.common.OwnThread;
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

    private static final Duration IDLE = Duration.ofSeconds(5);

    private final BulkStep step;
    private final BulkProblems problems;
    private final boolean inBackground;
    private final OwnThread thread = new OwnThread("qingwang-bulk", () -> step() ? Duration.ZERO : IDLE);

    BulkWorker(BulkStep step, BulkProblems problems, @Value("${qingwang.bulk.worker:true}") boolean inBackground) {
        this.step = step;
        this.problems = problems;
        this.inBackground = inBackground;
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
            thread.start();
        }
    }

    @TransactionalEventListener
    void onOrdered(BulkOrdered ordered) {
        thread.wake();
    }

    /** Lets the thing at work finish. */
    @PreDestroy
    void end() {
        thread.end();
    }
}
