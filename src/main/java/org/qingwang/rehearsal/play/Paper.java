package org.qingwang.rehearsal.play;

import java.time.Instant;
import java.util.Comparator;
import org.qingwang.rehearsal.Practice;

/**
 * A task that lies on a desk.
 *
 * @param due the task's date; the end of time if it has none
 * @param laid when it came to the desk
 * @param ready from when on it can be done: at once, or when somebody outside has answered
 * @param minutes how long it will take
 */
record Paper(
        String taskId,
        Arrival arrival,
        String stepName,
        Practice.Step step,
        String group,
        Instant due,
        Instant laid,
        Instant ready,
        int minutes) {

    /** What is due first is done first; of what is due together, what came first. */
    static final Comparator<Paper> ORDER = Comparator.comparing(Paper::due)
            .thenComparing(paper -> paper.arrival().at())
            .thenComparing(paper -> paper.arrival().name())
            .thenComparing(Paper::stepName)
            .thenComparing(Paper::taskId);
}
