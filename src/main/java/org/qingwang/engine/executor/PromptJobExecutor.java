package org.qingwang.engine.executor;

import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * Runs jobs on this node, and tells the other nodes of each job made here: one of them may have its hands free when this
 * one does not.
 */
class PromptJobExecutor extends SpringJobExecutor {

    private final Runnable bell;

    /** @param bell tells the other nodes that there is work; returns at once */
    PromptJobExecutor(Runnable bell) {
        this.bell = bell;
    }

    @Override
    protected void ensureInitialization() {
        acquireJobsCmdFactory = new DefaultAcquireJobsCommandFactory(this);
        acquireJobsRunnable = new PromptAcquisition(this);
    }

    /** Called after the transaction that made the job has committed. */
    @Override
    public void jobWasAdded() {
        super.jobWasAdded();
        bell.run();
    }

    /** Another node made a job. */
    void heard() {
        super.jobWasAdded();
    }
}
