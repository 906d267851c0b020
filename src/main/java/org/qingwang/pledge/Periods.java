package org.qingwang.pledge;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code pledge_period}, {@code pledge_return}, {@code pledge_figure} and {@code pledge_finding}. */
@Repository
class Periods {

    private final JdbcClient jdbc;

    Periods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String pledgeNo, int number, LocalDate from, LocalDate until, Instant at) {
        jdbc.sql("insert into pledge_period (pledge_no, number, from_day, until_day, stage, asked_at)"
                        + " values (:no, :number, :from, :until, 'RETURN', :at)")
                .param("no", pledgeNo)
                .param("number", number)
                .param("from", from)
                .param("until", until)
                .param("at", Pledges.utc(at))
                .update();
    }

    /** @return oldest first */
    List<Period> of(String pledgeNo) {
        return jdbc.sql("select * from pledge_period where pledge_no = :no order by number")
                .param("no", pledgeNo)
                .query(Periods::row)
                .list();
    }

    Optional<Period> open(String pledgeNo) {
        return jdbc.sql("select * from pledge_period where pledge_no = :no and stage <> 'CLOSED'")
                .param("no", pledgeNo)
                .query(Periods::row)
                .optional();
    }

    /** A later return stands beside the ones before; the last one counts. */
    void addReturn(Period period, FirmReturned sent) {
        jdbc.sql("insert into pledge_return (pledge_no, period, round, remark, sent_at, sent_by)"
                        + " values (:no, :period, :round, :remark, :at, :by)")
                .param("no", period.pledgeNo())
                .param("period", period.number())
                .param("round", sent.round())
                .param("remark", sent.remark())
                .param("at", Pledges.utc(sent.at()))
                .param("by", sent.by())
                .update();
        sent.figures().forEach(figure -> addFigure(period, sent.round(), figure));
        change(period, "returned_at = :value", Pledges.utc(sent.at()));
        change(period, "remark = :value", sent.remark());
    }

    private void addFigure(Period period, int round, Figure figure) {
        jdbc.sql("insert into pledge_figure (pledge_no, period, round, measure, value, source)"
                        + " values (:no, :period, :round, :measure, :value, :source)")
                .param("no", period.pledgeNo())
                .param("period", period.number())
                .param("round", round)
                .param("measure", figure.measure())
                .param("value", figure.value())
                .param("source", figure.source())
                .update();
    }

    /** @return the returns of a period, the last one first */
    List<FirmReturned> returns(Period period) {
        return jdbc.sql("select * from pledge_return where pledge_no = :no and period = :period order by round desc")
                .param("no", period.pledgeNo())
                .param("period", period.number())
                .query((row, number) -> new FirmReturned(
                        row.getInt("round"),
                        figures(period, row.getInt("round")),
                        row.getString("remark"),
                        Pledges.instant(row, "sent_at"),
                        row.getString("sent_by")))
                .list();
    }

    void missing(Period period) {
        change(period, "missing = :value", true);
    }

    void stage(Period period, Period.Stage stage) {
        change(period, "stage = :value", stage.name());
    }

    void checked(Period period, String words, Integer days) {
        change(period, "checked_words = :value", words);
        change(period, "correction_days = :value", days);
    }

    void corrected(Period period, String words, Instant at) {
        change(period, "correction_given = :value", words);
        change(period, "corrected_at = :value", Pledges.utc(at));
    }

    void rechecked(Period period, String words) {
        change(period, "recheck_words = :value", words);
    }

    void close(Period period, Period.Result result, String words, Instant at) {
        jdbc.sql("update pledge_period set stage = 'CLOSED', result = :result, result_words = :words, closed_at = :at"
                        + " where pledge_no = :no and number = :number")
                .param("result", result.name())
                .param("words", words)
                .param("at", Pledges.utc(at))
                .param("no", period.pledgeNo())
                .param("number", period.number())
                .update();
    }

    /** @param assignment a constant of this class */
    private void change(Period period, String assignment, Object value) {
        jdbc.sql("update pledge_period set " + assignment + " where pledge_no = :no and number = :number")
                .param("value", value)
                .param("no", period.pledgeNo())
                .param("number", period.number())
                .update();
    }

    private List<Figure> figures(Period period, int round) {
        return jdbc.sql("select measure, value, source from pledge_figure"
                        + " where pledge_no = :no and period = :period and round = :round order by measure")
                .param("no", period.pledgeNo())
                .param("period", period.number())
                .param("round", round)
                .query((row, number) -> new Figure(
                        row.getString("measure"), plain(row.getBigDecimal("value")), row.getString("source")))
                .list();
    }

    /** Puts what was found, or that it is to be looked at, in the place of what was there. */
    void put(Period period, Finding finding) {
        jdbc.sql("""
                        insert into pledge_finding (pledge_no, period, number, result, value, words, found_at, found_by)
                        values (:no, :period, :number, :result, :value, :words, :at, :by)
                        on conflict (pledge_no, period, number) do update
                        set result = excluded.result, value = excluded.value, words = excluded.words,
                            found_at = excluded.found_at, found_by = excluded.found_by
                        """)
                .param("no", period.pledgeNo())
                .param("period", period.number())
                .param("number", finding.number())
                .param(
                        "result",
                        finding.result() == null ? null : finding.result().name())
                .param("value", finding.value())
                .param("words", finding.words())
                .param("at", finding.foundAt() == null ? null : Pledges.utc(finding.foundAt()))
                .param("by", finding.foundBy())
                .update();
    }

    List<Finding> findings(Period period) {
        return jdbc.sql("select * from pledge_finding where pledge_no = :no and period = :period order by number")
                .param("no", period.pledgeNo())
                .param("period", period.number())
                .query((row, number) -> new Finding(
                        row.getInt("number"),
                        row.getString("result") == null ? null : Finding.Result.valueOf(row.getString("result")),
                        plain(row.getBigDecimal("value")),
                        row.getString("words"),
                        Pledges.instant(row, "found_at"),
                        row.getString("found_by")))
                .list();
    }

    private static BigDecimal plain(BigDecimal value) {
        return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    private static Period row(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new Period(
                row.getString("pledge_no"),
                row.getInt("number"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                Period.Stage.valueOf(row.getString("stage")),
                Pledges.instant(row, "returned_at"),
                row.getString("remark"),
                row.getBoolean("missing"),
                row.getString("checked_words"),
                row.getObject("correction_days", Integer.class),
                row.getString("correction_given"),
                row.getString("recheck_words"),
                result == null ? null : Period.Result.valueOf(result),
                row.getString("result_words"));
    }
}
