package org.qingwang.monitor;

import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.Campaign;
import org.qingwang.casefile.CaseStatus;
import org.qingwang.pledge.Pledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Counts across capabilities, one statement for each part of the view. Each reads what is open along an index that holds
 * nothing else, so that closed cases, however many, cost nothing; the cases of a campaign were counted before.
 */
@Repository
class MonitorRows {

    /** What stands still, without what merely waits for something that does; {@code :mail} is null for no mail. */
    private static final String INCIDENTS = """
            from act_ru_incident i
            join act_re_procdef d on d.id_ = i.proc_def_id_
            left join act_ru_execution e on e.id_ = i.proc_inst_id_
            left join mail m on m.mail_id = case when d.key_ = 'undelivered-mail' then e.business_key_::bigint end
            where i.id_ = i.cause_incident_id_ and i.incident_type_ = 'failedJob'
            """;

    private static final String OF_KIND = INCIDENTS
            + " and d.key_ = :process and i.activity_id_ = :step and m.template is not distinct from :mail::text";

    private final JdbcClient jdbc;

    MonitorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CampaignProgress progress(Campaign campaign, int elapsed) {
        return jdbc.sql("""
                        with task as (
                            select count(*) tasks, count(*) filter (where stage = 'DONE') done,
                                   count(*) filter (where stage = 'OPEN' and late_at is not null) late
                            from campaign_task where campaign_no = :campaign and stage <> 'DROPPED'),
                        agency as (
                            select count(*) agencies, count(confirmed_at) liaisons
                            from campaign_agency where campaign_no = :campaign and left_at is null)
                        select * from task cross join agency
                        left join campaign_count counted on counted.campaign_no = :campaign
                        """)
                .param("campaign", campaign.campaignNo())
                .query((row, number) -> new CampaignProgress(
                        campaign,
                        elapsed,
                        row.getInt("tasks"),
                        row.getInt("done"),
                        row.getInt("late"),
                        row.getInt("agencies"),
                        row.getInt("liaisons"),
                        counted(row)))
                .single();
    }

    private static CampaignProgress.Counted counted(ResultSet row) throws SQLException {
        Instant at = instant(row, "counted_at");
        return at == null ? null : new CampaignProgress.Counted(row.getInt("cases"), row.getInt("closed"), at);
    }

    List<Snapshot.OpenCases> openCases() {
        return jdbc.sql("""
                        select lead_jurisdiction, status, count(*) cases from case_file where status <> 'CLOSED'
                        group by lead_jurisdiction, status order by lead_jurisdiction, status
                        """)
                .query((row, number) -> new Snapshot.OpenCases(
                        jurisdiction(row, "lead_jurisdiction"),
                        CaseStatus.valueOf(row.getString("status")),
                        row.getInt("cases")))
                .list();
    }

    /** @return the steps with most open tasks first */
    List<Snapshot.Step> steps(int most) {
        return jdbc.sql("""
                        select t.*, d.version_, d.name_,
                            not exists (select from act_re_procdef n where n.key_ = d.key_ and n.version_ > d.version_) newest
                        from (select proc_def_id_, task_def_key_, max(name_) task_name, count(*) tasks
                              from act_ru_task where proc_def_id_ is not null group by proc_def_id_, task_def_key_
                              order by count(*) desc, proc_def_id_, task_def_key_ limit :most) t
                        join act_re_procdef d on d.id_ = t.proc_def_id_
                        order by t.tasks desc, d.key_, d.version_ desc, t.task_def_key_
                        """)
                .param("most", most)
                .query((row, number) -> new Snapshot.Step(
                        row.getString("proc_def_id_"),
                        row.getInt("version_"),
                        row.getBoolean("newest"),
                        row.getString("name_"),
                        row.getString("task_def_key_"),
                        row.getString("task_name"),
                        row.getInt("tasks")))
                .list();
    }

    /** @return the agency with most missed clocks first */
    List<Snapshot.Pressure> pressure(Instant now, Instant until) {
        return jdbc.sql("""
                        select jurisdiction, count(*) filter (where due_at < :now) missed,
                               count(*) filter (where due_at >= :now) soon
                        from statutory_clock where met_at is null and suspended_at is null and due_at < :until
                        group by jurisdiction order by missed desc, soon desc, jurisdiction
                        """)
                .param("now", utc(now))
                .param("until", utc(until))
                .query((row, number) -> new Snapshot.Pressure(
                        jurisdiction(row, "jurisdiction"), row.getInt("missed"), row.getInt("soon")))
                .list();
    }

    /** @return models in which tasks of an agency are overdue, the one with most of them first */
    List<LateModel> lateModels(Jurisdiction agency, Instant now, int most) {
        return jdbc.sql("""
                        select n.id_, n.name_, late.tasks from (
                            select d.key_, count(*) tasks
                            from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_
                            where t.tenant_id_ = :agency and t.due_date_ < :now group by d.key_) late
                        join lateral (select id_, name_ from act_re_procdef where key_ = late.key_
                                      order by version_ desc limit 1) n on true
                        order by late.tasks desc, late.key_ limit :most
                        """)
                .param("agency", agency.id())
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) ->
                        new LateModel(row.getString("id_"), row.getString("name_"), row.getInt("tasks")))
                .list();
    }

    int supervised() {
        return jdbc.sql("select count(*) from case_supervision where stage <> 'LIFTED'")
                .query(Integer.class)
                .single();
    }

    Map<Pledge.Stage, Integer> pledges() {
        Map<Pledge.Stage, Integer> counts = new EnumMap<>(Pledge.Stage.class);
        jdbc.sql("select stage, count(*) pledges from pledge where stage <> 'ENDED' group by stage")
                .query(row -> {
                    counts.put(Pledge.Stage.valueOf(row.getString("stage")), row.getInt("pledges"));
                });
        return counts;
    }

    /** @return the kind with most of them first */
    List<IncidentKind> incidents() {
        return jdbc.sql(
                        "select d.key_, i.activity_id_, m.template, max(d.name_) process_name, max(d.id_) definition,"
                                + " count(*) stuck, min(i.incident_timestamp_) since "
                                + INCIDENTS
                                + " group by d.key_, i.activity_id_, m.template order by stuck desc, d.key_, i.activity_id_, m.template")
                .query(MonitorRows::kind)
                .list();
    }

    private static IncidentKind kind(ResultSet row, int number) throws SQLException {
        return new IncidentKind(
                row.getString("key_"),
                row.getString("process_name"),
                row.getString("definition"),
                row.getString("activity_id_"),
                row.getString("template"),
                row.getInt("stuck"),
                row.getTimestamp("since").toInstant());
    }

    /** @return the oldest first */
    List<Standstill> standstills(IncidentKind.Id kind, int most) {
        return of(
                        kind,
                        "select e.business_key_, i.proc_inst_id_, i.incident_msg_,"
                                + " i.incident_timestamp_ since "
                                + OF_KIND,
                        most)
                .query((row, number) -> new Standstill(
                        row.getString("business_key_"),
                        row.getString("proc_inst_id_"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("incident_msg_")))
                .list();
    }

    /** @return ids of the jobs that failed, the oldest first */
    List<String> failedJobs(IncidentKind.Id kind, int most) {
        return of(kind, "select i.configuration_ " + OF_KIND, most)
                .query(String.class)
                .list();
    }

    private StatementSpec of(IncidentKind.Id kind, String sql, int most) {
        return jdbc.sql(sql + " order by i.incident_timestamp_, i.id_ limit :most")
                .param("process", kind.process())
                .param("step", kind.step())
                .param("mail", kind.mail())
                .param("most", most);
    }
}
