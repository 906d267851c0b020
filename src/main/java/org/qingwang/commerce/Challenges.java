package org.qingwang.commerce;

import static org.qingwang.commerce.Investigations.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code commerce_challenge}. At most one row of an investigation is open. */
@Repository
class Challenges {

    private final JdbcClient jdbc;

    Challenges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(long id, Challenge challenge, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_challenge
                            (investigation_id, recorded_at, recorded_by, kind, authority, file_no, begun_on)
                        values (:id, :at, :by, :kind, :authority, :fileNo, :on)""")
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("kind", challenge.kind().name())
                .param("authority", challenge.authority())
                .param("fileNo", challenge.fileNo())
                .param("on", challenge.begunOn())
                .update();
        jdbc.sql("update commerce_investigation set challenged = true where id = :id")
                .param("id", id)
                .update();
    }

    void end(long id, Challenge.End end, Instant at, String by) {
        jdbc.sql("""
                        update commerce_challenge
                        set ended_on = :on, outcome = :outcome, end_note = :note, ended_at = :at, ended_by = :by
                        where investigation_id = :id and ended_on is null""")
                .param("on", end.endedOn())
                .param("outcome", end.outcome().name())
                .param("note", end.note(), Types.VARCHAR)
                .param("at", utc(at))
                .param("by", by)
                .param("id", id)
                .update();
    }

    /** @return all there ever were, the first first; asks nothing where there never was one */
    List<Challenge> of(Investigation investigation) {
        return investigation.challenged()
                ? jdbc.sql("select * from commerce_challenge where investigation_id = :id order by id")
                        .param("id", investigation.id())
                        .query(Challenges::map)
                        .list()
                : List.of();
    }

    private static Challenge map(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Challenge(
                Challenge.Kind.valueOf(row.getString("kind")),
                row.getObject("begun_on", LocalDate.class),
                row.getString("authority"),
                row.getString("file_no"),
                outcome == null
                        ? null
                        : new Challenge.End(
                                row.getObject("ended_on", LocalDate.class),
                                Challenge.Outcome.valueOf(outcome),
                                row.getString("end_note")));
    }
}
