package org.qingwang.engine.intervention;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.springframework.beans.factory.ObjectProvider;

/** Puts into our audit that a deputy did a task, and for whom. Costs nothing where a task is its assignee's own. */
class OnBehalf implements TaskListener {

    private final AuditLog audit;
    private final ObjectProvider<StandIns> standIns;

    OnBehalf(AuditLog audit, ObjectProvider<StandIns> standIns) {
        this.audit = audit;
        this.standIns = standIns;
    }

    @Override
    public void notify(DelegateTask completed) {
        String absent = completed.getOwner();
        if (absent != null && standIns.getObject().standsIn(Actors.current().userId(), absent)) {
            audit.record(AuditEntry.of("task.done-for", "process", number(completed), facts(completed, absent)));
        }
    }

    private static String number(DelegateTask task) {
        ExecutionEntity execution = ((TaskEntity) task).getExecution();
        String number = execution.getProcessBusinessKey();
        return number == null ? task.getProcessInstanceId() : number;
    }

    private static Map<String, String> facts(DelegateTask task, String absent) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("for", absent);
        facts.put("task", task.getId());
        facts.put("step", task.getTaskDefinitionKey());
        return facts;
    }
}
