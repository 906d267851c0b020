package org.qingwang.engine.moved;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/** Holds the jobs of a thread that lives at another time as if an executor had them in hand. */
final class MovedJobManager extends JobManager {

    /** Who holds them. */
    static final String HOLDER = "moved-clock";

    /** After this any executor takes what a killed run held and nobody took up again. */
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public void insertJob(JobEntity job) {
        if (MovedClock.isMoved()) {
            job.setLockOwner(HOLDER);
            job.setLockExpirationTime(new Date(System.currentTimeMillis() + LONGEST.toMillis()));
        }
        super.insertJob(job);
    }

    @Override
    protected void hintJobExecutor(JobEntity job) {
        if (!MovedClock.isMoved()) {
            super.hintJobExecutor(job);
        }
    }
}
