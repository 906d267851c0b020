package org.qingwang.commerce;

import static org.qingwang.commerce.Investigations.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code commerce_suspension}. At most one row of an investigation is open. */
@Repository
class Suspensions {

    private final JdbcClient jdbc;

    Suspensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(long id, Suspension suspension, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_suspension (investigation_id, recorded_at, recorded_by, ground, authority,
                            file_no, reason, approved_by, suspended_on)
                        values (:id, :at, :by, :ground, :authority, :fileNo, :reason, :approvedBy, :on)""")
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("ground", suspension.ground().name())
                .param("authority", suspension.authority())
                .param("fileNo", suspension.fileNo())
                .param("reason", suspension.reason())
                .param("approvedBy", suspension.approvedBy())
                .param("on", suspension.suspendedOn())
                .update();
        note(id, true);
    }

    void end(long id, Suspension.Resumption resumption, Instant at, String by) {
        jdbc.sql("""
                        update commerce_suspension
                        set resumed_on = :on, resume_reason = :reason, resumed_at = :at, resumed_by = :by
                        where investigation_id = :id and resumed_on is null""")
                .param("on", resumption.resumedOn())
                .param("reason", resumption.reason())
                .param("at", utc(at))
                .param("by", by)
                .param("id", id)
                .update();
        note(id, false);
    }

    private void note(long id, boolean suspended) {
        jdbc.sql("update commerce_investigation set suspended = :suspended where id = :id")
                .param("suspended", suspended)
                .param("id", id)
                .update();
    }

    /** @return the suspension under way */
    Optional<Suspension> open(long id) {
        return jdbc.sql("select * from commerce_suspension where investigation_id = :id and resumed_on is null")
                .param("id", id)
                .query((row, number) -> new Suspension(
                        Suspension.Ground.valueOf(row.getString("ground")),
                        row.getObject("suspended_on", LocalDate.class),
                        row.getString("authority"),
                        row.getString("file_no"),
                        row.getString("approved_by"),
                        row.getString("reason")))
                .optional();
    }

    /** @return how the last suspension ended; empty if there was none or it goes on */
    Optional<Suspension.Resumption> lastEnd(long id) {
        return jdbc.sql("""
                        select * from commerce_suspension where id = (
                            select max(id) from commerce_suspension where investigation_id = :id)
                        and resumed_on is not null""")
                .param("id", id)
                .query((row, number) -> new Suspension.Resumption(
                        row.getObject("resumed_on", LocalDate.class), row.getString("resume_reason")))
                .optional();
    }
}
