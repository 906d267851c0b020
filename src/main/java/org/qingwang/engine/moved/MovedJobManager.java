package org.qingwang.engine.moved;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Holds the jobs of a thread that lives at another time as if an executor had them in hand. */
final class MovedJobManager extends JobManager {

    /** Who holds them. */
    static final String HOLDER = "moved-clock";

    /** After this any executor takes what a killed run held and nobody took up again. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final ThreadLocal<List<String>> MADE = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public void insertJob(JobEntity job) {
        if (!MovedClock.isMoved()) {
            super.insertJob(job);
            return;
        }
        job.setLockOwner(HOLDER);
        job.setLockExpirationTime(new Date(System.currentTimeMillis() + LONGEST.toMillis()));
        super.insertJob(job);
        if (job.getDuedate() == null || !job.getDuedate().after(ClockUtil.getCurrentTime())) {
            MADE.get().add(job.getId());
        }
    }

    /** @return ids of jobs this thread made since it last asked and that are due at once; some may never be committed */
    static List<String> takeMade() {
        List<String> made = List.copyOf(MADE.get());
        MADE.remove();
        return made;
    }

    @Override
    protected void hintJobExecutor(JobEntity job) {
        if (!MovedClock.isMoved()) {
            super.hintJobExecutor(job);
        }
    }
}
