package org.qingwang.law.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.qingwang.engine.OwnDoing;
import org.qingwang.law.ClockReader;
import org.qingwang.law.StatutoryClock;
import org.springframework.stereotype.Component;

/**
 * Moves due dates of tasks and timers when a clock moves. Which of them read the clock the model itself says: their date
 * is an expression that names the rule and the variable with the subject. Looked at are the processes whose business key
 * is the clock's subject or its case.
 */
@Component
class EngineClocks implements ClockReader {

    private static final Pattern READS = Pattern.compile("\\bclocks\\.(?:due|timer)\\(\\s*(\\w+)\\s*,\\s*'([^']+)'");

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final ManagementService management;
    private final OwnDoing ownDoing;

    EngineClocks(
            RuntimeService runtime,
            RepositoryService repository,
            TaskService tasks,
            ManagementService management,
            OwnDoing ownDoing) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.management = management;
        this.ownDoing = ownDoing;
    }

    @Override
    public void moved(StatutoryClock clock) {
        ownDoing.run(() -> {
            Date end = clock.end().map(Date::from).orElse(null);
            processesOf(clock).forEach(process -> move(process, clock, end));
        });
    }

    private Stream<ProcessInstance> processesOf(StatutoryClock clock) {
        return Stream.of(clock.subject(), clock.caseNo())
                .filter(Objects::nonNull)
                .flatMap(key -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream());
    }

    private void move(ProcessInstance process, StatutoryClock clock, Date end) {
        for (Task task :
                tasks.createTaskQuery().processInstanceId(process.getId()).list()) {
            if (reads(dueDateOf(task), task.getExecutionId(), clock)) {
                task.setDueDate(end);
                tasks.saveTask(task);
            }
        }
        for (Job timer : timersOf(process)) {
            if (reads(dateOf(timer), timer.getExecutionId(), clock)) {
                management.setJobDuedate(timer.getId(), ClocksBean.notNull(end));
            }
        }
    }

    private List<Job> timersOf(ProcessInstance process) {
        return management
                .createJobQuery()
                .processInstanceId(process.getId())
                .timers()
                .list();
    }

    private boolean reads(String expression, String executionId, StatutoryClock clock) {
        Matcher call = READS.matcher(expression == null ? "" : expression);
        return call.find()
                && call.group(2).equals(clock.rule().id())
                && clock.subject().equals(runtime.getVariable(executionId, call.group(1)));
    }

    private String dueDateOf(Task task) {
        return element(task.getProcessDefinitionId(), task.getTaskDefinitionKey()) instanceof UserTask drawn
                ? drawn.getCamundaDueDate()
                : null;
    }

    private String dateOf(Job timer) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        if (definition == null
                || !(element(timer.getProcessDefinitionId(), definition.getActivityId()) instanceof CatchEvent event)) {
            return null;
        }
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .map(TimerEventDefinition::getTimeDate)
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent)
                .findFirst()
                .orElse(null);
    }

    private ModelElementInstance element(String definitionId, String elementId) {
        return repository.getBpmnModelInstance(definitionId).getModelElementById(elementId);
    }
}
