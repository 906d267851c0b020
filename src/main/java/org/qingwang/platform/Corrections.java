package org.qingwang.platform;

import static java.sql.Types.DATE;
import static java.sql.Types.NUMERIC;
import static java.sql.Types.VARCHAR;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code platform_correction}. */
@Repository
class Corrections {

    private static final String NEWEST =
            " where notice_no = :no and round = (select max(round) from platform_correction where notice_no = :no)";

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String noticeNo, MeasuresTaken answer, Instant at) {
        jdbc.sql("""
                        insert into platform_correction (notice_no, round, opened_at, answer, answer_reason)
                        select :no, coalesce(max(round), 0) + 1, :at, :answer, :reason
                        from platform_correction where notice_no = :no
                        """)
                .param("no", noticeNo)
                .param("at", utc(at))
                .param("answer", answer.answer().name())
                .param("reason", answer.reason(), VARCHAR)
                .update();
    }

    void setOrder(String noticeNo, OrderDecision order, Instant at, String by) {
        jdbc.sql("""
                        update platform_correction
                        set order_decision = :decision, order_no = :orderNo, served_on = :served, demands = :demands,
                            order_reason = :reason, order_by = :by, order_at = :at
                        """ + NEWEST)
                .param("no", noticeNo)
                .param("decision", order.decision().name())
                .param("orderNo", order.orderNo(), VARCHAR)
                .param("served", order.servedOn(), DATE)
                .param("demands", order.demands(), VARCHAR)
                .param("reason", order.reason())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void setCheck(String noticeNo, CorrectionCheck check, Instant at, String by) {
        jdbc.sql("""
                        update platform_correction
                        set check_result = :result, checked_on = :on, finding = :finding, check_by = :by, check_at = :at
                        """ + NEWEST)
                .param("no", noticeNo)
                .param("result", check.result().name())
                .param("on", check.checkedOn())
                .param("finding", check.finding())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void setFine(String noticeNo, FineDecision fine, Correction.Range range, Instant at, String by) {
        jdbc.sql("""
                        update platform_correction
                        set fine_decision = :decision, serious = :serious, fine = :fine, decision_no = :decisionNo,
                            decided_on = :on, fine_reason = :reason, fine_by = :by, fine_at = :at,
                            range_rule = :rule, range_version = :version, range_minimum = :minimum, range_maximum = :maximum
                        """ + NEWEST)
                .param("no", noticeNo)
                .param("decision", fine.decision().name())
                .param("serious", fine.serious())
                .param("fine", fine.fine(), NUMERIC)
                .param("decisionNo", fine.decisionNo(), VARCHAR)
                .param("on", fine.decidedOn())
                .param("reason", fine.reason())
                .param("by", by)
                .param("at", utc(at))
                .param("rule", range.rule())
                .param("version", range.version())
                .param("minimum", range.minimum())
                .param("maximum", range.maximum())
                .update();
    }

    /** The first round first. */
    List<Correction> of(String noticeNo) {
        return jdbc.sql("select * from platform_correction where notice_no = :no order by round")
                .param("no", noticeNo)
                .query(Corrections::map)
                .list();
    }

    private static Correction map(ResultSet row, int number) throws SQLException {
        String order = row.getString("order_decision");
        String check = row.getString("check_result");
        String fine = row.getString("fine_decision");
        return new Correction(
                row.getInt("round"),
                MeasuresTaken.Answer.valueOf(row.getString("answer")),
                row.getString("answer_reason"),
                order == null
                        ? null
                        : new OrderDecision(
                                OrderDecision.Kind.valueOf(order),
                                row.getString("order_no"),
                                day(row, "served_on"),
                                row.getString("demands"),
                                row.getString("order_reason")),
                check == null
                        ? null
                        : new CorrectionCheck(
                                CorrectionCheck.Result.valueOf(check),
                                day(row, "checked_on"),
                                row.getString("finding")),
                fine == null
                        ? null
                        : new FineDecision(
                                FineDecision.Kind.valueOf(fine),
                                row.getBoolean("serious"),
                                row.getBigDecimal("fine"),
                                row.getString("decision_no"),
                                day(row, "decided_on"),
                                row.getString("fine_reason")),
                fine == null
                        ? null
                        : new Correction.Range(
                                row.getString("range_rule"),
                                day(row, "range_version"),
                                row.getBigDecimal("range_minimum"),
                                row.getBigDecimal("range_maximum")));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
