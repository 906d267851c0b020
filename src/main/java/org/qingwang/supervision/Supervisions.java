package org.qingwang.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code case_supervision}. At most one open row for each case. */
@Repository
class Supervisions {

    private final JdbcClient jdbc;

    Supervisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('case_supervision_number')")
                .query(Long.class)
                .single();
    }

    void add(Supervision supervision) {
        jdbc.sql("""
                        insert into case_supervision (supervision_no, case_no, jurisdiction, owner_id, owner_name, reason,
                                                      days, stage, put_at, put_by)
                        values (:no, :case, :jurisdiction, :ownerId, :ownerName, :reason, :days, :stage, :at, :by)
                        """)
                .param("no", supervision.supervisionNo())
                .param("case", supervision.caseNo())
                .param("jurisdiction", supervision.jurisdiction().id())
                .param("ownerId", supervision.ownerId())
                .param("ownerName", supervision.ownerName())
                .param("reason", supervision.reason())
                .param("days", supervision.days())
                .param("stage", supervision.stage().name())
                .param("at", utc(supervision.putAt()))
                .param("by", supervision.putBy())
                .update();
    }

    Optional<Supervision> lock(String supervisionNo) {
        return jdbc.sql("select * from case_supervision where supervision_no = :no for update")
                .param("no", supervisionNo)
                .query(Supervisions::row)
                .optional();
    }

    Optional<Supervision> open(String caseNo) {
        return jdbc.sql("select * from case_supervision where case_no = :case and stage <> 'LIFTED'")
                .param("case", caseNo)
                .query(Supervisions::row)
                .optional();
    }

    /** @return newest first */
    List<Supervision> of(String caseNo) {
        return jdbc.sql(
                        "select * from case_supervision where case_no = :case order by put_at desc, supervision_no desc")
                .param("case", caseNo)
                .query(Supervisions::row)
                .list();
    }

    /**
     * @param jurisdiction whose cases; null for all
     * @param after number of the last one already shown; null for the newest
     */
    List<Supervision> page(Jurisdiction jurisdiction, boolean openOnly, String after, int limit) {
        String sql = "select * from case_supervision where true"
                + (openOnly ? " and stage <> 'LIFTED'" : "")
                + (jurisdiction == null ? "" : " and jurisdiction = :jurisdiction")
                + (after == null
                        ? ""
                        : " and (put_at, supervision_no) < (select put_at, supervision_no from case_supervision"
                                + " where supervision_no = :after)")
                + " order by put_at desc, supervision_no desc limit :limit";
        return jdbc.sql(sql)
                .param("jurisdiction", jurisdiction == null ? null : jurisdiction.id())
                .param("after", after)
                .param("limit", limit)
                .query(Supervisions::row)
                .list();
    }

    void report(String supervisionNo, String report, Instant at, String by) {
        jdbc.sql("""
                        update case_supervision
                        set stage = 'REVIEW', report = :report, reported_at = :at, reported_by = :by
                        where supervision_no = :no
                        """)
                .param("report", report)
                .param("at", utc(at))
                .param("by", by)
                .param("no", supervisionNo)
                .update();
    }

    void sendBack(String supervisionNo, String remarks) {
        jdbc.sql("update case_supervision set stage = 'REPORT', remarks = :remarks where supervision_no = :no")
                .param("remarks", remarks)
                .param("no", supervisionNo)
                .update();
    }

    void lift(String supervisionNo, String result, Instant at, String by) {
        jdbc.sql("""
                        update case_supervision
                        set stage = 'LIFTED', result = :result, lifted_at = :at, lifted_by = :by
                        where supervision_no = :no
                        """)
                .param("result", result)
                .param("at", utc(at))
                .param("by", by)
                .param("no", supervisionNo)
                .update();
    }

    void moveTo(String supervisionNo, Jurisdiction jurisdiction) {
        jdbc.sql("""
                        update case_supervision
                        set jurisdiction = :jurisdiction, owner_id = null, owner_name = null
                        where supervision_no = :no
                        """)
                .param("jurisdiction", jurisdiction.id())
                .param("no", supervisionNo)
                .update();
    }

    private static Supervision row(ResultSet row, int number) throws SQLException {
        return new Supervision(
                row.getString("supervision_no"),
                row.getString("case_no"),
                Jurisdiction.parse(row.getString("jurisdiction")),
                row.getString("owner_id"),
                row.getString("owner_name"),
                row.getString("reason"),
                row.getInt("days"),
                Supervision.Stage.valueOf(row.getString("stage")),
                instant(row, "put_at"),
                row.getString("put_by"),
                row.getString("report"),
                instant(row, "reported_at"),
                row.getString("reported_by"),
                row.getString("remarks"),
                row.getString("result"),
                instant(row, "lifted_at"),
                row.getString("lifted_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
