package org.qingwang.commerce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code commerce_investigation}. At most one open row for a case. */
@Repository
class Investigations {

    private final JdbcClient jdbc;

    Investigations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String caseNo, Jurisdiction jurisdiction, LeadCheck lead, Instant at) {
        jdbc.sql("""
                        insert into commerce_investigation
                            (case_no, jurisdiction, stage, opened_at, lead_result, lead_checked_on, lead_reason)
                        values (:caseNo, :jurisdiction, 'LEAD', :at, :result, :checkedOn, :reason)
                        on conflict (case_no) where closed_at is null do nothing""")
                .param("caseNo", caseNo)
                .param("jurisdiction", jurisdiction.id())
                .param("at", utc(at))
                .param("result", lead.result().name())
                .param("checkedOn", lead.checkedOn())
                .param("reason", lead.reason())
                .update();
    }

    /** The newest investigation of the case, locked until the transaction ends. */
    Optional<Investigation> lock(String caseNo) {
        return newest(caseNo, " for update");
    }

    /** The same, refused in words if there is none. */
    Investigation locked(String caseNo) {
        return lock(caseNo).orElseThrow(() -> new BadInput("", "commerce.no-investigation", caseNo));
    }

    Optional<Investigation> find(String caseNo) {
        return newest(caseNo, "");
    }

    private Optional<Investigation> newest(String caseNo, String suffix) {
        return jdbc.sql("select * from commerce_investigation where case_no = :caseNo order by id desc limit 1"
                        + suffix)
                .param("caseNo", caseNo)
                .query(Investigations::map)
                .optional();
    }

    void setLead(long id, LeadCheck lead) {
        jdbc.sql("""
                        update commerce_investigation
                        set lead_result = :result, lead_checked_on = :checkedOn, lead_reason = :reason
                        where id = :id""")
                .param("result", lead.result().name())
                .param("checkedOn", lead.checkedOn())
                .param("reason", lead.reason())
                .param("id", id)
                .update();
    }

    void setFiling(long id, Filing filing, LocalDate filedOn) {
        jdbc.sql("""
                        update commerce_investigation
                        set filing = :decision, filed_on = :filedOn, filing_no = :filingNo, filing_reason = :reason,
                            first_handler = :first, second_handler = :second
                        where id = :id""")
                .param("decision", filing.decision().name())
                .param("filedOn", filedOn)
                .param("filingNo", filing.filingNo())
                .param("reason", filing.reason())
                .param("first", filing.firstHandler())
                .param("second", filing.secondHandler())
                .param("id", id)
                .update();
    }

    void setStage(long id, Stage stage) {
        jdbc.sql("update commerce_investigation set stage = :stage where id = :id")
                .param("stage", stage.name())
                .param("id", id)
                .update();
    }

    void setJurisdiction(long id, Jurisdiction jurisdiction) {
        jdbc.sql("update commerce_investigation set jurisdiction = :jurisdiction where id = :id")
                .param("jurisdiction", jurisdiction.id())
                .param("id", id)
                .update();
    }

    void close(long id, Instant at) {
        jdbc.sql("update commerce_investigation set stage = 'CLOSED', closed_at = :at where id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    private static Investigation map(ResultSet row, int number) throws SQLException {
        return new Investigation(
                row.getLong("id"),
                row.getString("case_no"),
                Jurisdiction.parse(row.getString("jurisdiction")),
                Stage.valueOf(row.getString("stage")),
                instant(row, "opened_at"),
                new LeadCheck(
                        LeadResult.valueOf(row.getString("lead_result")),
                        row.getObject("lead_checked_on", LocalDate.class),
                        row.getString("lead_reason")),
                filing(row),
                row.getObject("filed_on", LocalDate.class),
                instant(row, "closed_at"),
                row.getBoolean("measured"),
                row.getBoolean("goods_held"),
                row.getBoolean("suspended"),
                row.getBoolean("challenged"));
    }

    private static Filing filing(ResultSet row) throws SQLException {
        String decision = row.getString("filing");
        return decision == null
                ? null
                : new Filing(
                        FilingDecision.valueOf(decision),
                        row.getString("filing_no"),
                        row.getString("first_handler"),
                        row.getString("second_handler"),
                        row.getString("filing_reason"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
