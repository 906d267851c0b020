package org.qingwang.complaint.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.qingwang.agency.Actor;
import org.qingwang.agency.ActorPrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Works on imports in the background, in one thread of its own on every node: the threads that run timers and jobs stay
 * free for them. One step is one file read or a few complaints filed; between steps it rests, so that officers' pages
 * keep their pace. A batch left behind by a dead node is taken over when its lease ends.
 */
@Component
@EnableConfigurationProperties(ImportSettings.class)
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ImportBatches batches;
    private final ImportStaging staging;
    private final ImportFiling filing;
    private final ImportSettings settings;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private boolean wanted;
    private volatile Thread thread;

    ImportWorker(ImportBatches batches, ImportStaging staging, ImportFiling filing, ImportSettings settings) {
        this.batches = batches;
        this.staging = staging;
        this.filing = filing;
        this.settings = settings;
    }

    /**
     * Does one step for the batch that has waited longest.
     *
     * @return whether there was one
     */
    boolean step() {
        UUID lease = UUID.randomUUID();
        Optional<ImportBatch> found = batches.lease(lease);
        found.ifPresent(batch -> work(batch, lease));
        return found.isPresent();
    }

    private void work(ImportBatch batch, UUID lease) {
        try {
            SecurityContextHolder.getContext().setAuthentication(onBehalfOf(batch));
            if (batch.stage() == ImportStage.RECEIVED) {
                staging.stage(batch, lease);
            } else {
                filing.fileNext(batch, lease);
            }
        } catch (LeaseLost e) {
            LOG.info("import {}: taken over by another node", batch.batchNo());
        } finally {
            SecurityContextHolder.clearContext();
            batches.release(batch.batchNo(), lease);
        }
    }

    /** What is filed is filed by whoever sent the list, with none of that person's powers beyond it. */
    private static UsernamePasswordAuthenticationToken onBehalfOf(ImportBatch batch) {
        Actor sender = new Actor(batch.submittedBy(), batch.submittedName(), batch.jurisdiction(), Set.of());
        ActorPrincipal principal = () -> sender;
        return new UsernamePasswordAuthenticationToken(principal, null, List.of());
    }

    @TransactionalEventListener
    void onSubmitted(ImportSubmitted event) {
        lock.lock();
        try {
            wanted = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Duration trouble = Duration.ZERO;
        while (isRunning()) {
            long begun = System.nanoTime();
            try {
                boolean worked = step();
                trouble = Duration.ZERO;
                pause(worked ? rest(System.nanoTime() - begun) : IDLE);
            } catch (RuntimeException e) {
                trouble = longer(trouble);
                LOG.warn("import: next try in {} s", trouble.toSeconds(), e);
                pause(trouble);
            }
        }
    }

    private Duration rest(long workedNanos) {
        return Duration.ofNanos((long) (workedNanos * (1 / settings.filingShare() - 1)));
    }

    private static Duration longer(Duration trouble) {
        Duration next = trouble.isZero() ? Duration.ofSeconds(1) : trouble.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private void pause(Duration pause) {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (!wanted && nanos > 0 && isRunning()) {
                nanos = work.awaitNanos(nanos);
            }
            wanted = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Not before the application is ready: complaints need their process to be deployed. */
    @EventListener(ApplicationReadyEvent.class)
    @Override
    public void start() {
        if (settings.worker()) {
            Thread started = new Thread(this::run, "qingwang-import");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    /** Lets the step at work finish; it is short, and what is not finished is done again after the next start. */
    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping == null) {
            return;
        }
        lock.lock();
        try {
            work.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            TimeUnit.MILLISECONDS.timedJoin(stopping, PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
