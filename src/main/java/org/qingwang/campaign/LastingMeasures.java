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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code campaign_measure}. */
@Repository
class LastingMeasures {

    private final JdbcClient jdbc;

    LastingMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String campaignNo, int position, Evaluation.Measure measure) {
        jdbc.sql(
                        "insert into campaign_measure (measure_no, campaign_no, position, title, jurisdiction, remind_on, stage)"
                                + " values (:measure, :no, :position, :title, :jurisdiction, :remind, 'PLANNED')")
                .param("measure", CampaignNumbers.measure(campaignNo, position))
                .param("no", campaignNo)
                .param("position", position)
                .param("title", measure.title())
                .param("jurisdiction", measure.owner().id())
                .param("remind", measure.remindOn())
                .update();
    }

    List<LastingMeasure> of(String campaignNo) {
        return jdbc.sql("select * from campaign_measure where campaign_no = :no order by position")
                .param("no", campaignNo)
                .query(LastingMeasures::row)
                .list();
    }

    Optional<LastingMeasure> lock(String measureNo) {
        return jdbc.sql("select * from campaign_measure where measure_no = :measure for update")
                .param("measure", measureNo)
                .query(LastingMeasures::row)
                .optional();
    }

    void report(String measureNo, MeasureReport report, Instant at, String by) {
        jdbc.sql("update campaign_measure set report = :report, reported_at = :at, reported_by = :by, stage = :stage,"
                        + " remind_on = coalesce(:remind, remind_on) where measure_no = :measure")
                .param("report", report.report())
                .param("at", utc(at))
                .param("by", by)
                .param("stage", report.hasEnded() ? "ENDED" : "WAITING")
                .param("remind", report.remindOn(), java.sql.Types.DATE)
                .param("measure", measureNo)
                .update();
    }

    private static LastingMeasure row(ResultSet row, int number) throws SQLException {
        return new LastingMeasure(
                row.getString("measure_no"),
                row.getString("campaign_no"),
                row.getString("title"),
                jurisdiction(row, "jurisdiction"),
                row.getObject("remind_on", LocalDate.class),
                row.getString("stage").equals("ENDED"),
                row.getString("report"),
                instant(row, "reported_at"),
                row.getString("reported_by"));
    }
}
