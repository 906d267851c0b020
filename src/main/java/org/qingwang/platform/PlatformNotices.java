package org.qingwang.platform;

import static java.sql.Types.DATE;
import static java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
import static java.sql.Types.VARCHAR;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.platform.PlatformNotice.Ending;
import org.qingwang.platform.PlatformNotice.NoticeListing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code platform_notice} and what came of each notice. */
@Repository
class PlatformNotices {

    private static final String SELECT = """
            select n.*, m.answer, m.measure, m.taken_at, m.untouched, m.reason as measures_reason, m.forwarded_on,
                   d.declared_on, d.declarant, d.contact, d.covered, d.statement, d.evidence as declaration_evidence,
                   d.delivered_on, d.delivery,
                   r.kind, r.reacted_on, r.authority, r.file_no, r.note as reaction_note,
                   e.ended_at, e.reason as end_reason, e.restored_on, e.note as restoration_note
            from platform_notice n
            left join platform_measures m using (notice_no)
            left join platform_declaration d using (notice_no)
            left join platform_reaction r using (notice_no)
            left join platform_restoration e using (notice_no)
            """;

    private final JdbcClient jdbc;

    PlatformNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('platform_notice_number')")
                .query(Long.class)
                .single();
    }

    /** One notice of a case is sent after the other, so that a form sent twice is seen to be the same. */
    void lockCase(String caseNo) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('platform notice ' || :case, 0))")
                .param("case", caseNo)
                .query((row, number) -> true)
                .single();
    }

    void add(PlatformNotice notice, String by) {
        NoticeDraft content = notice.content();
        jdbc.sql("""
                        insert into platform_notice (notice_no, case_no, jurisdiction, stage, sent_at, sent_by, served_on,
                            platform, platform_contact, seller, holder, holder_contact, right_name, evidence, demanded)
                        values (:no, :case, :jurisdiction, :stage, :at, :by, :served,
                            :platform, :platformContact, :seller, :holder, :holderContact, :right, :evidence, :demanded)
                        """)
                .param("no", notice.noticeNo())
                .param("case", notice.caseNo())
                .param("jurisdiction", notice.jurisdiction().id())
                .param("stage", notice.stage().name())
                .param("at", utc(notice.sentAt()))
                .param("by", by)
                .param("served", content.servedOn())
                .param("platform", content.platform())
                .param("platformContact", content.platformContact(), VARCHAR)
                .param("seller", content.seller())
                .param("holder", content.holder())
                .param("holderContact", content.holderContact(), VARCHAR)
                .param("right", content.rightName())
                .param("evidence", content.evidence())
                .param("demanded", content.demanded().name())
                .update();
        jdbc.sql("""
                        insert into platform_notice_listing (notice_no, address, position, state)
                        select :no, address, position, 'NOTIFIED'
                        from unnest(:addresses::text[]) with ordinality as given (address, position)
                        """)
                .param("no", notice.noticeNo())
                .param("addresses", content.listings().toArray(String[]::new))
                .update();
    }

    /** Open notices of a case are another agency's from now on. */
    void setJurisdiction(String caseNo, Jurisdiction from, Jurisdiction to) {
        jdbc.sql("update platform_notice set jurisdiction = :to"
                        + " where case_no = :case and jurisdiction = :from and stage <> 'CLOSED'")
                .param("case", caseNo)
                .param("from", from.id())
                .param("to", to.id())
                .update();
    }

    /** @return who follows up open notices of a case */
    List<Jurisdiction> inHandsOf(String caseNo) {
        return jdbc.sql("select distinct jurisdiction from platform_notice where case_no = :case and stage <> 'CLOSED'")
                .param("case", caseNo)
                .query((row, number) -> Jurisdiction.parse(row.getString("jurisdiction")))
                .list();
    }

    /** The notice, its row locked until the transaction ends. */
    Optional<PlatformNotice> lock(String noticeNo) {
        boolean known = jdbc.sql("select true from platform_notice where notice_no = :no for update")
                .param("no", noticeNo)
                .query(Boolean.class)
                .optional()
                .isPresent();
        return known ? find(noticeNo) : Optional.empty();
    }

    Optional<PlatformNotice> find(String noticeNo) {
        return read("where n.notice_no = :key", noticeNo).stream().findFirst();
    }

    /** First sent first. */
    List<PlatformNotice> ofCase(String caseNo) {
        return read("where n.case_no = :key order by n.sent_at, n.notice_no", caseNo);
    }

    private List<PlatformNotice> read(String condition, String key) {
        List<Row> rows = jdbc.sql(SELECT + condition)
                .param("key", key)
                .query((row, number) -> new Row(row))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<NoticeListing>> listings = listings(rows);
        return rows.stream().map(row -> row.notice(listings.get(row.noticeNo))).toList();
    }

    private Map<String, List<NoticeListing>> listings(List<Row> rows) {
        Map<String, List<NoticeListing>> found = new LinkedHashMap<>();
        rows.forEach(row -> found.put(row.noticeNo, new ArrayList<>()));
        jdbc.sql("""
                        select notice_no, address, state from platform_notice_listing
                        where notice_no = any(:numbers) order by notice_no, position
                        """).param("numbers", found.keySet().toArray(String[]::new)).query(row -> {
            found.get(row.getString("notice_no"))
                    .add(new NoticeListing(row.getString("address"), ListingState.valueOf(row.getString("state"))));
        });
        return found;
    }

    void setStage(String noticeNo, NoticeStage stage) {
        jdbc.sql("update platform_notice set stage = :stage where notice_no = :no")
                .param("stage", stage.name())
                .param("no", noticeNo)
                .update();
    }

    void close(String noticeNo, NoticeResult result, Instant at) {
        jdbc.sql("""
                        update platform_notice set stage = 'CLOSED', result = :result, closed_at = :at
                        where notice_no = :no
                        """)
                .param("result", result.name())
                .param("at", utc(at))
                .param("no", noticeNo)
                .update();
    }

    void reopen(String noticeNo) {
        jdbc.sql(
                        "update platform_notice set stage = 'DECLARATION', result = null, closed_at = null where notice_no = :no")
                .param("no", noticeNo)
                .update();
    }

    /** Keeps the first time: an acknowledgement is given once. */
    void setAcknowledged(String noticeNo, Instant at) {
        jdbc.sql("update platform_notice set acknowledged_at = coalesce(acknowledged_at, :at) where notice_no = :no")
                .param("at", utc(at))
                .param("no", noticeNo)
                .update();
    }

    void setListings(String noticeNo, ListingState from, ListingState to, List<String> addresses) {
        jdbc.sql("""
                        update platform_notice_listing set state = :to
                        where notice_no = :no and state = :from and address = any(:addresses)
                        """)
                .param("to", to.name())
                .param("from", from.name())
                .param("no", noticeNo)
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    /** A platform that corrected answers anew; what it answered before is kept with its correction. */
    void setMeasures(String noticeNo, MeasuresTaken taken, boolean late, Instant at, String by) {
        jdbc.sql("""
                        insert into platform_measures
                            (notice_no, recorded_at, recorded_by, answer, measure, taken_at, untouched, reason, forwarded_on,
                             late)
                        values (:no, :at, :by, :answer, :measure, :takenAt, :untouched, :reason, :forwardedOn, :late)
                        on conflict (notice_no) do update
                        set recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
                            answer = excluded.answer, measure = excluded.measure, taken_at = excluded.taken_at,
                            untouched = excluded.untouched, reason = excluded.reason,
                            forwarded_on = excluded.forwarded_on, late = excluded.late
                        """)
                .param("no", noticeNo)
                .param("at", utc(at))
                .param("by", by)
                .param("answer", taken.answer().name())
                .param(
                        "measure",
                        taken.measure() == null ? null : taken.measure().name(),
                        VARCHAR)
                .param("takenAt", utc(taken.takenAt()), TIMESTAMP_WITH_TIMEZONE)
                .param("untouched", taken.untouched(), VARCHAR)
                .param("reason", taken.reason(), VARCHAR)
                .param("forwardedOn", taken.forwardedOn(), DATE)
                .param("late", late)
                .update();
    }

    void setForwarded(String noticeNo, LocalDate day) {
        jdbc.sql("update platform_measures set forwarded_on = :day where notice_no = :no")
                .param("day", day)
                .param("no", noticeNo)
                .update();
    }

    void addDeclaration(String noticeNo, Declaration declaration, Instant at, String by) {
        jdbc.sql("""
                        insert into platform_declaration (notice_no, recorded_at, recorded_by, declared_on, declarant,
                            contact, covered, statement, evidence)
                        values (:no, :at, :by, :declaredOn, :declarant, :contact, :covered, :statement, :evidence)
                        """)
                .param("no", noticeNo)
                .param("at", utc(at))
                .param("by", by)
                .param("declaredOn", declaration.declaredOn())
                .param("declarant", declaration.declarant())
                .param("contact", declaration.contact(), VARCHAR)
                .param("covered", declaration.covered(), VARCHAR)
                .param("statement", declaration.statement())
                .param("evidence", declaration.evidence())
                .update();
    }

    void setDelivered(String noticeNo, Delivery delivery) {
        jdbc.sql("update platform_declaration set delivered_on = :day, delivery = :how where notice_no = :no")
                .param("day", delivery.deliveredOn())
                .param("how", delivery.delivery(), VARCHAR)
                .param("no", noticeNo)
                .update();
    }

    void addReaction(String noticeNo, Reaction reaction, Instant at, String by) {
        jdbc.sql("""
                        insert into platform_reaction
                            (notice_no, recorded_at, recorded_by, kind, reacted_on, authority, file_no, note)
                        values (:no, :at, :by, :kind, :on, :authority, :fileNo, :note)
                        """)
                .param("no", noticeNo)
                .param("at", utc(at))
                .param("by", by)
                .param("kind", reaction.reaction().name())
                .param("on", reaction.reactedOn())
                .param("authority", reaction.authority(), VARCHAR)
                .param("fileNo", reaction.fileNo(), VARCHAR)
                .param("note", reaction.note(), VARCHAR)
                .update();
    }

    void addEnding(String noticeNo, Ending.Reason reason, Instant at) {
        jdbc.sql("insert into platform_restoration (notice_no, ended_at, reason) values (:no, :at, :reason)")
                .param("no", noticeNo)
                .param("at", utc(at))
                .param("reason", reason.name())
                .update();
    }

    void setRestored(String noticeNo, Restoration restoration, Instant at, String by) {
        jdbc.sql("""
                        update platform_restoration
                        set restored_on = :day, note = :note, recorded_at = :at, recorded_by = :by where notice_no = :no
                        """)
                .param("day", restoration.restoredOn())
                .param("note", restoration.note(), VARCHAR)
                .param("at", utc(at))
                .param("by", by)
                .param("no", noticeNo)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A row, read before its listings are known. */
    private static final class Row {

        private final String noticeNo;
        private final PlatformNotice withoutListings;

        Row(ResultSet row) throws SQLException {
            noticeNo = row.getString("notice_no");
            String result = row.getString("result");
            withoutListings = new PlatformNotice(
                    noticeNo,
                    row.getString("case_no"),
                    Jurisdiction.parse(row.getString("jurisdiction")),
                    NoticeStage.valueOf(row.getString("stage")),
                    result == null ? null : NoticeResult.valueOf(result),
                    instant(row, "sent_at"),
                    content(row),
                    List.of(),
                    instant(row, "acknowledged_at"),
                    measures(row),
                    declaration(row),
                    delivery(row),
                    reaction(row),
                    ending(row));
        }

        PlatformNotice notice(List<NoticeListing> listings) {
            return withoutListings.with(listings);
        }

        private static NoticeDraft content(ResultSet row) throws SQLException {
            return new NoticeDraft(
                    day(row, "served_on"),
                    row.getString("platform"),
                    row.getString("platform_contact"),
                    row.getString("seller"),
                    row.getString("holder"),
                    row.getString("holder_contact"),
                    row.getString("right_name"),
                    row.getString("evidence"),
                    Measure.valueOf(row.getString("demanded")),
                    List.of());
        }

        private static MeasuresTaken measures(ResultSet row) throws SQLException {
            String answer = row.getString("answer");
            String measure = row.getString("measure");
            return answer == null
                    ? null
                    : new MeasuresTaken(
                            MeasuresTaken.Answer.valueOf(answer),
                            instant(row, "acknowledged_at"),
                            measure == null ? null : Measure.valueOf(measure),
                            instant(row, "taken_at"),
                            row.getString("untouched"),
                            row.getString("measures_reason"),
                            day(row, "forwarded_on"));
        }

        private static Declaration declaration(ResultSet row) throws SQLException {
            LocalDate declared = day(row, "declared_on");
            return declared == null
                    ? null
                    : new Declaration(
                            declared,
                            row.getString("declarant"),
                            row.getString("contact"),
                            row.getString("covered"),
                            row.getString("statement"),
                            row.getString("declaration_evidence"));
        }

        private static Delivery delivery(ResultSet row) throws SQLException {
            LocalDate delivered = day(row, "delivered_on");
            return delivered == null ? null : new Delivery(delivered, row.getString("delivery"));
        }

        private static Reaction reaction(ResultSet row) throws SQLException {
            String kind = row.getString("kind");
            return kind == null
                    ? null
                    : new Reaction(
                            Reaction.Kind.valueOf(kind),
                            day(row, "reacted_on"),
                            row.getString("authority"),
                            row.getString("file_no"),
                            row.getString("reaction_note"));
        }

        private static Ending ending(ResultSet row) throws SQLException {
            Instant ended = instant(row, "ended_at");
            LocalDate restored = day(row, "restored_on");
            return ended == null
                    ? null
                    : new Ending(
                            ended,
                            Ending.Reason.valueOf(row.getString("end_reason")),
                            restored == null ? null : new Restoration(restored, row.getString("restoration_note")));
        }

        private static LocalDate day(ResultSet row, String column) throws SQLException {
            return row.getObject(column, LocalDate.class);
        }

        private static Instant instant(ResultSet row, String column) throws SQLException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }
    }
}
