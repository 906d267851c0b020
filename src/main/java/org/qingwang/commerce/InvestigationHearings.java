package org.qingwang.commerce;

import static org.qingwang.commerce.Investigations.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code commerce_notice} and {@code commerce_hearing}: how the party was heard in a round of findings. */
@Repository
class InvestigationHearings {

    /** Joins what {@link #map} reads to a round of findings {@code f}. */
    static final String JOINED = """
            left join commerce_notice n on n.investigation_id = f.investigation_id and n.round = f.round
            left join lateral (select * from commerce_hearing h
                where h.investigation_id = n.investigation_id and h.round = n.round
                order by h.id desc limit 1) h on n.answer = 'HEARING'
            """;

    static final String COLUMNS = """
            n.notice_no, n.told_on, n.told_by, n.method as told_method, n.party_kind, n.hearing_offered, n.waived,
            n.answer, n.answered_on, n.words,
            h.hearing_on, h.notice_on as hearing_notice_on, h.place, h.presider, h.closed,
            h.result as hearing_result, h.minutes, h.opinion as hearing_opinion, h.reason as hearing_reason
            """;

    private final JdbcClient jdbc;

    InvestigationHearings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param answer null while the party is waited for */
    void addNotice(long id, int round, PenaltyNotice notice, PartyAnswer answer, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_notice (investigation_id, round, told_at, told_by, notice_no, told_on, method,
                            party_kind, hearing_offered, waived, answer, answered_on, words, answered_at, answered_by)
                        values (:id, :round, :at, :by, :no, :on, :method, :kind, :offered,
                            :waived, :answer, :answeredOn, :words, :answeredAt, :answeredBy)""")
                .param("id", id)
                .param("round", round)
                .param("at", utc(at))
                .param("by", by)
                .param("no", notice.noticeNo())
                .param("on", notice.toldOn())
                .param("method", notice.method().name())
                .param("kind", notice.partyKind().name())
                .param("offered", notice.hearingOffered())
                .param("waived", notice.isWaived())
                .param("answer", answer == null ? null : answer.kind().name())
                .param("answeredOn", answer == null ? null : answer.answeredOn())
                .param("words", answer == null ? null : answer.words())
                .param("answeredAt", answer == null ? null : utc(at))
                .param("answeredBy", answer == null ? null : by)
                .update();
    }

    void setAnswer(long id, int round, PartyAnswer answer, Instant at, String by) {
        jdbc.sql("""
                        update commerce_notice
                        set answer = :answer, answered_on = :on, words = :words, answered_at = :at, answered_by = :by
                        where investigation_id = :id and round = :round""")
                .param("answer", answer.kind().name())
                .param("on", answer.answeredOn())
                .param("words", answer.words())
                .param("at", utc(at))
                .param("by", by)
                .param("id", id)
                .param("round", round)
                .update();
    }

    void arrange(long id, int round, Hearing.Arrangement arrangement, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_hearing (investigation_id, round, arranged_at, arranged_by,
                            hearing_on, notice_on, place, presider, closed)
                        values (:id, :round, :at, :by, :hearingOn, :noticeOn, :place, :presider, :closed)""")
                .param("id", id)
                .param("round", round)
                .param("at", utc(at))
                .param("by", by)
                .param("hearingOn", arrangement.hearingOn())
                .param("noticeOn", arrangement.noticeOn())
                .param("place", arrangement.place())
                .param("presider", arrangement.presider())
                .param("closed", arrangement.closed())
                .update();
    }

    void conclude(long id, int round, Hearing.Conclusion conclusion, Instant at, String by) {
        jdbc.sql("""
                        update commerce_hearing
                        set result = :result, minutes = :minutes, opinion = :opinion, reason = :reason,
                            concluded_at = :at, concluded_by = :by
                        where investigation_id = :id and round = :round and result is null""")
                .param("result", conclusion.result().name())
                .param("minutes", conclusion.minutes())
                .param(
                        "opinion",
                        conclusion.opinion() == null
                                ? null
                                : conclusion.opinion().name())
                .param("reason", conclusion.reason())
                .param("at", utc(at))
                .param("by", by)
                .param("id", id)
                .param("round", round)
                .update();
    }

    /** @return null if the party was not told */
    static Told map(ResultSet row) throws SQLException {
        if (row.getString("notice_no") == null) {
            return null;
        }
        PenaltyNotice notice = new PenaltyNotice(
                row.getString("notice_no"),
                row.getObject("told_on", LocalDate.class),
                ServiceMethod.valueOf(row.getString("told_method")),
                PartyKind.valueOf(row.getString("party_kind")),
                row.getBoolean("hearing_offered"),
                row.getBoolean("waived") ? PenaltyNotice.Answer.WAIVED : PenaltyNotice.Answer.AWAITED);
        return new Told(notice, row.getString("told_by"), answer(row), hearing(row));
    }

    private static PartyAnswer answer(ResultSet row) throws SQLException {
        String kind = row.getString("answer");
        return kind == null
                ? null
                : new PartyAnswer(
                        PartyAnswer.Kind.valueOf(kind),
                        row.getObject("answered_on", LocalDate.class),
                        row.getString("words"));
    }

    private static Hearing hearing(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("hearing_on", LocalDate.class);
        return day == null
                ? null
                : new Hearing(
                        new Hearing.Arrangement(
                                day,
                                row.getObject("hearing_notice_on", LocalDate.class),
                                row.getString("place"),
                                row.getString("presider"),
                                row.getBoolean("closed")),
                        conclusion(row));
    }

    private static Hearing.Conclusion conclusion(ResultSet row) throws SQLException {
        String result = row.getString("hearing_result");
        String opinion = row.getString("hearing_opinion");
        return result == null
                ? null
                : new Hearing.Conclusion(
                        Hearing.Result.valueOf(result),
                        row.getString("minutes"),
                        opinion == null ? null : Hearing.Opinion.valueOf(opinion),
                        row.getString("hearing_reason"));
    }
}
