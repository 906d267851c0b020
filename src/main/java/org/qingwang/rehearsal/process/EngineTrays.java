package org.qingwang.rehearsal.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.rehearsal.play.InTrays;
import org.springframework.stereotype.Component;

/** Submits the forms of tasks as people do in Tasklist. */
@Component
class EngineTrays implements InTrays {

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final AgencyService agencies;
    private final Map<String, List<String>> tenants = new ConcurrentHashMap<>();

    EngineTrays(TaskService tasks, FormService forms, IdentityService identity, AgencyService agencies) {
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.agencies = agencies;
    }

    @Override
    public boolean submit(String taskId, Actor actor, Map<String, Object> form) {
        if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
            return false;
        }
        as(actor, () -> {
            forms.submitTaskForm(taskId, form);
            return null;
        });
        return true;
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
}
