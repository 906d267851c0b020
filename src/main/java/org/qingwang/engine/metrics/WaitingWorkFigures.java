package org.qingwang.engine.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.AgencyService;
import org.qingwang.monitoring.Figure;
import org.qingwang.monitoring.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in the whole installation: tasks for people, jobs for an executor, incidents for a supervisor. */
@Component
class WaitingWorkFigures implements Figures {

    private static final double MILLIS = 1000;

    private final JdbcClient database;
    private final AgencyService agencies;
    private final Clock clock;

    WaitingWorkFigures(JdbcClient database, AgencyService agencies, Clock clock) {
        this.database = database;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public List<Figure> now() {
        List<Figure> figures = new ArrayList<>(tasks());
        figures.addAll(jobs());
        figures.addAll(incidents());
        return figures;
    }

    /** A jurisdiction without open tasks is told with none: a line that ends would look like one nobody measures. */
    private List<Figure> tasks() {
        Map<Map<String, String>, Long> open = new HashMap<>();
        open.put(Figure.labelsOf(null), 0L);
        agencies.jurisdictions().forEach(one -> open.put(Figure.labelsOf(one.id()), 0L));
        database.sql("select tenant_id_, count(*) as open from act_ru_task group by tenant_id_")
                .query(row -> {
                    open.put(Figure.labelsOf(row.getString("tenant_id_")), row.getLong("open"));
                });
        return open.entrySet().stream()
                .map(counted -> Figure.of(
                        "qingwang.tasks.open",
                        "Open tasks by the jurisdiction that works them",
                        counted.getKey(),
                        counted.getValue()))
                .toList();
    }

    private List<Figure> jobs() {
        Timestamp now = Timestamp.from(clock.instant());
        return database.sql("""
                        select (select count(*) from act_ru_job where retries_ = 0) as failed,
                               count(*) as due, min(coalesce(duedate_, create_time_)) as oldest
                        from act_ru_job
                        where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= :now)""")
                .param("now", now)
                .query((row, number) -> jobFigures(row, now))
                .single();
    }

    private static List<Figure> jobFigures(ResultSet row, Timestamp now) throws SQLException {
        Timestamp oldest = row.getTimestamp("oldest");
        double age = oldest == null ? 0 : Math.max(0, now.getTime() - oldest.getTime()) / MILLIS;
        return List.of(
                Figure.of("qingwang.jobs.due", "Jobs whose time has come", Map.of(), row.getLong("due")),
                Figure.of("qingwang.jobs.failed", "Jobs that failed for good", Map.of(), row.getLong("failed")),
                Figure.of("qingwang.jobs.age.seconds", "For how long the oldest due job has waited", Map.of(), age));
    }

    /** An incident in a called process shows in each that called it: counted where it arose. */
    private List<Figure> incidents() {
        return database.sql("""
                        select i.incident_type_ as kind, coalesce(d.key_, '') as process, count(*) as open
                        from act_ru_incident i left join act_re_procdef d on d.id_ = i.proc_def_id_
                        where i.id_ = i.root_cause_incident_id_
                        group by 1, 2""")
                .query((row, number) -> Figure.of(
                        "qingwang.incidents.open",
                        "Incidents nobody has mended yet, by kind and process",
                        Map.of("kind", row.getString("kind"), "process", row.getString("process")),
                        row.getLong("open")))
                .list();
    }
}
