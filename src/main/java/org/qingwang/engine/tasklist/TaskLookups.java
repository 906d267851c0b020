package org.qingwang.engine.tasklist;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.TenantCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open tasks by what names them: the task itself, its case, its process instance, its place in the model. */
@Repository
class TaskLookups {

    private final JdbcClient jdbc;

    TaskLookups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The statement is the same for everybody, so that PostgreSQL plans it once and not with each set of definitions and
     * tenants; what a name finds is a handful, and what of it the asker may see is chosen here.
     *
     * @param query configured with what the asker may see: definitions and tenants
     * @return ids in no particular order
     */
    List<String> find(TaskQueryImpl query) {
        StringBuilder sql = new StringBuilder("select t.id_, d.key_, t.tenant_id_ from act_ru_task t"
                + " join act_re_procdef d on d.id_ = t.proc_def_id_");
        List<Object> values = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        if (query.getProcessInstanceBusinessKey() != null) {
            sql.append(" join act_ru_execution e on e.id_ = t.proc_inst_id_");
        }
        equal("t.id_", query.getTaskId(), conditions, values);
        equal("t.proc_inst_id_", query.getProcessInstanceId(), conditions, values);
        equal("e.business_key_", query.getProcessInstanceBusinessKey(), conditions, values);
        equal("t.task_def_key_", query.getKey(), conditions, values);
        sql.append(" where ").append(String.join(" and ", conditions));
        return jdbc
                .sql(sql.toString())
                .params(values)
                .query((row, n) -> new Found(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(task -> isVisible(task, query))
                .map(Found::taskId)
                .skip(query.getFirstResult())
                .limit(query.getMaxResults())
                .toList();
    }

    private static boolean isVisible(Found task, TaskQueryImpl query) {
        String[] definitions = query.getProcessDefinitionKeys();
        TenantCheck tenants = query.getTenantCheck();
        return (definitions == null || List.of(definitions).contains(task.definitionKey()))
                && (!tenants.isTenantCheckEnabled()
                        || task.tenantId() == null
                        || tenants.getAuthTenantIds().contains(task.tenantId()));
    }

    private static void equal(String column, String value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(column + " = ?");
            values.add(value);
        }
    }

    private record Found(String taskId, String definitionKey, String tenantId) {}
}
