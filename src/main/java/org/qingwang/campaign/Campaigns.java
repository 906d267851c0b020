package org.qingwang.campaign;

import static org.qingwang.casefile.Columns.array;
import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.texts;
import static org.qingwang.casefile.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.Officer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code campaign}, {@code campaign_phase} and {@code campaign_agency}. */
@Repository
class Campaigns {

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('campaign_number')").query(Long.class).single();
    }

    void add(String campaignNo, CampaignPlan plan, Instant at, String by, String byName) {
        bound(jdbc.sql("""
                        insert into campaign (campaign_no, name, name_zh, document_no, legal_basis, stage, first_day, last_day,
                                              planned_last_day, goods, platforms, regions, agencies, supervision_criteria,
                                              indicator_set, returns_on, drafted_at, drafted_by, drafted_name)
                        values (:no, :name, :nameZh, :document, :basis, 'PLANNED', :first, :last, :last, :goods, :platforms,
                                :regions, :agencies, :criteria, :indicators, :weekday, :at, :by, :byName)
                        """), campaignNo, plan)
                .param("at", utc(at))
                .param("by", by)
                .param("byName", byName)
                .update();
        addPhases(campaignNo, plan.phases());
    }

    /** A plan that was returned, drafted anew. */
    void revise(String campaignNo, CampaignPlan plan, Instant at, String by, String byName) {
        bound(jdbc.sql("""
                        update campaign
                        set name = :name, name_zh = :nameZh, document_no = :document, legal_basis = :basis,
                            stage = 'PLANNED', first_day = :first, last_day = :last, planned_last_day = :last,
                            goods = :goods, platforms = :platforms, regions = :regions, agencies = :agencies,
                            supervision_criteria = :criteria, indicator_set = :indicators, returns_on = :weekday,
                            drafted_at = :at, drafted_by = :by, drafted_name = :byName
                        where campaign_no = :no
                        """), campaignNo, plan)
                .param("at", utc(at))
                .param("by", by)
                .param("byName", byName)
                .update();
        jdbc.sql("delete from campaign_phase where campaign_no = :no")
                .param("no", campaignNo)
                .update();
        addPhases(campaignNo, plan.phases());
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, String campaignNo, CampaignPlan plan) {
        return statement
                .param("no", campaignNo)
                .param("name", plan.name())
                .param("nameZh", plan.nameZh())
                .param("document", plan.documentNo())
                .param("basis", plan.legalBasis())
                .param("first", plan.firstDay())
                .param("last", plan.lastDay())
                .param("goods", array(plan.goods()))
                .param("platforms", array(plan.platforms()))
                .param("regions", array(plan.regions()))
                .param("agencies", plan.agencies().stream().map(Agency::key).toArray(String[]::new))
                .param("criteria", plan.supervisionCriteria())
                .param("indicators", plan.indicatorSet())
                .param("weekday", plan.returnsOn().getValue());
    }

    private void addPhases(String campaignNo, List<Phase> phases) {
        for (int position = 0; position < phases.size(); position++) {
            Phase phase = phases.get(position);
            jdbc.sql("insert into campaign_phase (campaign_no, position, name, first_day, last_day)"
                            + " values (:no, :position, :name, :first, :last)")
                    .param("no", campaignNo)
                    .param("position", position)
                    .param("name", phase.name())
                    .param("first", phase.firstDay())
                    .param("last", phase.lastDay())
                    .update();
        }
    }

    Optional<Campaign> find(String campaignNo) {
        return read("select * from campaign where campaign_no = :no", campaignNo);
    }

    /** @throws IllegalStateException if there is no such campaign */
    Campaign lockOrFail(String campaignNo) {
        return read("select * from campaign where campaign_no = :no for update", campaignNo)
                .orElseThrow(() -> new IllegalStateException("no campaign " + campaignNo));
    }

    /** @return number of the campaign a document orders */
    Optional<String> orderedBy(String documentNo) {
        return jdbc.sql("select campaign_no from campaign where document_no = :document and stage <> 'CALLED_OFF'")
                .param("document", documentNo)
                .query(String.class)
                .optional();
    }

    void approve(String campaignNo, Instant at, String by) {
        jdbc.sql("update campaign set stage = 'ISSUED', remarks = null, approved_at = :at, approved_name = :by"
                        + " where campaign_no = :no")
                .param("at", utc(at))
                .param("by", by)
                .param("no", campaignNo)
                .update();
    }

    void sendBack(String campaignNo, String remarks) {
        jdbc.sql("update campaign set stage = 'RETURNED', remarks = :remarks where campaign_no = :no")
                .param("remarks", remarks)
                .param("no", campaignNo)
                .update();
    }

    void launch(String campaignNo, Campaign.Launch launch) {
        jdbc.sql("""
                        update campaign set stage = 'RUNNING', launch_day = :day, launch_agenda = :agenda,
                            launch_attendees = :attendees, launch_minutes = :minutes
                        where campaign_no = :no
                        """)
                .param("day", launch.day())
                .param("agenda", launch.agenda())
                .param("attendees", launch.attendees())
                .param("minutes", launch.minutes())
                .param("no", campaignNo)
                .update();
    }

    void change(String campaignNo, LocalDate lastDay, List<String> regions) {
        jdbc.sql("update campaign set last_day = :last, regions = :regions where campaign_no = :no")
                .param("last", lastDay)
                .param("regions", array(regions))
                .param("no", campaignNo)
                .update();
    }

    void evaluate(String campaignNo, String words) {
        jdbc.sql("update campaign set evaluation = :words where campaign_no = :no")
                .param("words", words)
                .param("no", campaignNo)
                .update();
    }

    void stage(String campaignNo, Campaign.Stage stage) {
        jdbc.sql("update campaign set stage = :stage where campaign_no = :no")
                .param("stage", stage.name())
                .param("no", campaignNo)
                .update();
    }

    void end(String campaignNo, Campaign.Stage stage, Instant at) {
        jdbc.sql("update campaign set stage = :stage, ended_at = :at where campaign_no = :no")
                .param("stage", stage.name())
                .param("at", utc(at))
                .param("no", campaignNo)
                .update();
    }

    private Optional<Campaign> read(String sql, String campaignNo) {
        return jdbc.sql(sql)
                .param("no", campaignNo)
                .query((row, number) -> row(row, phasesOf(campaignNo)))
                .optional();
    }

    private List<Phase> phasesOf(String campaignNo) {
        return jdbc.sql("select * from campaign_phase where campaign_no = :no order by position")
                .param("no", campaignNo)
                .query((row, number) -> new Phase(
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /**
     * Campaigns without their phases, newest first.
     *
     * @param jurisdictions whose campaigns; null for all
     */
    List<Campaign> all(List<Jurisdiction> jurisdictions) {
        String mine = jurisdictions == null
                ? ""
                : " where exists (select from campaign_agency a where a.campaign_no = c.campaign_no"
                        + " and a.jurisdiction = any (:jurisdictions::text[]))";
        return jdbc.sql("select * from campaign c" + mine + " order by first_day desc, campaign_no desc")
                .param(
                        "jurisdictions",
                        jurisdictions == null
                                ? null
                                : jurisdictions.stream().map(Jurisdiction::id).toArray(String[]::new))
                .query((row, number) -> row(row, List.of()))
                .list();
    }

    /** @return campaigns that are under way, without their phases, the latest begun first */
    List<Campaign> running() {
        return jdbc.sql("select * from campaign where stage = 'RUNNING' order by first_day desc, campaign_no desc")
                .query((row, number) -> row(row, List.of()))
                .list();
    }

    List<CampaignAgency> agenciesOf(String campaignNo) {
        return jdbc.sql("select * from campaign_agency where campaign_no = :no order by jurisdiction")
                .param("no", campaignNo)
                .query((row, number) -> agency(row))
                .list();
    }

    Optional<CampaignAgency> agency(String campaignNo, Jurisdiction jurisdiction) {
        return jdbc.sql("select * from campaign_agency where campaign_no = :no and jurisdiction = :jurisdiction")
                .param("no", campaignNo)
                .param("jurisdiction", jurisdiction.id())
                .query((row, number) -> agency(row))
                .optional();
    }

    /** An agency that left and is asked again keeps the liaison it named. */
    CampaignAgency addAgency(String campaignNo, Jurisdiction jurisdiction, Instant at) {
        return jdbc.sql("""
                        insert into campaign_agency (campaign_no, jurisdiction, notified_at) values (:no, :jurisdiction, :at)
                        on conflict (campaign_no, jurisdiction) do update
                        set left_at = null, late_at = null, notified_at = excluded.notified_at
                        returning *
                        """)
                .param("no", campaignNo)
                .param("jurisdiction", jurisdiction.id())
                .param("at", utc(at))
                .query((row, number) -> agency(row))
                .single();
    }

    void name(
            String campaignNo,
            Jurisdiction jurisdiction,
            Officer liaison,
            String telephone,
            Instant at,
            String confirmedBy) {
        jdbc.sql("""
                        update campaign_agency set liaison_id = :id, liaison_name = :name, telephone = :telephone,
                            confirmed_at = :at, confirmed_by = :by
                        where campaign_no = :no and jurisdiction = :jurisdiction
                        """)
                .param("id", liaison.id())
                .param("name", liaison.name())
                .param("telephone", telephone)
                .param("at", utc(at))
                .param("by", confirmedBy)
                .param("no", campaignNo)
                .param("jurisdiction", jurisdiction.id())
                .update();
    }

    void late(String campaignNo, Jurisdiction jurisdiction, Instant at) {
        mark("late_at", campaignNo, jurisdiction, at);
    }

    void left(String campaignNo, Jurisdiction jurisdiction, Instant at) {
        mark("left_at", campaignNo, jurisdiction, at);
    }

    private void mark(String column, String campaignNo, Jurisdiction jurisdiction, Instant at) {
        jdbc.sql("update campaign_agency set " + column
                        + " = :at where campaign_no = :no and jurisdiction = :jurisdiction")
                .param("at", utc(at))
                .param("no", campaignNo)
                .param("jurisdiction", jurisdiction.id())
                .update();
    }

    /** Whether somebody sees a campaign. */
    boolean maySee(Actor actor, String campaignNo) {
        return actor.seesEverything()
                || agenciesOf(campaignNo).stream().anyMatch(agency -> actor.worksFor(agency.jurisdiction()));
    }

    private static CampaignAgency agency(ResultSet row) throws SQLException {
        return new CampaignAgency(
                row.getString("campaign_no"),
                jurisdiction(row, "jurisdiction"),
                instant(row, "notified_at"),
                row.getString("liaison_id"),
                row.getString("liaison_name"),
                row.getString("telephone"),
                instant(row, "confirmed_at"),
                row.getString("confirmed_by"),
                instant(row, "late_at"),
                instant(row, "left_at"));
    }

    private static Campaign row(ResultSet row, List<Phase> phases) throws SQLException {
        return new Campaign(
                row.getString("campaign_no"),
                plan(row, phases),
                row.getObject("planned_last_day", LocalDate.class),
                Campaign.Stage.valueOf(row.getString("stage")),
                instant(row, "drafted_at"),
                row.getString("drafted_by"),
                row.getString("drafted_name"),
                row.getString("remarks"),
                instant(row, "approved_at"),
                row.getString("approved_name"),
                launch(row),
                row.getString("evaluation"),
                instant(row, "ended_at"));
    }

    private static CampaignPlan plan(ResultSet row, List<Phase> phases) throws SQLException {
        return new CampaignPlan(
                row.getString("name"),
                row.getString("name_zh"),
                row.getString("document_no"),
                row.getString("legal_basis"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                phases,
                texts(row, "goods"),
                texts(row, "platforms"),
                texts(row, "regions"),
                texts(row, "agencies").stream()
                        .map(key -> Agency.ofKey(key).orElseThrow())
                        .toList(),
                row.getString("supervision_criteria"),
                row.getString("indicator_set"),
                DayOfWeek.of(row.getInt("returns_on")));
    }

    private static Campaign.Launch launch(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("launch_day", LocalDate.class);
        return day == null
                ? null
                : new Campaign.Launch(
                        day,
                        row.getString("launch_agenda"),
                        row.getString("launch_attendees"),
                        row.getString("launch_minutes"));
    }
}
