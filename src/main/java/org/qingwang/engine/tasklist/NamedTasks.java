package org.qingwang.engine.tasklist;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.TenantCheck;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Open tasks by what names them: the task itself, its case, its process instance, its place in the model. A name finds a
 * handful; what of it the asker may see is chosen here and not in the statement ({@code named-tasks.xml}).
 */
final class NamedTasks {

    private NamedTasks() {}

    /**
     * @param query configured with what the asker may see: definitions and tenants
     * @return in no particular order
     */
    static List<Task> find(TaskQueryImpl query, DbEntityManager rows) {
        List<?> named = rows.selectListWithRawParameter("selectNamedTasks", query, 0, Integer.MAX_VALUE);
        return named.stream()
                .map(TaskEntity.class::cast)
                .filter(task -> isVisible(task, query))
                .skip(query.getFirstResult())
                .limit(query.getMaxResults())
                .map(Task.class::cast)
                .toList();
    }

    private static boolean isVisible(TaskEntity task, TaskQueryImpl query) {
        String[] definitions = query.getProcessDefinitionKeys();
        TenantCheck tenants = query.getTenantCheck();
        return (definitions == null
                        || List.of(definitions)
                                .contains(task.getProcessDefinition().getKey()))
                && (!tenants.isTenantCheckEnabled()
                        || task.getTenantId() == null
                        || tenants.getAuthTenantIds().contains(task.getTenantId()));
    }
}
