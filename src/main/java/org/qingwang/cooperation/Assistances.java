package org.qingwang.cooperation;

import static org.qingwang.cooperation.Words.instant;
import static org.qingwang.cooperation.Words.jurisdiction;
import static org.qingwang.cooperation.Words.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code assistance}. At most one open request for each case and agency. */
@Repository
class Assistances {

    private final JdbcClient jdbc;

    Assistances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('assistance_number')").query(Long.class).single();
    }

    void add(Assistance assistance) {
        jdbc.sql("""
                        insert into assistance (assistance_no, case_no, asking, asked, request, days, stage, began_part,
                                                asked_at, asked_by)
                        values (:no, :case, :asking, :asked, :request, :days, 'ASKED', :began, :at, :by)
                        """)
                .param("no", assistance.assistanceNo())
                .param("case", assistance.caseNo())
                .param("asking", assistance.asking().id())
                .param("asked", assistance.asked().id())
                .param("request", assistance.request())
                .param("days", assistance.days())
                .param("began", assistance.beganPart())
                .param("at", utc(assistance.askedAt()))
                .param("by", assistance.askedBy())
                .update();
    }

    Optional<Assistance> lock(String assistanceNo) {
        return jdbc.sql("select * from assistance where assistance_no = :no for update")
                .param("no", assistanceNo)
                .query(Assistances::row)
                .optional();
    }

    Optional<Assistance> open(String caseNo, Jurisdiction asked) {
        return jdbc.sql("select * from assistance"
                        + " where case_no = :case and asked = :asked and stage in ('ASKED', 'ACCEPTED')")
                .param("case", caseNo)
                .param("asked", asked.id())
                .query(Assistances::row)
                .optional();
    }

    List<Assistance> of(String caseNo) {
        return jdbc.sql("select * from assistance where case_no = :case order by asked_at, assistance_no")
                .param("case", caseNo)
                .query(Assistances::row)
                .list();
    }

    void answer(String assistanceNo, Assistance.Stage stage, String answer, Instant at, String by) {
        jdbc.sql("""
                        update assistance
                        set stage = :stage, answer = :answer, answered_at = :at, answered_by = :by,
                            ended_at = case when :stage = 'REFUSED' then :at end
                        where assistance_no = :no
                        """)
                .param("stage", stage.name())
                .param("answer", answer)
                .param("at", utc(at))
                .param("by", by)
                .param("no", assistanceNo)
                .update();
    }

    void end(String assistanceNo, Assistance.Stage stage, String result, Instant at, String by) {
        jdbc.sql("""
                        update assistance set stage = :stage, result = :result, ended_at = :at, ended_by = :by
                        where assistance_no = :no
                        """)
                .param("stage", stage.name())
                .param("result", result)
                .param("at", utc(at))
                .param("by", by)
                .param("no", assistanceNo)
                .update();
    }

    private static Assistance row(ResultSet row, int number) throws SQLException {
        return new Assistance(
                row.getString("assistance_no"),
                row.getString("case_no"),
                jurisdiction(row, "asking"),
                jurisdiction(row, "asked"),
                row.getString("request"),
                row.getInt("days"),
                Assistance.Stage.valueOf(row.getString("stage")),
                row.getBoolean("began_part"),
                instant(row, "asked_at"),
                row.getString("asked_by"),
                row.getString("answer"),
                instant(row, "answered_at"),
                row.getString("answered_by"),
                row.getString("result"),
                instant(row, "ended_at"),
                row.getString("ended_by"));
    }
}
