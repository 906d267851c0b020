package org.qingwang.engine.history;

import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;

/** What happens to a case, as the engine's history tells it, without the reading and writing that adds nothing to it. */
class CaseHistory extends CacheAwareHistoryEventProducer {

    private final Map<String, JobDefinition> jobDefinitions = new ConcurrentHashMap<>();

    /** A definition's key, name and version never change: the parsed model knows them as well as its row. */
    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String definitionId) {
        ProcessDefinitionEntity parsed = definitionId == null
                ? null
                : Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .getProcessDefinitionCache()
                        .get(definitionId);
        return parsed == null ? super.getProcessDefinitionEntity(definitionId) : parsed;
    }

    /** The log tells type, configuration and step of a job's definition, which never change. */
    @Override
    protected void initHistoricJobLogEvent(HistoricJobLogEventEntity event, Job job, HistoryEventType type) {
        if (job.getJobDefinitionId() != null && job instanceof JobEntity entity) {
            JobDefinition known =
                    jobDefinitions.computeIfAbsent(job.getJobDefinitionId(), id -> entity.getJobDefinition());
            if (known != null) {
                entity.setJobDefinition(known);
            }
        }
        super.initHistoricJobLogEvent(event, job, type);
    }

    /** Who finishes a task that nobody had taken is who did it. */
    @Override
    public HistoryEvent createTaskInstanceCompleteEvt(DelegateTask task, String deleteReason) {
        HistoryEvent end = super.createTaskInstanceCompleteEvt(task, deleteReason);
        Actor actor = Actors.current();
        boolean done = TaskEntity.DELETE_REASON_COMPLETED.equals(deleteReason);
        if (done
                && !actor.groups().isEmpty()
                && end instanceof HistoricTaskInstanceEventEntity entry
                && entry.getAssignee() == null) {
            entry.setAssignee(actor.userId());
        }
        return end;
    }

    /** Not at the end of a case, years ahead: {@link Retention} decides on the day it is due. */
    @Override
    protected Date calculateRemovalTime(HistoryEvent end) {
        return null;
    }
}
