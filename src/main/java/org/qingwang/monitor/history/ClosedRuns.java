package org.qingwang.monitor.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.monitor.history.Page.Placed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads {@code act_hi_procinst} by model and end, along one index for whoever reads everything and another one for each
 * jurisdiction. Both stop when the page is full, however many processes are closed.
 */
@Repository
class ClosedRuns {

    /** So that a long list is neither read row by row nor held in memory as a whole. */
    private static final int ROWS_AT_A_TIME = 500;

    /** Sorts after every character a number can have. */
    private static final String BEYOND = Character.toString(Character.MAX_CODE_POINT - 2);

    private static final String COLUMNS = """
            h.id_, h.proc_def_id_, h.proc_def_key_, h.business_key_, h.tenant_id_, h.start_time_, h.start_user_id_,
            h.end_time_, h.state_, h.delete_reason_
            """;

    private static final String NEWEST_FIRST = " order by h.end_time_ desc, h.id_ desc limit :limit";

    private final JdbcClient jdbc;

    ClosedRuns(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = JdbcClient.create(template);
    }

    List<Placed<ProcessRun>> page(Reach reach, String model, ClosedFilter filter, Optional<Cursor> after, int limit) {
        return statement(reach, model, filter, after, limit)
                .query((row, number) -> new Placed<>(run(row), place(row)))
                .list();
    }

    /** The rows one by one; the stream must be closed. */
    Stream<ProcessRun> all(Reach reach, String model, ClosedFilter filter, int limit) {
        return statement(reach, model, filter, Optional.empty(), limit).query((row, number) -> run(row)).stream();
    }

    Optional<ProcessRun> find(String id) {
        return jdbc.sql("select " + COLUMNS
                        + ", d.version_ from act_hi_procinst h join act_re_procdef d on d.id_ = h.proc_def_id_"
                        + " where h.id_ = :id")
                .param("id", id)
                .query((row, number) -> run(row))
                .optional();
    }

    Optional<Model> model(String definition) {
        return jdbc.sql("select id_, key_, name_, version_ from act_re_procdef where id_ = :id")
                .param("id", definition)
                .query((row, number) -> new Model(
                        row.getString("id_"), row.getString("key_"), row.getString("name_"), row.getInt("version_")))
                .optional();
    }

    private StatementSpec statement(Reach reach, String model, ClosedFilter filter, Optional<Cursor> after, int limit) {
        String asked = "h.proc_def_key_ = :model and h.end_time_ is not null" + conditions(filter, after);
        String sql = reach.everywhere()
                ? "select " + COLUMNS + " from act_hi_procinst h where " + asked + NEWEST_FIRST
                : "select h.* from unnest(:jurisdictions::text[]) j (id) cross join lateral (select " + COLUMNS
                        + " from act_hi_procinst h where h.tenant_id_ = j.id and " + asked + NEWEST_FIRST + ") h"
                        + NEWEST_FIRST;
        planForThisNumber(filter);
        return bound(
                jdbc.sql("select h.*, d.version_, (extract(epoch from h.end_time_) * 1000000)::bigint as micros from ("
                        + sql + ") h join act_re_procdef d on d.id_ = h.proc_def_id_"
                        + " order by h.end_time_ desc, h.id_ desc"),
                reach,
                model,
                filter,
                after,
                limit);
    }

    /** A rare number is found by its own index, a common beginning along the ends: one plan for both is wrong for one. */
    private void planForThisNumber(ClosedFilter filter) {
        if (!filter.number().isEmpty()) {
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        }
    }

    private static String conditions(ClosedFilter filter, Optional<Cursor> after) {
        StringBuilder sql = new StringBuilder();
        if (!filter.number().isEmpty()) {
            sql.append(" and h.business_key_ ~>=~ :number and h.business_key_ ~<~ :beyond");
        }
        if (filter.from() != null) {
            sql.append(" and h.end_time_ >= :from");
        }
        if (filter.to() != null) {
            sql.append(" and h.end_time_ < :to");
        }
        if (filter.state() != null) {
            // Not as a parameter: the index of what was broken off is chosen by the word.
            sql.append(" and h.state_ = '").append(filter.state().name()).append("'");
        }
        if (after.isPresent()) {
            sql.append(" and (h.end_time_, h.id_) < (timestamp 'epoch' + :micros * interval '1 microsecond', :last)");
        }
        return sql.toString();
    }

    private static StatementSpec bound(
            StatementSpec statement,
            Reach reach,
            String model,
            ClosedFilter filter,
            Optional<Cursor> after,
            int limit) {
        return statement
                .param("jurisdictions", reach.narrowedTo())
                .param("model", model)
                .param("number", filter.number())
                .param("beyond", filter.number() + BEYOND)
                .param("from", startOf(filter.from()))
                .param("to", filter.to() == null ? null : startOf(filter.to().plusDays(1)))
                .param("micros", after.map(Cursor::micros).orElse(null))
                .param("last", after.map(Cursor::id).orElse(null))
                .param("limit", limit);
    }

    private static Timestamp startOf(LocalDate day) {
        return day == null
                ? null
                : Timestamp.from(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }

    private static Cursor place(ResultSet row) throws SQLException {
        return new Cursor(row.getLong("micros"), row.getString("id_"));
    }

    private static ProcessRun run(ResultSet row) throws SQLException {
        Timestamp end = row.getTimestamp("end_time_");
        return new ProcessRun(
                row.getString("id_"),
                row.getString("proc_def_id_"),
                row.getString("proc_def_key_"),
                row.getInt("version_"),
                row.getString("business_key_"),
                row.getString("tenant_id_"),
                row.getTimestamp("start_time_").toInstant(),
                row.getString("start_user_id_"),
                end == null ? null : end.toInstant(),
                RunState.valueOf(row.getString("state_")),
                row.getString("delete_reason_"));
    }
}
