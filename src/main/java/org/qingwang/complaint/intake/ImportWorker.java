package org.qingwang.complaint.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qingwang.agency.Actor;
import org.qingwang.agency.ActorPrincipal;
import org.qingwang.common.OwnThread;
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

    private final ImportBatches batches;
    private final ImportStaging staging;
    private final ImportFiling filing;
    private final ImportSettings settings;

    private final OwnThread thread = new OwnThread("qingwang-import", this::round);

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
        thread.wake();
    }

    private Duration round() {
        long begun = System.nanoTime();
        return step() ? rest(System.nanoTime() - begun) : IDLE;
    }

    private Duration rest(long workedNanos) {
        return Duration.ofNanos((long) (workedNanos * (1 / settings.filingShare() - 1)));
    }

    /** Not before the application is ready: complaints need their process to be deployed. */
    @EventListener(ApplicationReadyEvent.class)
    @Override
    public void start() {
        if (settings.worker()) {
            thread.start();
        }
    }

    /** Lets the step at work finish; it is short, and what is not finished is done again after the next start. */
    @Override
    public void stop() {
        thread.end();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
