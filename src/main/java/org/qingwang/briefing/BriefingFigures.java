package org.qingwang.briefing;

import static org.qingwang.casefile.Columns.array;
import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.utc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.indicator.CountedCase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code briefing_figure}, {@code briefing_total}, {@code briefing_line}, {@code briefing_behind} and {@code
 * briefing_former}: a version with all its lists.
 */
@Repository
class BriefingFigures {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    BriefingFigures(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** What an indicator comes to in the period, and since the campaign began. */
    record Total(BigDecimal value, BigDecimal cumulative) {}

    /**
     * What is behind a figure.
     *
     * @param cases one that two agencies reported counts for each
     * @param late lines that were entered after their period
     */
    record Behind(long cases, long late) {

        static final Behind NOTHING = new Behind(0, 0);
    }

    /** An indicator in a period that is over. */
    record Earlier(String indicator, BigDecimal value, long cases) {}

    /** A version of a briefing, and what an indicator came to in it; the total is null if it does not count it. */
    record Standing(Briefing briefing, int version, Total total) {}

    void addFigures(String briefingNo, int version, Collection<Figure> figures) {
        template.batchUpdate(
                "insert into briefing_figure values (?, ?, ?, ?, ?, ?, ?)",
                figures.stream()
                        .map(one -> new Object[] {
                            briefingNo,
                            version,
                            one.indicator(),
                            one.reporter(),
                            one.listed(),
                            one.reported(),
                            one.reason()
                        })
                        .toList());
    }

    void addLines(String briefingNo, int version, String indicator, Collection<CountedCase> lines) {
        template.batchUpdate(
                "insert into briefing_line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                new ArrayList<>(lines),
                BATCH,
                (statement, line) -> {
                    statement.setString(1, briefingNo);
                    statement.setInt(2, version);
                    statement.setString(3, indicator);
                    statement.setLong(4, line.eventId());
                    statement.setString(5, line.standing().name());
                    statement.setString(6, line.caseNo());
                    statement.setString(7, line.agency().id());
                    statement.setObject(8, line.day());
                    statement.setObject(9, utc(line.enteredAt()));
                    statement.setBigDecimal(10, line.amount());
                    statement.setString(11, line.goods());
                    statement.setString(12, line.platform());
                    statement.setString(13, line.right());
                });
    }

    void setTotal(String briefingNo, int version, String indicator, Total total) {
        jdbc.sql("""
                        insert into briefing_total values (:no, :version, :indicator, :value, :cumulative)
                        on conflict (briefing_no, version, indicator) do update
                        set value = excluded.value, cumulative = excluded.cumulative
                        """)
                .param("no", briefingNo)
                .param("version", version)
                .param("indicator", indicator)
                .param("value", total.value())
                .param("cumulative", total.cumulative())
                .update();
    }

    /** A version begins as what the one before it was. */
    void copy(String briefingNo, int from, int to) {
        for (String statement : List.of(
                "insert into briefing_figure select briefing_no, :to, indicator, reporter, listed, reported, reason"
                        + " from briefing_figure where briefing_no = :no and version = :from",
                "insert into briefing_total select briefing_no, :to, indicator, value, cumulative"
                        + " from briefing_total where briefing_no = :no and version = :from",
                "insert into briefing_line select briefing_no, :to, indicator, event_id, standing, case_no, agency, day,"
                        + " entered_at, amount, goods, platform, right_name"
                        + " from briefing_line where briefing_no = :no and version = :from")) {
            jdbc.sql(statement)
                    .param("to", to)
                    .param("from", from)
                    .param("no", briefingNo)
                    .update();
        }
    }

    void setReported(String briefingNo, int version, Figure figure) {
        jdbc.sql("""
                        insert into briefing_figure values (:no, :version, :indicator, :reporter, null, :reported, :reason)
                        on conflict (briefing_no, version, indicator, reporter) do update
                        set reported = excluded.reported, reason = excluded.reason
                        """)
                .param("no", briefingNo)
                .param("version", version)
                .param("indicator", figure.indicator())
                .param("reporter", figure.reporter())
                .param("reported", figure.reported())
                .param("reason", figure.reason())
                .update();
    }

    List<Figure> figures(String briefingNo, int version) {
        return jdbc.sql("select * from briefing_figure where briefing_no = :no and version = :version"
                        + " order by reporter, indicator")
                .param("no", briefingNo)
                .param("version", version)
                .query((row, number) -> new Figure(
                        row.getString("indicator"),
                        row.getString("reporter"),
                        row.getBigDecimal("listed"),
                        row.getBigDecimal("reported"),
                        row.getString("reason")))
                .list();
    }

    Map<String, Total> totals(String briefingNo, int version) {
        Map<String, Total> totals = new LinkedHashMap<>();
        jdbc.sql("select * from briefing_total where briefing_no = :no and version = :version order by indicator")
                .param("no", briefingNo)
                .param("version", version)
                .query(row -> {
                    totals.put(
                            row.getString("indicator"),
                            new Total(row.getBigDecimal("value"), row.getBigDecimal("cumulative")));
                });
        return totals;
    }

    /** Counts what is behind each figure, once all its lists are there. */
    void countBehind(String briefingNo) {
        jdbc.sql("""
                        insert into briefing_behind
                        select briefing_no, indicator, agency, count(distinct case_no),
                               count(*) filter (where standing = 'LATE')
                        from briefing_line where briefing_no = :no and version = 1
                        group by briefing_no, indicator, agency
                        """).param("no", briefingNo).update();
    }

    /** @return by indicator and agency, how many cases are behind its figure; every version of a briefing has the same */
    Map<String, Map<String, Long>> casesBehind(String briefingNo) {
        Map<String, Map<String, Long>> behind = new HashMap<>();
        jdbc.sql("select * from briefing_behind where briefing_no = :no")
                .param("no", briefingNo)
                .query(row -> {
                    behind.computeIfAbsent(row.getString("indicator"), key -> new HashMap<>())
                            .put(row.getString("agency"), row.getLong("cases"));
                });
        return behind;
    }

    /** @return what is behind each indicator that has a list */
    Map<String, Behind> behind(String briefingNo) {
        Map<String, Behind> behind = new HashMap<>();
        jdbc.sql("select indicator, sum(cases) as cases, sum(late) as late from briefing_behind"
                        + " where briefing_no = :no group by indicator")
                .param("no", briefingNo)
                .query(row -> {
                    behind.put(row.getString("indicator"), new Behind(row.getLong("cases"), row.getLong("late")));
                });
        return behind;
    }

    /** What indicators came to in a campaign's periods before a day, as they stand now, the earliest first. */
    List<Earlier> earlier(String campaignNo, LocalDate day, Collection<String> indicators) {
        return jdbc.sql("""
                        select t.indicator, t.value, coalesce(sum(h.cases), 0) as cases
                        from briefing b
                        join briefing_total t on t.briefing_no = b.briefing_no and t.version = b.version
                        left join briefing_behind h on h.briefing_no = t.briefing_no and h.indicator = t.indicator
                        where b.campaign_no = :campaign and b.to_day < :day and t.indicator = any(:keys::text[])
                        group by b.to_day, t.indicator, t.value
                        order by b.to_day
                        """)
                .param("campaign", campaignNo)
                .param("day", day)
                .param("keys", array(indicators))
                .query((row, number) ->
                        new Earlier(row.getString("indicator"), row.getBigDecimal("value"), row.getLong("cases")))
                .list();
    }

    /** What an indicator came to in every version of a campaign's briefings before a day, the newest first. */
    List<Standing> standings(String campaignNo, LocalDate day, String indicator) {
        return jdbc.sql("""
                        select b.*, v.version as of_version, t.value, t.cumulative
                        from briefing b
                        join briefing_version v on v.briefing_no = b.briefing_no
                        left join briefing_total t on t.briefing_no = v.briefing_no and t.version = v.version
                                                   and t.indicator = :indicator
                        where b.campaign_no = :campaign and b.to_day < :day
                        order by b.to_day desc, v.version desc
                        """)
                .param("campaign", campaignNo)
                .param("day", day)
                .param("indicator", indicator)
                .query((row, number) -> new Standing(
                        Briefings.briefing(row, number),
                        row.getInt("of_version"),
                        row.getBigDecimal("value") == null
                                ? null
                                : new Total(row.getBigDecimal("value"), row.getBigDecimal("cumulative"))))
                .list();
    }

    /** Notes what an indicator came to before it was changed. */
    void addFormer(String briefingNo, int version, String indicator, BigDecimal number) {
        jdbc.sql("insert into briefing_former values (:no, :version, :indicator, :number) on conflict do nothing")
                .param("no", briefingNo)
                .param("version", version)
                .param("indicator", indicator)
                .param("number", number)
                .update();
    }

    /** @return by indicator, numbers it no longer comes to in this version */
    Map<String, List<BigDecimal>> former(String briefingNo, int version) {
        Map<String, List<BigDecimal>> former = new LinkedHashMap<>();
        jdbc.sql("select * from briefing_former where briefing_no = :no and version = :version"
                        + " order by indicator, number")
                .param("no", briefingNo)
                .param("version", version)
                .query(row -> {
                    former.computeIfAbsent(row.getString("indicator"), key -> new ArrayList<>())
                            .add(row.getBigDecimal("number"));
                });
        return former;
    }

    /** The list behind a figure, in the order of the days. */
    List<CountedCase> lines(String briefingNo, int version, String indicator) {
        return jdbc.sql("""
                        select * from briefing_line
                        where briefing_no = :no and version = :version and indicator = :indicator
                        order by day, event_id
                        """)
                .param("no", briefingNo)
                .param("version", version)
                .param("indicator", indicator)
                .query(BriefingFigures::line)
                .list();
    }

    /** The lists behind a figure of all a campaign's briefings until a day; every version of a briefing has the same. */
    List<CountedCase> linesUntil(String campaignNo, LocalDate last, String indicator) {
        return jdbc.sql("""
                        select l.* from briefing b join briefing_line l on l.briefing_no = b.briefing_no and l.version = 1
                        where b.campaign_no = :campaign and b.to_day <= :last and l.indicator = :indicator
                        order by l.day, l.event_id
                        """)
                .param("campaign", campaignNo)
                .param("last", last)
                .param("indicator", indicator)
                .query(BriefingFigures::line)
                .list();
    }

    private static CountedCase line(ResultSet row, int number) throws SQLException {
        return new CountedCase(
                row.getString("case_no"),
                row.getLong("event_id"),
                jurisdiction(row, "agency"),
                row.getObject("day", LocalDate.class),
                instant(row, "entered_at"),
                row.getBigDecimal("amount"),
                CountedCase.Standing.valueOf(row.getString("standing")),
                row.getString("goods"),
                row.getString("platform"),
                row.getString("right_name"));
    }
}
