package org.qingwang.engine.history;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes the engine's history, and reads when a step began only where it ends, for its duration. The engine reads it
 * with every change of a task too, and writes it nowhere: 30 statements a case.
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
            readStart(scope);
        }
        if (getDbEntityManager().getCachedEntity(scope.getClass(), scope.getId()) == null) {
            getDbEntityManager().merge(scope);
        }
    }

    /** Past the command's cache, where after an earlier change only that change would be found. */
    private static void readStart(HistoricScopeInstanceEvent scope) {
        DbEntity stored = Context.getCommandContext().getDbSqlSession().selectById(scope.getClass(), scope.getId());
        if (stored instanceof HistoricScopeInstanceEvent begun) {
            scope.setStartTime(begun.getStartTime());
        }
    }
}
