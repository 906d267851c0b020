package org.qingwang.mediation;

import static java.sql.Types.NUMERIC;
import static java.sql.Types.VARCHAR;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mediation}. */
@Repository
class Mediations {

    private final JdbcClient jdbc;

    Mediations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if the complaint's dispute is there already */
    boolean add(Mediation mediation, String by) {
        return jdbc.sql("""
                        insert into mediation (receipt_no, jurisdiction, stage, split_at, split_by)
                        values (:receiptNo, :jurisdiction, :stage, :at, :by)
                        on conflict do nothing
                        """)
                        .param("receiptNo", mediation.receiptNo())
                        .param("jurisdiction", mediation.jurisdiction().id())
                        .param("stage", mediation.stage().name())
                        .param("at", utc(mediation.splitAt()))
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<Mediation> find(String receiptNo) {
        return find(receiptNo, "");
    }

    /** Holds the row until the transaction ends, so that two steps come one after the other. */
    Optional<Mediation> lock(String receiptNo) {
        return find(receiptNo, " for update");
    }

    private Optional<Mediation> find(String receiptNo, String suffix) {
        return jdbc.sql("select * from mediation where receipt_no = :receiptNo" + suffix)
                .param("receiptNo", receiptNo)
                .query((row, number) -> mediation(row))
                .optional();
    }

    void decide(String receiptNo, Admission admission, MediationStage next, Instant at, String by) {
        jdbc.sql("""
                        update mediation set decision = :decision, ground = :ground, reason = :reason, stage = :stage,
                            decided_at = :at, decided_by = :by
                        where receipt_no = :receiptNo
                        """)
                .param("decision", admission.decision().name())
                .param("ground", name(admission.ground()), VARCHAR)
                .param("reason", admission.reason(), VARCHAR)
                .param("stage", next.name())
                .param("at", utc(at))
                .param("by", by)
                .param("receiptNo", receiptNo)
                .update();
    }

    void end(String receiptNo, Ending ending, String by) {
        jdbc.sql("""
                        update mediation set result = :result, ended_on = :endedOn, failure = :failure, terms = :terms,
                            amount = :amount, note = :note, ended_by = :by, stage = :stage
                        where receipt_no = :receiptNo
                        """)
                .param("result", ending.result().name())
                .param("endedOn", ending.endedOn())
                .param("failure", name(ending.failure()), VARCHAR)
                .param("terms", ending.terms(), VARCHAR)
                .param("amount", ending.amount(), NUMERIC)
                .param("note", ending.note(), VARCHAR)
                .param("by", by)
                .param("stage", MediationStage.TELLING.name())
                .param("receiptNo", receiptNo)
                .update();
    }

    void tell(String receiptNo, Telling telling, String by) {
        jdbc.sql("""
                        update mediation set complainant_told_on = :complainantOn, complainant_told_how = :complainantHow,
                            seller_told_on = :sellerOn, seller_told_how = :sellerHow, told_by = :by, stage = :stage
                        where receipt_no = :receiptNo
                        """)
                .param("complainantOn", telling.complainantToldOn())
                .param("complainantHow", telling.complainantToldHow())
                .param("sellerOn", telling.sellerToldOn())
                .param("sellerHow", telling.sellerToldHow())
                .param("by", by)
                .param("stage", MediationStage.CLOSED.name())
                .param("receiptNo", receiptNo)
                .update();
    }

    private static Mediation mediation(ResultSet row) throws SQLException {
        return new Mediation(
                row.getString("receipt_no"),
                Jurisdiction.parse(row.getString("jurisdiction")),
                MediationStage.valueOf(row.getString("stage")),
                instant(row, "split_at"),
                instant(row, "decided_at"),
                admission(row),
                ending(row),
                telling(row));
    }

    private static Admission admission(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return decision == null
                ? null
                : new Admission(
                        Admission.Decision.valueOf(decision),
                        constant(Admission.Ground.class, row.getString("ground")),
                        row.getString("reason"));
    }

    private static Ending ending(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return result == null
                ? null
                : new Ending(
                        Ending.Result.valueOf(result),
                        day(row, "ended_on"),
                        constant(Ending.Failure.class, row.getString("failure")),
                        row.getString("terms"),
                        row.getBigDecimal("amount"),
                        row.getString("note"));
    }

    private static Telling telling(ResultSet row) throws SQLException {
        LocalDate told = day(row, "complainant_told_on");
        return told == null
                ? null
                : new Telling(
                        told,
                        row.getString("complainant_told_how"),
                        day(row, "seller_told_on"),
                        row.getString("seller_told_how"));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
