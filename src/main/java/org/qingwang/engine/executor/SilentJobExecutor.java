package org.qingwang.engine.executor;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Runs no job on this node, but tells the others of each job made here. Without it a node that only serves people would
 * leave its jobs to the other nodes' next poll, seconds later.
 */
class SilentJobExecutor extends JobExecutor {

    private final Runnable bell;

    /** @param bell tells the other nodes that there is work; returns at once */
    SilentJobExecutor(Runnable bell) {
        this.bell = bell;
    }

    /** So that the engine calls {@link #jobWasAdded()}: it asks first. */
    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void jobWasAdded() {
        bell.run();
    }

    @Override
    public void start() {
        // Nothing is run here.
    }

    @Override
    public synchronized void shutdown() {
        // Nothing was started.
    }

    @Override
    protected void startExecutingJobs() {
        throw new UnsupportedOperationException("this node runs no jobs");
    }

    @Override
    protected void stopExecutingJobs() {
        throw new UnsupportedOperationException("this node runs no jobs");
    }

    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        throw new UnsupportedOperationException("this node runs no jobs");
    }
}
