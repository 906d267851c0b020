package org.qingwang.customs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code customs_detention}. At most one open row for a case. */
@Repository
class Detentions {

    private final JdbcClient jdbc;

    Detentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String caseNo, Jurisdiction jurisdiction, Instant at) {
        jdbc.sql("""
                        insert into customs_detention (case_no, jurisdiction, stage, opened_at)
                        values (:caseNo, :jurisdiction, 'EXAMINATION', :at)
                        on conflict (case_no) where closed_at is null do nothing""")
                .param("caseNo", caseNo)
                .param("jurisdiction", jurisdiction.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest of the case, locked until the transaction ends. */
    Optional<Detention> lock(String caseNo) {
        return newest(caseNo, " for update");
    }

    Optional<Detention> find(String caseNo) {
        return newest(caseNo, "");
    }

    private Optional<Detention> newest(String caseNo, String suffix) {
        return jdbc.sql("select * from customs_detention where case_no = :caseNo order by id desc limit 1" + suffix)
                .param("caseNo", caseNo)
                .query(Detentions::map)
                .optional();
    }

    void setStage(long id, Stage stage) {
        jdbc.sql("update customs_detention set stage = :stage where id = :id")
                .param("stage", stage.name())
                .param("id", id)
                .update();
    }

    void setRelease(long id, ReleaseGround ground) {
        jdbc.sql("update customs_detention set stage = 'RELEASE', ground = :ground where id = :id")
                .param("ground", ground.name())
                .param("id", id)
                .update();
    }

    void setJurisdiction(long id, Jurisdiction jurisdiction) {
        jdbc.sql("update customs_detention set jurisdiction = :jurisdiction where id = :id")
                .param("jurisdiction", jurisdiction.id())
                .param("id", id)
                .update();
    }

    void close(long id, Instant at) {
        jdbc.sql("update customs_detention set stage = 'CLOSED', closed_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static Detention map(ResultSet row, int number) throws SQLException {
        String ground = row.getString("ground");
        return new Detention(
                row.getLong("id"),
                row.getString("case_no"),
                Jurisdiction.parse(row.getString("jurisdiction")),
                Stage.valueOf(row.getString("stage")),
                ground == null ? null : ReleaseGround.valueOf(ground),
                instant(row, "opened_at"),
                instant(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
