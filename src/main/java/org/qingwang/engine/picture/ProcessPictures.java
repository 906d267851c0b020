package org.qingwang.engine.picture;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.qingwang.engine.picture.ProcessPicture.WaitingStep;
import org.qingwang.engine.rights.WithoutChecks;
import org.springframework.stereotype.Service;

/**
 * Draws the processes of a case or complaint as they stand, and says in words where they wait. Asks the engine on behalf
 * of the product: whoever calls must have checked that the reader may see the case.
 */
@Service
public class ProcessPictures {

    private static final Comparator<HistoricProcessInstance> OLDEST_FIRST = Comparator.comparing(
                    HistoricProcessInstance::getStartTime)
            .thenComparing(instance -> instance.getSuperProcessInstanceId() != null);

    /** Between leaving one step and entering the next the engine lets a few milliseconds pass. */
    private static final long SAME_STEP_MS = 20;

    private final ProcessEngineConfigurationImpl engine;
    private final HistoryService history;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;

    ProcessPictures(
            ProcessEngineConfigurationImpl engine,
            HistoryService history,
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks) {
        this.engine = engine;
        this.history = history;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /**
     * @param businessKey number of the case or complaint
     * @param locale the reader's language, English or Chinese
     * @return every process instance with this business key, the oldest first: a case's own process, then what it called
     */
    public List<ProcessPicture> of(String businessKey, Locale locale) {
        return withoutChecks(() -> instances(businessKey).stream()
                .map(instance -> picture(instance, locale, true))
                .toList());
    }

    /** @return one process instance; empty if history does not know it */
    public Optional<ProcessPicture> ofInstance(String instanceId, Locale locale) {
        return withoutChecks(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .singleResult())
                .map(instance -> picture(instance, locale, true)));
    }

    /** @return where the processes with this business key wait, without drawing anything */
    public List<WaitingStep> waitingStepsOf(String businessKey, Locale locale) {
        return withoutChecks(() -> instances(businessKey).stream()
                .filter(instance -> instance.getEndTime() == null)
                .flatMap(instance -> picture(instance, locale, false).waiting().stream())
                .toList());
    }

    private <T> T withoutChecks(Supplier<T> work) {
        return engine.getCommandExecutorTxRequired().execute(context -> WithoutChecks.call(work));
    }

    private List<HistoricProcessInstance> instances(String businessKey) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private ProcessPicture picture(HistoricProcessInstance instance, Locale locale, boolean drawn) {
        BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        ModelWords words = new ModelWords(locale);
        String name = words.name(
                model.getModelElementsByType(Process.class).iterator().next());
        List<HistoricActivityInstance> activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list();
        boolean running = instance.getEndTime() == null;
        Set<String> stuck = running ? stuck(instance.getId()) : Set.of();
        List<WaitingStep> waiting = running ? waiting(instance.getId(), activities, stuck, model, words) : List.of();
        String svg = drawn
                ? new ModelDrawing(model, marks(activities, stuck, model), locale)
                        .draw(title(name, waiting), "picture-" + instance.getId())
                : "";
        return new ProcessPicture(
                instance.getProcessDefinitionKey(),
                name,
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()),
                svg,
                waiting);
    }

    private static String title(String name, List<WaitingStep> waiting) {
        String steps = waiting.stream().map(WaitingStep::name).collect(Collectors.joining(", "));
        return steps.isEmpty() ? name : name + ": " + steps;
    }

    private Set<String> stuck(String instanceId) {
        return runtime.createIncidentQuery().processInstanceId(instanceId).list().stream()
                .map(Incident::getActivityId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private List<WaitingStep> waiting(
            String instanceId,
            List<HistoricActivityInstance> activities,
            Set<String> stuck,
            BpmnModelInstance model,
            ModelWords words) {
        Map<String, Task> open = tasks.createTaskQuery().processInstanceId(instanceId).list().stream()
                .collect(Collectors.toMap(Task::getId, task -> task));
        return activities.stream()
                .filter(activity -> activity.getEndTime() == null)
                .filter(activity -> isStep(activity) || stuck.contains(activity.getActivityId()))
                .map(activity -> step(activity, open.get(activity.getTaskId()), stuck, model, words))
                .toList();
    }

    private WaitingStep step(
            HistoricActivityInstance activity,
            Task task,
            Set<String> stuck,
            BpmnModelInstance model,
            ModelWords words) {
        String name = words.name(model.getModelElementById(activity.getActivityId()));
        return new WaitingStep(
                name.isEmpty() ? activity.getActivityId() : name,
                task == null ? null : task.getId(),
                task == null ? List.of() : groups(task.getId()),
                task == null ? null : task.getAssignee(),
                task == null ? null : task.getOwner(),
                activity.getStartTime().toInstant(),
                task == null ? null : instant(task.getDueDate()),
                stuck.contains(activity.getActivityId()));
    }

    private List<String> groups(String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** Not what only holds steps, listens beside them or waits for their end. */
    private static boolean isStep(HistoricActivityInstance activity) {
        String type = activity.getActivityType();
        return !type.startsWith("boundary")
                && !type.endsWith("Gateway")
                && !"callActivity".equals(type)
                && !"subProcess".equals(type);
    }

    private static Marks marks(List<HistoricActivityInstance> activities, Set<String> stuck, BpmnModelInstance model) {
        Set<String> current = new HashSet<>();
        Set<String> passed = new HashSet<>();
        for (HistoricActivityInstance activity : activities) {
            (activity.getEndTime() == null ? current : passed).add(activity.getActivityId());
        }
        current.removeAll(stuck);
        passed.removeAll(current);
        passed.addAll(flowsBetween(activities, model));
        return new Marks(current, passed, stuck);
    }

    /** A flow counts as passed if its target was entered when its source was left: history does not keep flows. */
    private static Set<String> flowsBetween(List<HistoricActivityInstance> activities, BpmnModelInstance model) {
        Map<String, Set<Instant>> entered = new HashMap<>();
        Map<String, Set<Instant>> left = new HashMap<>();
        for (HistoricActivityInstance activity : activities) {
            times(entered, activity).add(activity.getStartTime().toInstant());
            if (activity.getEndTime() != null) {
                times(left, activity).add(activity.getEndTime().toInstant());
            }
        }
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> meet(
                        left.get(flow.getSource().getId()),
                        entered.get(flow.getTarget().getId())))
                .map(SequenceFlow::getId)
                .collect(Collectors.toSet());
    }

    private static Set<Instant> times(Map<String, Set<Instant>> byActivity, HistoricActivityInstance activity) {
        return byActivity.computeIfAbsent(activity.getActivityId(), id -> new HashSet<>());
    }

    private static boolean meet(Set<Instant> left, Set<Instant> entered) {
        return left != null
                && entered != null
                && left.stream()
                        .anyMatch(leave -> entered.stream()
                                .anyMatch(enter ->
                                        Math.abs(enter.toEpochMilli() - leave.toEpochMilli()) <= SAME_STEP_MS));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
