package org.qingwang.demonstration.process;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.demonstration.Desk;
import org.springframework.stereotype.Component;

/** Submits the forms of tasks as the demonstration's people do in Tasklist: with their rights, and checked like theirs. */
@Component
class EngineDesk implements Desk {

    private static final int MOST_PEOPLE = 200;

    private final TaskService tasks;
    private final FormService forms;
    private final RepositoryService models;
    private final IdentityService identity;
    private final AgencyService agencies;
    private final Map<String, List<String>> tenants = new ConcurrentHashMap<>();
    private final Map<String, Optional<Actor>> members = new ConcurrentHashMap<>();

    EngineDesk(
            TaskService tasks,
            FormService forms,
            RepositoryService models,
            IdentityService identity,
            AgencyService agencies) {
        this.tasks = tasks;
        this.forms = forms;
        this.models = models;
        this.identity = identity;
        this.agencies = agencies;
    }

    @Override
    public boolean submit(String number, String task, String by, Map<String, Object> form) {
        List<Task> open = open(number, task);
        if (open.isEmpty()) {
            return false;
        }
        Optional<Actor> actor = by == null ? whoseTurn(open.get(0)) : person(by);
        actor.ifPresent(one -> as(one, () -> {
            forms.submitTaskForm(open.get(0).getId(), form);
            return null;
        }));
        return actor.isPresent();
    }

    private List<Task> open(String number, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(task)
                .list();
    }

    @Override
    public boolean isOpen(String number, String task) {
        return !open(number, task).isEmpty();
    }

    private Optional<Actor> whoseTurn(Task task) {
        if (task.getAssignee() != null) {
            return person(task.getAssignee());
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .flatMap(group -> memberOf(group).stream())
                .findFirst();
    }

    @Override
    public String begin(String process, String by, Map<String, Object> form) {
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(
                person(by).orElseThrow(),
                () -> forms.submitStartForm(model, form).getBusinessKey());
    }

    @Override
    public <T> T as(Actor actor, Supplier<T> work) {
        List<String> seen = tenants.computeIfAbsent(actor.userId(), id -> List.copyOf(agencies.tenantsOf(actor)));
        identity.setAuthentication(actor.userId(), List.copyOf(actor.groups()), seen);
        AtomicReference<T> result = new AtomicReference<>();
        try {
            Actors.as(actor, () -> result.set(work.get()));
            return result.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    @Override
    public Optional<Actor> person(String account) {
        return agencies.find(account).map(Officer::actor);
    }

    @Override
    public Optional<Actor> memberOf(String group) {
        return members.computeIfAbsent(group, this::find);
    }

    /** Of several the one with the fewest roles: an officer's work is not the head's. */
    private Optional<Actor> find(String group) {
        return agencies.page("", 0, MOST_PEOPLE).stream()
                .filter(Officer::active)
                .map(Officer::actor)
                .filter(actor -> actor.isIn(group))
                .min(Comparator.comparingInt((Actor actor) -> actor.groups().size())
                        .thenComparing(Actor::userId));
    }
}
