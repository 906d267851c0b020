package org.qingwang.campaign;

import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code campaign_task}. */
@Repository
class KeyTasks {

    private final JdbcClient jdbc;

    KeyTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the tasks of a plan in place of those it had. */
    void plan(String campaignNo, List<PlannedTask> tasks) {
        jdbc.sql("delete from campaign_task where campaign_no = :no")
                .param("no", campaignNo)
                .update();
        for (int position = 1; position <= tasks.size(); position++) {
            PlannedTask task = tasks.get(position - 1);
            jdbc.sql("insert into campaign_task (task_no, campaign_no, position, title, jurisdiction, due_on, stage)"
                            + " values (:task, :no, :position, :title, :jurisdiction, :due, 'PLANNED')")
                    .param("task", CampaignNumbers.task(campaignNo, position))
                    .param("no", campaignNo)
                    .param("position", position)
                    .param("title", task.title())
                    .param("jurisdiction", task.jurisdiction().id())
                    .param("due", task.dueOn())
                    .update();
        }
    }

    List<KeyTask> of(String campaignNo) {
        return jdbc.sql("select * from campaign_task where campaign_no = :no order by position")
                .param("no", campaignNo)
                .query(KeyTasks::row)
                .list();
    }

    Optional<KeyTask> lock(String taskNo) {
        return jdbc.sql("select * from campaign_task where task_no = :task for update")
                .param("task", taskNo)
                .query(KeyTasks::row)
                .optional();
    }

    void open(String taskNo, LocalDate dueOn, String remarks) {
        jdbc.sql("update campaign_task set stage = 'OPEN', due_on = :due, remarks = :remarks, late_at = null"
                        + " where task_no = :task")
                .param("due", dueOn)
                .param("remarks", remarks)
                .param("task", taskNo)
                .update();
    }

    void report(String taskNo, ProgressReport report, Instant at, String by) {
        jdbc.sql(
                        "update campaign_task set progress = :progress, report = :report, reported_at = :at,"
                                + " reported_by = :by, stage = case when :done then 'REVIEW' else stage end where task_no = :task")
                .param("progress", report.progress())
                .param("report", report.report())
                .param("at", utc(at))
                .param("by", by)
                .param("done", report.done())
                .param("task", taskNo)
                .update();
    }

    void end(String taskNo, KeyTask.Stage stage, String remarks, Instant at) {
        jdbc.sql("update campaign_task set stage = :stage, remarks = :remarks, ended_at = :at where task_no = :task")
                .param("stage", stage.name())
                .param("remarks", remarks)
                .param("at", utc(at))
                .param("task", taskNo)
                .update();
    }

    void late(String taskNo, Instant at) {
        jdbc.sql("update campaign_task set late_at = :at where task_no = :task")
                .param("at", utc(at))
                .param("task", taskNo)
                .update();
    }

    private static KeyTask row(ResultSet row, int number) throws SQLException {
        Jurisdiction owner = jurisdiction(row, "jurisdiction");
        return new KeyTask(
                row.getString("task_no"),
                row.getString("campaign_no"),
                row.getString("title"),
                owner,
                row.getObject("due_on", LocalDate.class),
                KeyTask.Stage.valueOf(row.getString("stage")),
                row.getInt("progress"),
                row.getString("report"),
                instant(row, "reported_at"),
                row.getString("reported_by"),
                row.getString("remarks"),
                instant(row, "late_at"),
                instant(row, "ended_at"));
    }
}
