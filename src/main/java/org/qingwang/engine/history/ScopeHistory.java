package org.qingwang.engine.history;

import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Writes the engine's history, and reads when a step began only where it ends, for its duration. The engine reads it
 * with every change of a task too, and writes it nowhere. A person's task knows itself when it was made.
 */
class ScopeHistory extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        if (!isInitialEvent(event) && event.getId() != null && event instanceof HistoricScopeInstanceEvent scope) {
            update(scope);
        } else {
            super.insertOrUpdate(event);
        }
    }

    private void update(HistoricScopeInstanceEvent scope) {
        if (scope.getEndTime() != null && scope.getStartTime() == null) {
            scope.setStartTime(startOf(scope));
        }
        if (getDbEntityManager().getCachedEntity(scope.getClass(), scope.getId()) == null) {
            getDbEntityManager().merge(scope);
        }
    }

    private Date startOf(HistoricScopeInstanceEvent scope) {
        TaskEntity task = taskOf(scope);
        return task == null ? storedStartOf(scope) : task.getCreateTime();
    }

    /** The task that ends in this command, if the step is a person's. */
    private TaskEntity taskOf(HistoricScopeInstanceEvent scope) {
        if (scope instanceof HistoricTaskInstanceEventEntity task) {
            return getDbEntityManager().getCachedEntity(TaskEntity.class, task.getTaskId());
        }
        return scope instanceof HistoricActivityInstanceEventEntity step ? taskOf(step) : null;
    }

    /** The step's end does not name the task; what waited in the same place of the model is it. */
    private TaskEntity taskOf(HistoricActivityInstanceEventEntity step) {
        return getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> step.getExecutionId().equals(task.getExecutionId())
                        && step.getActivityId().equals(task.getTaskDefinitionKey()))
                .findFirst()
                .orElse(null);
    }

    /** Past the command's cache, where after an earlier change only that change would be found. */
    private static Date storedStartOf(HistoricScopeInstanceEvent scope) {
        DbEntity stored = Context.getCommandContext().getDbSqlSession().selectById(scope.getClass(), scope.getId());
        return stored instanceof HistoricScopeInstanceEvent begun ? begun.getStartTime() : null;
    }
}
