package org.qingwang.engine.tasklist;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Open tasks by what names them: the task itself, its case, its process instance, its place in the model. */
@Repository
class TaskLookups {

    private final JdbcClient jdbc;

    TaskLookups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param query configured with what the asker may see: definitions and tenants
     * @return ids in no particular order
     */
    List<String> find(TaskQueryImpl query) {
        StringBuilder sql = new StringBuilder("select t.id_ from act_ru_task t");
        List<Object> values = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        if (query.getProcessInstanceBusinessKey() != null) {
            sql.append(" join act_ru_execution e on e.id_ = t.proc_inst_id_");
        }
        if (query.getProcessDefinitionKeys() != null) {
            sql.append(" join act_re_procdef d on d.id_ = t.proc_def_id_");
            conditions.add("d.key_ = any(?)");
            values.add(new SqlArrayValue("text", (Object[]) query.getProcessDefinitionKeys()));
        }
        equal("t.id_", query.getTaskId(), conditions, values);
        equal("t.proc_inst_id_", query.getProcessInstanceId(), conditions, values);
        equal("e.business_key_", query.getProcessInstanceBusinessKey(), conditions, values);
        equal("t.task_def_key_", query.getKey(), conditions, values);
        if (query.getTenantCheck().isTenantCheckEnabled()) {
            conditions.add("(t.tenant_id_ is null or t.tenant_id_ = any(?))");
            values.add(new SqlArrayValue(
                    "text", query.getTenantCheck().getAuthTenantIds().toArray()));
        }
        sql.append(" where ").append(String.join(" and ", conditions)).append(" offset ? limit ?");
        values.add(query.getFirstResult());
        values.add(query.getMaxResults());
        return jdbc.sql(sql.toString()).params(values).query(String.class).list();
    }

    private static void equal(String column, String value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(column + " = ?");
            values.add(value);
        }
    }
}
