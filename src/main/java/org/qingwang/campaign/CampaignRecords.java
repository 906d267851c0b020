package org.qingwang.campaign;

import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingwang.campaign.ActivityService.Inspection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done in a campaign: returns asked for, inspections, drives, practices, and overrides of its criteria. */
@Repository
class CampaignRecords {

    private final JdbcClient jdbc;

    CampaignRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That a case or complaint belongs to a campaign, or does not. */
    record CaseOverride(String kind, String subject, boolean included, String reason) {}

    Optional<LocalDate> lastAsked(String campaignNo) {
        return jdbc.sql(
                        "select period_end from campaign_return where campaign_no = :no order by period_end desc limit 1")
                .param("no", campaignNo)
                .query(LocalDate.class)
                .optional();
    }

    void asked(String campaignNo, LocalDate periodEnd, Instant at) {
        jdbc.sql("insert into campaign_return (campaign_no, period_end, asked_at) values (:no, :end, :at)")
                .param("no", campaignNo)
                .param("end", periodEnd)
                .param("at", utc(at))
                .update();
    }

    /** @return false if the same was said before */
    boolean override(String campaignNo, CaseOverride override, Instant at, String by) {
        return jdbc.sql("""
                                insert into campaign_override (campaign_no, kind, subject, included, reason, said_at, said_by)
                                values (:no, :kind, :subject, :included, :reason, :at, :by)
                                on conflict (campaign_no, kind, subject) do update
                                set included = excluded.included, reason = excluded.reason, said_at = excluded.said_at,
                                    said_by = excluded.said_by
                                where campaign_override.included <> excluded.included
                                   or campaign_override.reason <> excluded.reason
                                """)
                        .param("no", campaignNo)
                        .param("kind", override.kind())
                        .param("subject", override.subject())
                        .param("included", override.included())
                        .param("reason", override.reason())
                        .param("at", utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** @return the newest first */
    List<CaseOverride> overrides(String campaignNo) {
        return jdbc.sql("select * from campaign_override where campaign_no = :no order by said_at desc, subject")
                .param("no", campaignNo)
                .query((row, number) -> new CaseOverride(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getBoolean("included"),
                        row.getString("reason")))
                .list();
    }

    void addPractice(String campaignNo, int position, Evaluation.Practice practice) {
        jdbc.sql("insert into campaign_practice (campaign_no, position, title, jurisdiction, words)"
                        + " values (:no, :position, :title, :jurisdiction, :words)")
                .param("no", campaignNo)
                .param("position", position)
                .param("title", practice.title())
                .param("jurisdiction", practice.owner().id())
                .param("words", practice.words())
                .update();
    }

    List<Evaluation.Practice> practices(String campaignNo) {
        return jdbc.sql("select * from campaign_practice where campaign_no = :no order by position")
                .param("no", campaignNo)
                .query((row, number) -> new Evaluation.Practice(
                        row.getString("title"), jurisdiction(row, "jurisdiction"), row.getString("words")))
                .list();
    }

    /** @return false if the same inspection was recorded before */
    boolean addInspection(String campaignNo, Inspection inspection, Instant at, String by) {
        return jdbc.sql("""
                                insert into campaign_inspection (campaign_no, jurisdiction, held_on, findings, recorded_at,
                                                                 recorded_by)
                                select :no, :jurisdiction, :day, :findings, :at, :by
                                where not exists (select from campaign_inspection
                                                  where campaign_no = :no and jurisdiction = :jurisdiction
                                                    and held_on = :day and findings = :findings)
                                """)
                        .param("no", campaignNo)
                        .param("jurisdiction", inspection.jurisdiction().id())
                        .param("day", inspection.day())
                        .param("findings", inspection.findings())
                        .param("at", utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** @return the newest first */
    List<Inspection> inspections(String campaignNo) {
        return jdbc.sql(
                        "select * from campaign_inspection where campaign_no = :no order by held_on desc, inspection_id desc")
                .param("no", campaignNo)
                .query((row, number) -> new Inspection(
                        jurisdiction(row, "jurisdiction"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("findings")))
                .list();
    }

    void addDrive(String campaignNo, String driveNo) {
        jdbc.sql("insert into campaign_drive (campaign_no, drive_no) values (:no, :drive) on conflict do nothing")
                .param("no", campaignNo)
                .param("drive", driveNo)
                .update();
    }

    List<String> drives(String campaignNo) {
        return jdbc.sql("select drive_no from campaign_drive where campaign_no = :no order by drive_no")
                .param("no", campaignNo)
                .query(String.class)
                .list();
    }
}
