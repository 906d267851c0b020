package org.qingwang.engine.picture;

import java.time.Instant;
import java.util.List;

/**
 * One process instance of a case or complaint, drawn.
 *
 * @param processKey the process definition's key
 * @param name the process's name in the reader's language
 * @param startedAt when it began
 * @param endedAt when it ended; null while it runs
 * @param svg the model as SVG, with what is current and passed marked; empty where no diagram is deployed
 * @param waiting where it stands; empty once ended
 */
public record ProcessPicture(
        String processKey, String name, Instant startedAt, Instant endedAt, String svg, List<WaitingStep> waiting) {

    public ProcessPicture {
        waiting = List.copyOf(waiting);
    }

    public boolean isRunning() {
        return endedAt == null;
    }

    /**
     * Where a process stands.
     *
     * @param name the step's name in the reader's language
     * @param taskId id of the task in Tasklist; null if no person has to do it
     * @param groups groups one of whose members must take it; empty if no person has to do it
     * @param assignee user id of who has taken it; null if nobody
     * @param owner user id of whose task it was before it was handed to a deputy; null if it was not
     * @param since since when it waits
     * @param due by when it must be done; null if no limit is known
     * @param stuck whether it failed and waits for a supervisor
     */
    public record WaitingStep(
            String name,
            String taskId,
            List<String> groups,
            String assignee,
            String owner,
            Instant since,
            Instant due,
            boolean stuck) {

        public WaitingStep {
            groups = List.copyOf(groups);
        }
    }
}
