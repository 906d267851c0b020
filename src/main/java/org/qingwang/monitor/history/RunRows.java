package org.qingwang.monitor.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what happened in one process, along the indexes of the engine's history by process. */
@Repository
class RunRows {

    private static final int BROKEN_OFF = 2;

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without gateways, which take no time, and what the engine counts beside the steps of a loop. */
    List<Step> steps(String run, int offset, int limit) {
        return jdbc.sql("""
                        select a.id_, a.act_id_, a.act_type_, coalesce(t.assignee_, a.assignee_) as person, a.start_time_,
                               a.end_time_, a.duration_, a.act_inst_state_, t.due_date_, a.call_proc_inst_id_,
                               a.act_type_ = 'startEvent' and a.parent_act_inst_id_ = a.proc_inst_id_ as begins
                        from act_hi_actinst a left join act_hi_taskinst t on t.id_ = a.task_id_
                        where a.proc_inst_id_ = :run and a.act_type_ not like '%Gateway'
                          and a.act_type_ <> 'multiInstanceBody'
                        order by a.start_time_, a.sequence_counter_, a.id_ offset :offset limit :limit
                        """)
                .param("run", run)
                .param("offset", offset)
                .param("limit", limit)
                .query(RunRows::step)
                .list();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        long millis = row.getLong("duration_");
        Duration took = row.wasNull() ? null : Duration.ofMillis(millis);
        return new Step(
                row.getString("id_"),
                row.getString("act_id_"),
                row.getBoolean("begins"),
                row.getString("act_type_"),
                row.getString("person"),
                instant(row, "start_time_"),
                instant(row, "end_time_"),
                took,
                row.getInt("act_inst_state_") == BROKEN_OFF,
                instant(row, "due_date_"),
                row.getString("call_proc_inst_id_"),
                List.of());
    }

    /** @return what was set, the oldest first */
    List<SetValue> values(String run, int limit) {
        return jdbc.sql("""
                        select coalesce(act_inst_id_, proc_inst_id_) as step, name_, var_type_, text_, long_, double_ from act_hi_detail
                        where proc_inst_id_ = :run and type_ = 'VariableUpdate'
                        order by time_, sequence_counter_, id_ limit :limit
                        """)
                .param("run", run)
                .param("limit", limit)
                .query((row, number) -> new SetValue(row.getString("step"), row.getString("name_"), value(row)))
                .list();
    }

    static Object value(ResultSet row) throws SQLException {
        return switch (String.valueOf(row.getString("var_type_"))) {
            case "string" -> row.getString("text_");
            case "boolean" -> row.getLong("long_") == 1;
            case "short", "integer", "long" -> row.getLong("long_");
            case "double" -> row.getDouble("double_");
            case "date" -> Instant.ofEpochMilli(row.getLong("long_"));
            default -> null;
        };
    }

    /** @return the oldest first */
    List<Fault> faults(String run, int limit) {
        return jdbc.sql("""
                        select coalesce(failed_activity_id_, activity_id_) as step, incident_msg_, create_time_, end_time_
                        from act_hi_incident where proc_inst_id_ = :run order by create_time_, id_ limit :limit
                        """)
                .param("run", run)
                .param("limit", limit)
                .query((row, number) -> new Fault(
                        row.getString("step"),
                        row.getString("incident_msg_"),
                        instant(row, "create_time_"),
                        instant(row, "end_time_")))
                .list();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
