package org.qingwang.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Checks the chain in the background, one check at a time: millions of entries take minutes, longer than a browser
 * waits. Remembers the last check of this node.
 */
@Component
public class ChainCheck implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ChainCheck.class);

    private final AuditService audit;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "audit-check");
        thread.setDaemon(true);
        return thread;
    });
    private volatile State state = State.NEVER;
    private Future<?> running;

    ChainCheck(AuditService audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** What is known now. */
    public State state() {
        return state;
    }

    /**
     * Begins a check, unless one is running.
     *
     * @param patience how long to wait for its end, since a short chain is checked at once
     */
    public void start(Duration patience) {
        Future<?> check = begin();
        try {
            check.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("the check of the audit chain goes on in the background");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("the audit chain could not be checked", e.getCause());
        }
    }

    private synchronized Future<?> begin() {
        if (running == null || running.isDone()) {
            state = new State(Phase.RUNNING, clock.instant(), 0, audit.length(), Optional.empty());
            running = worker.submit(this::check);
        }
        return running;
    }

    private void check() {
        State begun = state;
        try {
            ChainReport report = audit.verify(checked -> state = begun.at(checked));
            if (!report.holds()) {
                LOG.error(
                        "the audit chain is broken: {}",
                        report.broken().orElseThrow().sentence());
            }
            state = new State(Phase.DONE, begun.begun(), report.checked(), begun.length(), Optional.of(report));
        } catch (RuntimeException e) {
            state = new State(Phase.FAILED, begun.begun(), begun.checked(), begun.length(), Optional.empty());
            throw e;
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    /** How far a check is. */
    public enum Phase {
        NEVER,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * The last check.
     *
     * @param begun when it began, null if there was none
     * @param checked how many entries were found whole so far
     * @param length how many entries there were when it began
     * @param report what it found, once it is done
     */
    public record State(Phase phase, Instant begun, long checked, long length, Optional<ChainReport> report) {

        static final State NEVER = new State(Phase.NEVER, null, 0, 0, Optional.empty());

        State at(long newChecked) {
            return new State(phase, begun, newChecked, length, report);
        }
    }
}
