package org.qingwang.worklist.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.engine.Acting;
import org.qingwang.worklist.OpenTask;
import org.qingwang.worklist.TaskBoard;
import org.qingwang.worklist.TaskList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks as the engine has them, asked for as the person who looks. */
@Component
class EngineTaskBoard implements TaskBoard {

    /** Names asked for with one statement. */
    private static final int AT_ONCE = 500;

    private final TaskService tasks;
    private final FilterService filters;
    private final FormService forms;
    private final RuntimeService runtime;
    private final Acting acting;
    private final JdbcClient jdbc;

    EngineTaskBoard(
            TaskService tasks,
            FilterService filters,
            FormService forms,
            RuntimeService runtime,
            Acting acting,
            JdbcClient jdbc) {
        this.tasks = tasks;
        this.filters = filters;
        this.forms = forms;
        this.runtime = runtime;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    @Override
    public List<TaskList> lists() {
        return acting.asCurrent(() -> filters.createTaskFilterQuery().listPage(0, AT_ONCE).stream()
                .sorted(Comparator.comparing(EngineTaskBoard::place))
                .map(filter -> new TaskList(filter.getId(), filter.getName()))
                .toList());
    }

    private static long place(Filter filter) {
        return filter.getProperties().get("priority") instanceof Number place ? place.longValue() : Long.MAX_VALUE;
    }

    @Override
    public List<OpenTask> of(String listId, int most) {
        return acting.asCurrent(() -> {
            boolean known = filters.createTaskFilterQuery().filterId(listId).count() == 1;
            TaskQuery firstDue = tasks.createTaskQuery()
                    .orderByDueDate()
                    .asc()
                    .orderByTaskId()
                    .asc()
                    .initializeFormKeys();
            return known ? open(filters.listPage(listId, firstDue, 0, most)) : List.of();
        });
    }

    @Override
    public List<OpenTask> named(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        TaskQuery query = tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new));
        return acting.asCurrent(() -> open(query.initializeFormKeys().listPage(0, AT_ONCE)));
    }

    @Override
    public Optional<OpenTask> find(String id) {
        return named(List.of(id)).stream().findFirst();
    }

    @Override
    public List<OpenTask> takenBy(String userId, int most) {
        TaskQuery query = tasks.createTaskQuery().taskAssignee(userId);
        return acting.asCurrent(() -> open(query.orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .initializeFormKeys()
                .listPage(0, most)));
    }

    @Override
    public Map<String, Set<String>> groupsOf(Collection<String> ids) {
        Map<String, Set<String>> groups = new HashMap<>();
        jdbc.sql("select task_id_, group_id_ from act_ru_identitylink"
                        + " where task_id_ = any (:ids) and type_ = 'candidate' and group_id_ is not null")
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    groups.computeIfAbsent(row.getString("task_id_"), id -> new HashSet<>())
                            .add(row.getString("group_id_"));
                });
        return groups;
    }

    private List<OpenTask> open(List<Task> found) {
        Map<String, String> numbers = numbers(found);
        return found.stream().map(task -> open(task, numbers)).toList();
    }

    private Map<String, String> numbers(List<Task> found) {
        Set<String> instances = new HashSet<>();
        found.forEach(task -> instances.add(task.getProcessInstanceId()));
        Map<String, String> numbers = new HashMap<>();
        if (!instances.isEmpty()) {
            runtime.createProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .listPage(0, AT_ONCE)
                    .forEach(instance -> numbers.put(instance.getId(), instance.getBusinessKey()));
        }
        return numbers;
    }

    private static OpenTask open(Task task, Map<String, String> numbers) {
        Date due = task.getDueDate();
        String definition = task.getProcessDefinitionId();
        return new OpenTask(
                task.getId(),
                definition.substring(0, definition.indexOf(':')),
                task.getTaskDefinitionKey(),
                task.getName(),
                numbers.get(task.getProcessInstanceId()),
                task.getTenantId(),
                task.getCamundaFormRef() == null
                        ? null
                        : task.getCamundaFormRef().getKey(),
                task.getAssignee(),
                due == null ? null : Instant.ofEpochMilli(due.getTime()));
    }

    @Override
    public void claim(String id) {
        act(() -> tasks.claim(id, Actors.current().userId()));
    }

    @Override
    public void assign(String id, String userId) {
        act(() -> tasks.setAssignee(id, userId));
    }

    @Override
    public void answer(String id, Map<String, Object> submission) {
        act(() -> forms.submitTaskForm(id, submission));
    }

    private void act(Runnable act) {
        Supplier<Void> work = () -> {
            act.run();
            return null;
        };
        try {
            acting.asCurrent(work);
        } catch (TaskAlreadyClaimedException e) {
            throw new BadInput("", "worklist.taken");
        } catch (OptimisticLockingException e) {
            throw new BadInput("", "worklist.busy");
        } catch (AuthorizationException e) {
            throw new NotAllowed(e.getMessage());
        }
    }
}
