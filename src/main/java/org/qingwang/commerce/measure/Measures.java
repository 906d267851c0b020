package org.qingwang.commerce.measure;

import static java.sql.Types.DATE;
import static java.sql.Types.TIMESTAMP;
import static java.sql.Types.VARCHAR;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code coercive_measure}, {@code coercive_item} and {@code coercive_dealing}. */
@Repository
class Measures {

    private final JdbcClient jdbc;

    Measures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The investigation goods may be taken in. */
    record Inquiry(Jurisdiction jurisdiction, String stage, Instant openedAt) {}

    /** Holds the open investigation of a case until the transaction ends, so that its measures come one after another. */
    Optional<Inquiry> lockInquiry(String caseNo) {
        return jdbc.sql("""
                        select jurisdiction, stage, opened_at from commerce_investigation
                        where case_no = :case and closed_at is null for update""")
                .param("case", caseNo)
                .query((row, number) -> new Inquiry(
                        Jurisdiction.parse(row.getString("jurisdiction")),
                        row.getString("stage"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Repeats with the investigation whether goods are held, so that plain cases need not ask. */
    void noteInCase(String caseNo) {
        jdbc.sql("""
                        update commerce_investigation set measured = true, goods_held = exists (
                            select 1 from coercive_measure m
                            where m.case_no = :case and m.stage in ('APPROVAL', 'CARRYING_OUT', 'HELD'))
                        where id = (select max(id) from commerce_investigation where case_no = :case)""").param("case", caseNo).update();
    }

    /** Measures of a case that are not over are another agency's from now on. */
    void setJurisdiction(String caseNo, Jurisdiction from, Jurisdiction to) {
        jdbc.sql("update coercive_measure set jurisdiction = :to where case_no = :case and jurisdiction = :from"
                        + " and stage <> 'CLOSED'")
                .param("case", caseNo)
                .param("from", from.id())
                .param("to", to.id())
                .update();
    }

    /** Whether a measure of a case is not over: goods are held, or have to be given back. */
    boolean isAnyOpen(String caseNo) {
        return jdbc.sql("select exists (select from coercive_measure where case_no = :case and stage <> 'CLOSED')")
                .param("case", caseNo)
                .query(Boolean.class)
                .single();
    }

    long nextNumber() {
        return jdbc.sql("select nextval('coercive_measure_number')")
                .query(Long.class)
                .single();
    }

    void add(Measure measure, String by) {
        MeasurePlan plan = measure.plan();
        jdbc.sql("""
                        insert into coercive_measure (measure_no, case_no, jurisdiction, stage, requested_at, requested_by,
                            kind, place, first_officer, second_officer, reason, urgent_at, taken_on, deed_no, received_by)
                        values (:no, :case, :jurisdiction, :stage, :at, :by,
                            :kind, :place, :first, :second, :reason, :urgentAt, :takenOn, :deedNo, :receivedBy)""")
                .param("no", measure.measureNo())
                .param("case", measure.caseNo())
                .param("jurisdiction", measure.jurisdiction().id())
                .param("stage", measure.stage().name())
                .param("at", utc(measure.requestedAt()))
                .param("by", by)
                .param("kind", plan.kind().name())
                .param("place", plan.place())
                .param("first", plan.firstOfficer())
                .param("second", plan.secondOfficer())
                .param("reason", plan.reason())
                .param("urgentAt", plan.takenAt(), TIMESTAMP)
                .param("takenOn", measure.takenOn(), DATE)
                .param("deedNo", plan.deedNo(), VARCHAR)
                .param("receivedBy", plan.receivedBy(), VARCHAR)
                .update();
        for (MeasureItem item : plan.items()) {
            jdbc.sql("""
                            insert into coercive_item (measure_no, number, name, quantity, value, state)
                            values (:no, :number, :name, :quantity, :value, :state)""")
                    .param("no", measure.measureNo())
                    .param("number", item.number())
                    .param("name", item.name())
                    .param("quantity", item.quantity())
                    .param("value", item.value())
                    .param("state", item.state().name())
                    .update();
        }
    }

    Optional<Measure> find(String measureNo) {
        return one("where measure_no = :key", measureNo).stream().findFirst();
    }

    /** Holds the measure until the transaction ends. */
    Optional<Measure> lock(String measureNo) {
        return one("where measure_no = :key for update", measureNo).stream().findFirst();
    }

    /** All of a case, the first first. */
    List<Measure> ofCase(String caseNo) {
        return one("where case_no = :key order by requested_at, measure_no", caseNo);
    }

    private List<Measure> one(String where, String key) {
        return jdbc.sql("select * from coercive_measure " + where)
                .param("key", key)
                .query((row, number) -> map(row, itemsOf(row.getString("measure_no"))))
                .list();
    }

    private List<MeasureItem> itemsOf(String measureNo) {
        return jdbc.sql("select * from coercive_item where measure_no = :no order by number")
                .param("no", measureNo)
                .query((row, number) -> new MeasureItem(
                        row.getInt("number"),
                        row.getString("name"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("value"),
                        ItemState.valueOf(row.getString("state"))))
                .list();
    }

    void setStage(String measureNo, MeasureStage stage) {
        jdbc.sql("update coercive_measure set stage = :stage where measure_no = :no")
                .param("stage", stage.name())
                .param("no", measureNo)
                .update();
    }

    void setApproval(String measureNo, String reason, Instant at, String by) {
        jdbc.sql("""
                        update coercive_measure set approval_reason = :reason, approved_at = :at, approved_by = :by
                        where measure_no = :no""")
                .param("reason", reason)
                .param("at", utc(at))
                .param("by", by)
                .param("no", measureNo)
                .update();
    }

    void setCarriedOut(String measureNo, CarriedOut done) {
        jdbc.sql("""
                        update coercive_measure set taken_on = :on, deed_no = :deed, received_by = :by
                        where measure_no = :no""")
                .param("on", done.takenOn())
                .param("deed", done.deedNo())
                .param("by", done.receivedBy())
                .param("no", measureNo)
                .update();
    }

    void setLapsed(String measureNo) {
        jdbc.sql("update coercive_measure set lapsed = true where measure_no = :no")
                .param("no", measureNo)
                .update();
    }

    void setReturned(String measureNo, Returned returned, String by) {
        jdbc.sql("""
                        update coercive_measure set returned_on = :on, returned_to = :to, return_note = :note, returned_by = :by
                        where measure_no = :no""")
                .param("on", returned.returnedOn())
                .param("to", returned.receivedBy())
                .param("note", returned.note(), VARCHAR)
                .param("by", by)
                .param("no", measureNo)
                .update();
    }

    void setItems(String measureNo, Collection<Integer> numbers, ItemState state) {
        jdbc.sql("update coercive_item set state = :state where measure_no = :no and number = any(:numbers)")
                .param("state", state.name())
                .param("no", measureNo)
                .param("numbers", numbers.toArray(Integer[]::new))
                .update();
    }

    void addDealing(String measureNo, Dealing dealing, Instant at, String by) {
        jdbc.sql("""
                        insert into coercive_dealing (measure_no, dealt_at, dealt_by, result, items, document_no, reason)
                        values (:no, :at, :by, :result, :items, :document, :reason)""")
                .param("no", measureNo)
                .param("at", utc(at))
                .param("by", by)
                .param("result", dealing.result().name())
                .param("items", dealing.items(), VARCHAR)
                .param("document", dealing.documentNo())
                .param("reason", dealing.reason())
                .update();
    }

    List<Dealing> dealingsOf(String measureNo) {
        return jdbc.sql("select * from coercive_dealing where measure_no = :no order by id")
                .param("no", measureNo)
                .query((row, number) -> new Dealing(
                        Dealing.Result.valueOf(row.getString("result")),
                        row.getString("items"),
                        row.getString("document_no"),
                        row.getString("reason")))
                .list();
    }

    private static Measure map(ResultSet row, List<MeasureItem> items) throws SQLException {
        LocalDate returnedOn = row.getObject("returned_on", LocalDate.class);
        MeasurePlan plan = new MeasurePlan(
                MeasureKind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getString("first_officer"),
                row.getString("second_officer"),
                row.getString("reason"),
                items,
                row.getObject("urgent_at", LocalDateTime.class),
                row.getString("deed_no"),
                row.getString("received_by"));
        return new Measure(
                row.getString("measure_no"),
                row.getString("case_no"),
                Jurisdiction.parse(row.getString("jurisdiction")),
                MeasureStage.valueOf(row.getString("stage")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                plan,
                row.getObject("taken_on", LocalDate.class),
                row.getString("approval_reason"),
                row.getBoolean("lapsed"),
                returnedOn == null
                        ? null
                        : new Returned(returnedOn, row.getString("returned_to"), row.getString("return_note")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
