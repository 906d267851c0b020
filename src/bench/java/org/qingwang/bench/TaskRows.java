package org.qingwang.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Fills the engine's run-time tables with copies of one waiting task, so that a list of 100,000 takes seconds to prepare
 * instead of an hour. Every copy has its own execution, variables and identity link, and triggers fire as for real ones.
 */
final class TaskRows {

    private static final List<String> TABLES =
            List.of("act_ru_execution", "act_ru_variable", "act_ru_task", "act_ru_identitylink", "act_ru_authorization");

    private final DataSource source;

    TaskRows(DataSource source) {
        this.source = source;
    }

    /**
     * @param instance process instance whose single open task is copied
     * @param group the task's candidate group, which is also its tenant and the value of its jurisdiction
     * @param others groups that share four fifths of the copies; the rest stay with the group itself
     * @param from number of the first copy
     * @param to number after the last copy
     */
    void copy(String instance, String group, List<String> others, int from, int to) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    statement.execute(insert(connection, table, instance, group, others, from, to));
                }
                statement.execute("analyze");
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String insert(
            Connection connection,
            String table,
            String instance,
            String group,
            List<String> others,
            int from,
            int to)
            throws SQLException {
        List<String> columns = columns(connection, table);
        String values = columns.stream().map(column -> value(column, group)).collect(Collectors.joining(", "));
        String target =
                others.stream().map(other -> "'" + other + "'").collect(Collectors.joining(",", "array[", "]::text[]"));
        return """
                insert into %1$s (%2$s)
                select %3$s
                from %1$s t
                cross join lateral (
                    select n, case when n %% 5 = 0 then '%4$s' else (%5$s)[1 + n %% %6$d] end as target
                    from generate_series(%7$d, %8$d - 1) n) copies
                where %9$s"""
                .formatted(
                        table,
                        String.join(", ", columns),
                        values,
                        group,
                        target,
                        others.size(),
                        from,
                        to,
                        belongsTo(table, instance));
    }

    private static String belongsTo(String table, String instance) {
        return switch (table) {
            case "act_ru_identitylink" -> "t.task_id_ in (select id_ from act_ru_task where proc_inst_id_ = '%s')"
                    .formatted(instance);
            case "act_ru_authorization" ->
                "t.resource_type_ = 7 and t.resource_id_ in (select id_ from act_ru_task where proc_inst_id_ = '%s')"
                        .formatted(instance);
            default -> "t.proc_inst_id_ = '%s'".formatted(instance);
        };
    }

    private static String value(String column, String group) {
        return switch (column) {
            case "id_", "execution_id_", "proc_inst_id_", "root_proc_inst_id_", "task_id_", "parent_id_", "var_scope_",
                    "act_inst_id_", "super_exec_", "resource_id_", "business_key_" ->
                "case when t.%1$s is null then null else left(t.%1$s, 40) || '-' || n end".formatted(column);
            case "tenant_id_", "group_id_", "text_" ->
                "case when t.%1$s = '%2$s' then target else t.%1$s end".formatted(column, group);
            case "create_time_" -> "t.create_time_ - n * interval '1 second'";
            default -> "t." + column;
        };
    }

    static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }
}
