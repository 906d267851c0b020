package org.qingwang.engine.intervention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;

/**
 * Puts into our audit, in the engine's own transaction, what somebody did to the engine beside the forms: with a job, a
 * process, an incident, or somebody else's task. The engine keeps a log of such acts, but who owns the database can change
 * it.
 */
class Interventions implements HistoryEventHandler {

    private static final String MIGRATED = "engine.process-migrated";

    /** Names of the acts in our audit, by the engine's. What our own services do with processes is not among them. */
    private static final Map<String, String> ACTS = Map.ofEntries(
            Map.entry("Job SetJobRetries", "engine.job-retried"),
            Map.entry("JobDefinition SetJobRetries", "engine.job-retried"),
            Map.entry("Job SuspendJob", "engine.job-suspended"),
            Map.entry("Job ActivateJob", "engine.job-activated"),
            Map.entry("JobDefinition SuspendJobDefinition", "engine.job-suspended"),
            Map.entry("JobDefinition ActivateJobDefinition", "engine.job-activated"),
            Map.entry("Job SetDueDate", "engine.job-postponed"),
            Map.entry("ProcessInstance Suspend", "engine.process-suspended"),
            Map.entry("ProcessInstance Activate", "engine.process-activated"),
            Map.entry("ProcessInstance ModifyProcessInstance", "engine.process-modified"),
            Map.entry("ProcessInstance Migrate", MIGRATED),
            Map.entry("ProcessDefinition SuspendProcessDefinition", "engine.model-suspended"),
            Map.entry("ProcessDefinition ActivateProcessDefinition", "engine.model-activated"),
            Map.entry("Incident SetAnnotation", "engine.incident-annotated"),
            Map.entry("Incident ClearAnnotation", "engine.incident-annotation-removed"),
            Map.entry("Task Assign", "engine.task-assigned"),
            Map.entry("Task Update", "engine.task-changed"));

    private final AuditLog audit;

    Interventions(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        handleEvents(List.of(event));
    }

    /** One act comes as one list, an event for each property it changed. */
    @Override
    public void handleEvents(List<HistoryEvent> events) {
        if (!events.isEmpty() && events.get(0) instanceof UserOperationLogEntryEventEntity first) {
            String act = ACTS.get(first.getEntityType() + " " + first.getOperationType());
            if (act != null) {
                events.forEach(event -> complete((UserOperationLogEntryEventEntity) event));
                if (!isRepeated(act, first)) {
                    record(act, first, events);
                }
            }
        }
    }

    /** Why it was done, and to which process: a migration names the versions alone. */
    private static void complete(UserOperationLogEntryEventEntity change) {
        StatedReason.current().ifPresent(change::setAnnotation);
        if (change.getProcessInstanceId() == null) {
            StatedReason.process().ifPresent(change::setProcessInstanceId);
        }
    }

    /** A migration comes once for each of its properties. */
    private static boolean isRepeated(String act, UserOperationLogEntryEventEntity change) {
        return act.equals(MIGRATED) && !"processDefinitionId".equals(change.getProperty());
    }

    private void record(String act, UserOperationLogEntryEventEntity first, List<HistoryEvent> events) {
        Map<String, String> before = new TreeMap<>();
        Map<String, String> after = new TreeMap<>();
        String process = first.getProcessInstanceId();
        put(after, "job", first.getJobId());
        put(after, "task", first.getTaskId());
        for (HistoryEvent event : events) {
            UserOperationLogEntryEventEntity change = (UserOperationLogEntryEventEntity) event;
            put(before, change.getProperty(), change.getOrgValue());
            put(after, change.getProperty(), change.getNewValue());
        }
        if (after.containsKey("incidentId")) {
            Incident incident =
                    Context.getCommandContext().getIncidentManager().findIncidentById(after.get("incidentId"));
            process = incident.getProcessInstanceId();
            put(after, "annotation", incident.getAnnotation());
        }
        put(after, "processInstance", process);
        String reason = StatedReason.current().orElse(null);
        audit.record(new AuditEntry(act, "process", subject(process, first), before, after, reason, null));
    }

    /** The number people know the process by, or else its model. */
    private static String subject(String process, UserOperationLogEntryEventEntity act) {
        return Optional.ofNullable(process)
                .map(Context.getCommandContext().getExecutionManager()::findExecutionById)
                .map(ExecutionEntity::getBusinessKey)
                .or(() -> Optional.ofNullable(act.getProcessDefinitionKey()))
                .or(() -> Optional.ofNullable(act.getProcessDefinitionId()))
                .orElse("engine");
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (name != null && value != null) {
            values.put(name, value);
        }
    }
}
