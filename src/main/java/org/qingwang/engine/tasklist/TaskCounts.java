package org.qingwang.engine.tasklist;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qingwang.agency.Actor;
import org.qingwang.agency.AgencyService;
import org.springframework.stereotype.Component;

/** How much waits for somebody, counted with that person's rights: the same numbers Tasklist shows. */
@Component
public class TaskCounts {

    private final TaskService tasks;
    private final IdentityService identity;
    private final AgencyService agencies;
    private final Clock clock;

    TaskCounts(TaskService tasks, IdentityService identity, AgencyService agencies, Clock clock) {
        this.tasks = tasks;
        this.identity = identity;
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * Open tasks.
     *
     * @param mine assigned to the person
     * @param groups offered to the person's groups, taken by nobody yet
     * @param overdue of the person's own: their due date has passed
     */
    public record Waiting(long mine, long groups, long overdue) {}

    public Waiting of(Actor actor) {
        List<String> groups = List.copyOf(actor.groups());
        identity.setAuthentication(actor.userId(), groups, List.copyOf(agencies.tenantsOf(actor)));
        try {
            return new Waiting(mine(actor).count(), waitingFor(groups), overdue(actor));
        } finally {
            identity.clearAuthentication();
        }
    }

    private TaskQuery mine(Actor actor) {
        return tasks.createTaskQuery().taskAssignee(actor.userId()).active();
    }

    private long waitingFor(List<String> groups) {
        return groups.isEmpty()
                ? 0
                : tasks.createTaskQuery().taskCandidateGroupIn(groups).count();
    }

    private long overdue(Actor actor) {
        return mine(actor).dueBefore(Date.from(clock.instant())).count();
    }
}
