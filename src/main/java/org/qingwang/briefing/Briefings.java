package org.qingwang.briefing;

import static org.qingwang.casefile.Columns.array;
import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.texts;
import static org.qingwang.casefile.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingwang.briefing.Briefing.Stage;
import org.qingwang.indicator.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code briefing} and {@code briefing_version}. */
@Repository
class Briefings {

    private final JdbcClient jdbc;

    Briefings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('briefing_number')").query(Long.class).single();
    }

    /** @return whether there was none for this campaign and day */
    boolean add(Briefing briefing) {
        return jdbc.sql("""
                                insert into briefing (briefing_no, campaign_no, begin_day, from_day, to_day, indicators,
                                                      stage, version, asked_at)
                                values (:no, :campaign, :begin, :from, :to, :indicators::text[], :stage, :version, :at)
                                on conflict (campaign_no, to_day) do nothing
                                """)
                        .param("no", briefing.briefingNo())
                        .param("campaign", briefing.campaignNo())
                        .param("begin", briefing.span().begin())
                        .param("from", briefing.span().from())
                        .param("to", briefing.span().to())
                        .param("indicators", array(briefing.indicators()))
                        .param("stage", briefing.stage().name())
                        .param("version", briefing.version())
                        .param("at", utc(briefing.askedAt()))
                        .update()
                == 1;
    }

    Optional<Briefing> find(String briefingNo) {
        return one("select * from briefing where briefing_no = :no", briefingNo);
    }

    Optional<Briefing> lock(String briefingNo) {
        return one("select * from briefing where briefing_no = :no for no key update", briefingNo);
    }

    private Optional<Briefing> one(String statement, String briefingNo) {
        return jdbc.sql(statement)
                .param("no", briefingNo)
                .query(Briefings::briefing)
                .optional();
    }

    /** The newest of a campaign before a day. */
    Optional<Briefing> before(String campaignNo, LocalDate day) {
        return jdbc.sql("""
                        select * from briefing where campaign_no = :campaign and to_day < :day
                        order by to_day desc limit 1
                        """)
                .param("campaign", campaignNo)
                .param("day", day)
                .query(Briefings::briefing)
                .optional();
    }

    /** The newest of a campaign that has figures. */
    Optional<Briefing> newestCompiled(String campaignNo) {
        return jdbc.sql("select * from briefing where campaign_no = :campaign and stage <> :returns"
                        + " order by to_day desc limit 1")
                .param("campaign", campaignNo)
                .param("returns", Stage.RETURNS.name())
                .query(Briefings::briefing)
                .optional();
    }

    /** @return the newest first, of one campaign or all */
    List<Briefing> newest(Optional<String> campaignNo, int from, int most) {
        return jdbc.sql("select * from briefing where (:all or campaign_no = :campaign)"
                        + " order by to_day desc, briefing_no desc limit :most offset :from")
                .param("all", campaignNo.isEmpty())
                .param("campaign", campaignNo.orElse(""))
                .param("most", most)
                .param("from", from)
                .query(Briefings::briefing)
                .list();
    }

    /** @return the newest first; only those of which a version is published */
    List<Briefing> published(int from, int most) {
        return jdbc.sql("""
                        select b.* from briefing b
                        where exists (select from briefing_version v
                                      where v.briefing_no = b.briefing_no and v.published_at is not null)
                        order by b.to_day desc, b.briefing_no desc limit :most offset :from
                        """)
                .param("most", most)
                .param("from", from)
                .query(Briefings::briefing)
                .list();
    }

    void move(String briefingNo, Stage stage, int version) {
        jdbc.sql("update briefing set stage = :stage, version = :version where briefing_no = :no")
                .param("stage", stage.name())
                .param("version", version)
                .param("no", briefingNo)
                .update();
    }

    void addVersion(BriefingVersion version) {
        jdbc.sql("""
                        insert into briefing_version (briefing_no, version, compiled_at, narrative, narrative_zh, reason)
                        values (:no, :version, :at, :en, :zh, :reason)
                        """)
                .param("no", version.briefingNo())
                .param("version", version.version())
                .param("at", utc(version.compiledAt()))
                .param("en", version.narrative())
                .param("zh", version.narrativeZh())
                .param("reason", version.reason())
                .update();
    }

    List<BriefingVersion> versions(String briefingNo) {
        return jdbc.sql("select * from briefing_version where briefing_no = :no order by version desc")
                .param("no", briefingNo)
                .query(Briefings::version)
                .list();
    }

    Optional<BriefingVersion> version(String briefingNo, int version) {
        return versions(briefingNo).stream()
                .filter(one -> one.version() == version)
                .findFirst();
    }

    void setNarrative(String briefingNo, int version, String english, String chinese) {
        jdbc.sql("update briefing_version set narrative = :en, narrative_zh = :zh where briefing_no = :no"
                        + " and version = :version")
                .param("en", english)
                .param("zh", chinese)
                .param("no", briefingNo)
                .param("version", version)
                .update();
    }

    void setDrafted(String briefingNo, int version, String by, String name) {
        jdbc.sql("update briefing_version set drafted_by = :by, drafted_name = :name where briefing_no = :no"
                        + " and version = :version")
                .param("by", by)
                .param("name", name)
                .param("no", briefingNo)
                .param("version", version)
                .update();
    }

    /** @param approvedBy null if it was sent back */
    void setReviewed(String briefingNo, int version, String approvedBy, String remarks) {
        jdbc.sql("update briefing_version set reviewed_name = :by, remarks = :remarks where briefing_no = :no"
                        + " and version = :version")
                .param("by", approvedBy)
                .param("remarks", remarks)
                .param("no", briefingNo)
                .param("version", version)
                .update();
    }

    void setPublished(String briefingNo, int version, Instant at) {
        jdbc.sql("update briefing_version set published_at = :at where briefing_no = :no and version = :version")
                .param("at", utc(at))
                .param("no", briefingNo)
                .param("version", version)
                .update();
    }

    static Briefing briefing(ResultSet row, int number) throws SQLException {
        Span span = new Span(day(row, "begin_day"), day(row, "from_day"), day(row, "to_day"));
        return new Briefing(
                row.getString("briefing_no"),
                row.getString("campaign_no"),
                span,
                texts(row, "indicators"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("version"),
                instant(row, "asked_at"));
    }

    private static BriefingVersion version(ResultSet row, int number) throws SQLException {
        return new BriefingVersion(
                row.getString("briefing_no"),
                row.getInt("version"),
                instant(row, "compiled_at"),
                row.getString("narrative"),
                row.getString("narrative_zh"),
                row.getString("reason"),
                row.getString("drafted_by"),
                row.getString("drafted_name"),
                row.getString("remarks"),
                row.getString("reviewed_name"),
                instant(row, "published_at"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
