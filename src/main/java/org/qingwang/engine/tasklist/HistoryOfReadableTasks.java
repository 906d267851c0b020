package org.qingwang.engine.tasklist;

import java.util.List;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceManager;

/**
 * Whoever may read an open task may read that task's row of history, too. Tasklist looks there before it shows or takes a
 * remark; the right to read all history of a process, which officers do not have, would otherwise be asked for it.
 */
class HistoryOfReadableTasks extends HistoricTaskInstanceManager {

    @Override
    @SuppressWarnings("unchecked")
    public List<HistoricTaskInstance> findHistoricTaskInstancesByQueryCriteria(
            HistoricTaskInstanceQueryImpl query, Page page) {
        List<HistoricTaskInstance> found = super.findHistoricTaskInstancesByQueryCriteria(query, page);
        if (!found.isEmpty() || query.getTaskId() == null || !isReadable(query.getTaskId())) {
            return found;
        }
        query.getAuthCheck().setAuthorizationCheckEnabled(false);
        return getDbEntityManager().selectList("selectHistoricTaskInstancesByQueryCriteria", query, page);
    }

    private boolean isReadable(String taskId) {
        TaskQueryImpl named = new TaskQueryImpl();
        named.taskId(taskId);
        return !getTaskManager().findTasksByQueryCriteria(named).isEmpty();
    }
}
