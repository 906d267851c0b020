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
 * Fills the engine's history with copies of the processes that have ended, spread over the years before them, so that a
 * million takes minutes instead of a week. What each step, task and act of a person left behind is copied with its process.
 */
final class HistoryRows {

    private static final int COPIES_AT_ONCE = 20_000;
    private static final int YEARS = 5;
    private static final List<String> TABLES =
            List.of("act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_op_log");

    private final DataSource source;

    HistoryRows(DataSource source) {
        this.source = source;
    }

    /**
     * Copies all processes that have ended until at least so many have.
     *
     * @return how many steps the history holds then
     */
    long copy(int processes) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                List<String> ended = ended(statement);
                int copies = processes / ended.size();
                for (int from = 1; from <= copies; from += COPIES_AT_ONCE) {
                    int to = Math.min(from + COPIES_AT_ONCE, copies + 1);
                    for (String table : TABLES) {
                        statement.execute(insert(connection, table, ended, from, to, copies));
                    }
                    System.out.printf("history: %,d closed processes%n", (long) to * ended.size());
                }
                statement.execute("vacuum analyze");
                return count(statement, "act_hi_actinst");
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ended(Statement statement) throws SQLException {
        List<String> ended = new ArrayList<>();
        try (ResultSet found =
                statement.executeQuery("select proc_inst_id_ from act_hi_procinst where end_time_ is not null")) {
            while (found.next()) {
                ended.add(found.getString(1));
            }
        }
        if (ended.isEmpty()) {
            throw new IllegalStateException("no process has ended: there is nothing to copy");
        }
        return ended;
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String insert(
            Connection connection, String table, List<String> ended, int from, int to, int copies) throws SQLException {
        List<String> columns = TaskRows.columns(connection, table);
        String values = columns.stream().map(column -> value(column, copies)).collect(Collectors.joining(", "));
        String templates = ended.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return "insert into %1$s (%2$s) select %3$s from %1$s t cross join generate_series(%4$d, %5$d - 1) n where t.proc_inst_id_ in (%6$s)"
                .formatted(table, String.join(", ", columns), values, from, to, templates);
    }

    private static String value(String column, int copies) {
        return switch (column) {
            case "id_", "execution_id_", "proc_inst_id_", "root_proc_inst_id_", "task_id_", "parent_act_inst_id_", "act_inst_id_",
                    "super_process_instance_id_", "call_proc_inst_id_", "business_key_", "operation_id_" ->
                "case when t.%1$s is null then null else left(t.%1$s, 40) || '-h' || n end".formatted(column);
            case "start_time_", "end_time_", "timestamp_", "due_date_", "follow_up_date_" ->
                "t.%s - n * (interval '%d years' / %d)".formatted(column, YEARS, copies);
            default -> "t." + column;
        };
    }
}
