package org.qingwang.engine.executor;

import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/**
 * Looks for due jobs as the engine does, but never sleeps through a hint. The engine's own forgets a hint that comes
 * between its last look and its falling asleep, and the job then waits for the next poll.
 */
final class PromptAcquisition extends SequentialJobAcquisitionRunnable {

    private boolean hinted;

    PromptAcquisition(JobExecutor executor) {
        super(executor);
    }

    @Override
    public void jobWasAdded() {
        synchronized (MONITOR) {
            hinted = true;
            isJobAdded = true;
            MONITOR.notifyAll();
        }
    }

    @Override
    public void stop() {
        synchronized (MONITOR) {
            isInterrupted = true;
            MONITOR.notifyAll();
        }
    }

    @Override
    protected void suspendAcquisition(long milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        synchronized (MONITOR) {
            try {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                while (!hinted && !isInterrupted && left > 0) {
                    MONITOR.wait(left);
                    left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                isInterrupted = true;
            }
            hinted = false;
        }
    }
}
