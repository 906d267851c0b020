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
 * are read, and those that wait along the index of what runs. Times are counted as exactly as they are shown, in hours once
 * they take days: a few thousand different ones are put in order in a fraction of the time of all of them.
 */
@Repository
class HeatRows {

    /** Steps that take time, in the words of the index's own condition: in others it would not be used. */
    static final String TAKES_TIME =
            "(h.act_type_ like '%Task' or h.act_type_ = 'callActivity' or h.act_type_ like 'intermediate%')";

    /** Of one version, the newest first. */
    private static final String STEPS = """
            select h.act_id_, h.start_time_,
                   case when h.end_time_ is not null and h.act_inst_state_ <> 2 then h.duration_ end millis
            from act_hi_actinst h
            where h.proc_def_id_ = %s and h.start_time_ >= :since and %s %s
            order by h.start_time_ desc limit :most
            """;

    private static final String OF_EACH_VERSION = """
            select a.* from act_re_procdef d cross join lateral (%s) a
            where d.key_ = :model order by a.start_time_ desc limit :most
            """;

    private static final String COUNT = """
            with newest as (%s),
            times as (
                select act_id_, count(*) steps,
                       case when millis < 60000 then millis - mod(millis, 1000)
                            when millis < 86400000 then millis - mod(millis, 60000)
                            else millis - mod(millis, 3600000) end took
                from newest group by act_id_, took),
            ranked as (
                select act_id_, took, steps,
                       sum(steps) over (partition by act_id_ order by took nulls last) upto,
                       coalesce(sum(steps) filter (where took is not null) over (partition by act_id_), 0) done
                from times),
            went as (
                select act_id_, sum(steps) entered, max(done) done, min(took) filter (where upto >= done * 0.5) median,
                       min(took) filter (where upto >= done * 0.9) ninety
                from ranked group by act_id_),
            stands as (
                select e.act_id_, count(*) waiting from act_re_procdef d join act_ru_execution e on e.proc_def_id_ = d.id_
                where d.key_ = :model and e.is_active_ and e.act_id_ is not null %s group by e.act_id_)
            select coalesce(w.act_id_, s.act_id_) step, coalesce(entered, 0) entered, coalesce(done, 0) done,
                   median, ninety, coalesce(waiting, 0) waiting
            from went w full join stands s on s.act_id_ = w.act_id_
            """;

    private final JdbcClient jdbc;

    HeatRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param most how many steps are counted, the newest */
    HeatMap count(Reach reach, String model, int days, Instant now, int most) {
        Timestamp since = Timestamp.from(now.minus(Duration.ofDays(days)));
        List<String> versions = versions(model, since);
        List<StepHeat> steps = jdbc.sql(sql(reach, versions))
                .param("model", model)
                .param("version", versions.size() == 1 ? versions.get(0) : null)
                .param("since", since)
                .param("most", most)
                .param("jurisdictions", reach.narrowedTo())
                .query((row, number) -> step(row))
                .list();
        boolean cut = steps.stream().mapToInt(StepHeat::entered).sum() >= most;
        return new HeatMap(days, steps, now, cut);
    }

    /** Of one version, as nearly always, the index already has the newest first. */
    private static String sql(Reach reach, List<String> versions) {
        String newest = versions.size() == 1
                ? STEPS.formatted(":version", TAKES_TIME, own(reach, "h"))
                : OF_EACH_VERSION.formatted(STEPS.formatted("d.id_", TAKES_TIME, own(reach, "h")));
        return COUNT.formatted(newest, own(reach, "e"));
    }

    private static String own(Reach reach, String rows) {
        return reach.everywhere() ? "" : "and " + rows + ".tenant_id_ = any (:jurisdictions::text[])";
    }

    /** @return ids of those by which steps were begun since */
    private List<String> versions(String model, Timestamp since) {
        return jdbc.sql("""
                        select d.id_ from act_re_procdef d where d.key_ = :model and exists (
                            select from act_hi_actinst h
                            where h.proc_def_id_ = d.id_ and h.start_time_ >= :since and %s)
                        """.formatted(TAKES_TIME))
                .param("model", model)
                .param("since", since)
                .query(String.class)
                .list();
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
        long millis = row.getLong(column);
        return row.wasNull() ? null : Duration.ofMillis(millis);
    }
}
