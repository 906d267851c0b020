package org.qingwang.start;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** Killed after officers have completed so many more tasks, while a list is imported beside them. */
class KillDuringCaseWorkIT extends Kills {

    private static final int MOST_TASKS = 8;

    @Override
    BooleanSupplier pointOfKill(Books books, CaseWork work, Random random) {
        int tasks = work.completed().size() + 1 + random.nextInt(MOST_TASKS);
        return () -> work.completed().size() >= tasks;
    }
}
