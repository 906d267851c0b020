package org.qingwang.monitor.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts steps of a model: those of some days along an index by version and begin, of which no more than a number of rows
 * are read, and those that wait along the index of what runs.
 */
@Repository
class HeatRows {

    private static final String SQL = """
            with chosen as (
                select a.* from act_re_procdef d cross join lateral (
                    select h.act_id_, h.start_time_, h.duration_, h.end_time_, h.act_inst_state_
                    from act_hi_actinst h
                    where h.proc_def_id_ = d.id_ and h.start_time_ >= :since
                      and (h.act_type_ like '%%Task' or h.act_type_ = 'callActivity' or h.act_type_ like 'intermediate%%')
                      %s
                    order by h.start_time_ desc limit :most) a
                where d.key_ = :model order by a.start_time_ desc limit :most),
            went as (
                select act_id_, count(*) entered,
                       count(*) filter (where end_time_ is not null and act_inst_state_ <> 2) done,
                       percentile_cont(array[0.5, 0.9]) within group (order by duration_)
                           filter (where end_time_ is not null and act_inst_state_ <> 2) took
                from chosen group by act_id_),
            stands as (
                select e.act_id_, count(*) waiting from act_re_procdef d join act_ru_execution e on e.proc_def_id_ = d.id_
                where d.key_ = :model and e.is_active_ and e.act_id_ is not null %s group by e.act_id_)
            select coalesce(w.act_id_, s.act_id_) step, coalesce(entered, 0) entered, coalesce(done, 0) done,
                   took[1] median, took[2] ninety, coalesce(waiting, 0) waiting, (select count(*) from chosen) counted
            from went w full join stands s on s.act_id_ = w.act_id_
            """;

    private final JdbcClient jdbc;

    HeatRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param most how many steps are counted, the newest */
    HeatMap count(Reach reach, String model, int days, Instant now, int most) {
        boolean everywhere = reach.everywhere();
        String sql = SQL.formatted(
                everywhere ? "" : "and h.tenant_id_ = any (:jurisdictions::text[])",
                everywhere ? "" : "and e.tenant_id_ = any (:jurisdictions::text[])");
        boolean[] cut = {false};
        List<StepHeat> steps = jdbc.sql(sql)
                .param("model", model)
                .param("since", Timestamp.from(now.minus(Duration.ofDays(days))))
                .param("most", most)
                .param("jurisdictions", reach.narrowedTo())
                .query((row, number) -> {
                    cut[0] = row.getInt("counted") >= most;
                    return step(row);
                })
                .list();
        return new HeatMap(days, steps, now, cut[0]);
    }

    private static StepHeat step(ResultSet row) throws SQLException {
        return new StepHeat(
                row.getString("step"),
                row.getInt("entered"),
                row.getInt("done"),
                length(row, "median"),
                length(row, "ninety"),
                row.getInt("waiting"));
    }

    private static Duration length(ResultSet row, String column) throws SQLException {
        double millis = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(millis));
    }
}
