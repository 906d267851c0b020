package org.qingwang.monitor.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.qingwang.monitor.history.Operation.Change;
import org.qingwang.monitor.history.Page.Placed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads the engine's log of what people did to it, by model and time or by process. An officer's own work is not in it
 * ({@code TaskWorkLog}), so it is short; somebody of one jurisdiction is shown those among the newest.
 */
@Repository
class OperationRows {

    private static final String COLUMNS = """
            select l.operation_id_, l.timestamp_, l.id_, l.user_id_, l.operation_type_, l.entity_type_, l.proc_inst_id_,
                   l.proc_def_key_, l.property_, l.org_value_, l.new_value_, l.annotation_, l.tenant_id_
            from act_hi_op_log l
            """;

    private static final String NEWEST_FIRST = " order by l.timestamp_ desc, l.id_ desc limit ";

    /** How many of the newest entries of a model are looked through for those of one jurisdiction. */
    private static final int LOOKED_THROUGH = 20_000;

    private final JdbcClient jdbc;

    OperationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return one row for each change; those of one act follow one another */
    List<Placed<Operation>> page(Reach reach, String model, Optional<Cursor> after, int limit) {
        String entries = COLUMNS + " where l.proc_def_key_ = :model"
                + (after.isEmpty()
                        ? ""
                        : " and (l.timestamp_, l.id_) < (timestamp 'epoch' + :micros * interval '1 microsecond', :last)")
                + NEWEST_FIRST
                + (reach.everywhere() ? ":limit" : Integer.toString(LOOKED_THROUGH));
        String own = reach.everywhere() ? "" : " where l.tenant_id_ = any (:jurisdictions::text[])";
        return rows(jdbc.sql(withNumbers(entries, own))
                .param("model", model)
                .param("jurisdictions", reach.narrowedTo())
                .param("micros", after.map(Cursor::micros).orElse(null))
                .param("last", after.map(Cursor::id).orElse(null))
                .param("limit", limit));
    }

    List<Operation> of(String run, int limit) {
        return rows(jdbc.sql(withNumbers(COLUMNS + " where l.proc_inst_id_ = :run" + NEWEST_FIRST + ":limit", ""))
                        .param("run", run)
                        .param("limit", limit))
                .stream()
                .map(Placed::row)
                .toList();
    }

    private static String withNumbers(String entries, String own) {
        return "select l.*, h.business_key_, (extract(epoch from l.timestamp_) * 1000000)::bigint as micros from ("
                + entries + ") l left join act_hi_procinst h on h.id_ = l.proc_inst_id_" + own + NEWEST_FIRST
                + ":limit";
    }

    private static List<Placed<Operation>> rows(StatementSpec statement) {
        return statement
                .query((row, number) ->
                        new Placed<>(operation(row), new Cursor(row.getLong("micros"), row.getString("id_"))))
                .list();
    }

    private static Operation operation(ResultSet row) throws SQLException {
        String property = row.getString("property_");
        List<Change> changes = property == null
                ? List.of()
                : List.of(new Change(property, row.getString("org_value_"), row.getString("new_value_")));
        return new Operation(
                row.getString("operation_id_"),
                RunRows.instant(row, "timestamp_"),
                row.getString("user_id_"),
                row.getString("operation_type_"),
                row.getString("entity_type_"),
                row.getString("proc_inst_id_"),
                row.getString("business_key_"),
                row.getString("proc_def_key_"),
                changes,
                row.getString("annotation_"));
    }
}
