package org.qingwang.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.pledge.Pledge.Ending;
import org.qingwang.pledge.Pledge.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code pledge}, {@code pledge_answer} and {@code pledge_event}. */
@Repository
class Pledges {

    private final JdbcClient jdbc;

    Pledges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('pledge_number')").query(Long.class).single();
    }

    /** @return whether the firm had no open pledge of this text */
    boolean add(Pledge pledge, PledgeText text, String by) {
        return jdbc.sql("""
                        insert into pledge (pledge_no, firm, text_id, text_version, parent, renews, jurisdiction, stage,
                                            invited_at, invited_by)
                        values (:no, :firm, :text, :version, :parent, :renews, :jurisdiction, 'INVITED', :at, :by)
                        on conflict (firm, text_id) where stage <> 'ENDED' do nothing
                        """)
                        .param("no", pledge.pledgeNo())
                        .param("firm", pledge.firm().value())
                        .param("text", text.id())
                        .param("version", text.version())
                        .param("parent", pledge.parent())
                        .param("renews", pledge.renews())
                        .param("jurisdiction", pledge.jurisdiction().id())
                        .param("at", utc(pledge.invitedAt()))
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<Pledge> find(String pledgeNo) {
        return jdbc.sql("select * from pledge where pledge_no = :no")
                .param("no", pledgeNo)
                .query(Pledges::row)
                .optional();
    }

    Optional<Pledge> lock(String pledgeNo) {
        return jdbc.sql("select * from pledge where pledge_no = :no for update")
                .param("no", pledgeNo)
                .query(Pledges::row)
                .optional();
    }

    Optional<Pledge> open(CreditCode firm, String textId) {
        return jdbc.sql("select * from pledge where firm = :firm and text_id = :text and stage <> 'ENDED'")
                .param("firm", firm.value())
                .param("text", textId)
                .query(Pledges::row)
                .optional();
    }

    Optional<Pledge> byCode(String code) {
        return jdbc.sql("select * from pledge where code = :code")
                .param("code", code)
                .query(Pledges::row)
                .optional();
    }

    /** @return newest first */
    List<Pledge> of(CreditCode firm) {
        return jdbc.sql("select * from pledge where firm = :firm order by invited_at desc, pledge_no desc")
                .param("firm", firm.value())
                .query(Pledges::row)
                .list();
    }

    /** @return pledges merchants signed under a platform's, that are in force */
    List<Pledge> under(String pledgeNo, int limit) {
        return jdbc.sql(
                        "select * from pledge where parent = :no and stage = 'IN_FORCE' order by pledge_no limit :limit")
                .param("no", pledgeNo)
                .param("limit", limit)
                .query(Pledges::row)
                .list();
    }

    boolean hasUnder(String pledgeNo) {
        return jdbc.sql("select exists (select from pledge where parent = :no and stage <> 'ENDED')")
                .param("no", pledgeNo)
                .query(Boolean.class)
                .single();
    }

    /** Open pledges under one that has ended, of which nobody said yet what becomes of them. */
    List<Pledge> lockWithoutPlatform(String pledgeNo, int most) {
        return jdbc.sql("select * from pledge where parent = :no and stage <> 'ENDED' and parent_ended_at is null"
                        + " order by pledge_no limit :most for update")
                .param("no", pledgeNo)
                .param("most", most)
                .query(Pledges::row)
                .list();
    }

    void setParentEnded(String pledgeNo, Instant at) {
        jdbc.sql("update pledge set parent_ended_at = :at where pledge_no = :no")
                .param("at", utc(at))
                .param("no", pledgeNo)
                .update();
    }

    /**
     * @param jurisdiction whose pledges; null for all
     * @param stage null for all
     * @param drive number of the drive they were asked for by; null for all
     * @param after the last one already shown; null for the newest
     */
    List<Pledge> page(Jurisdiction jurisdiction, Stage stage, String drive, String after, int limit) {
        return jdbc.sql("select * from pledge where true"
                        + (jurisdiction == null ? "" : " and jurisdiction = :jurisdiction")
                        + (stage == null ? "" : " and stage = :stage")
                        + (drive == null
                                ? ""
                                : " and pledge_no in (select f.pledge_no from pledge_drive_firm f"
                                        + " where f.drive_no = :drive)")
                        + (after == null
                                ? ""
                                : " and (invited_at, pledge_no) < (select invited_at, pledge_no from pledge"
                                        + " where pledge_no = :after)")
                        + " order by invited_at desc, pledge_no desc limit :limit")
                .param("jurisdiction", jurisdiction == null ? null : jurisdiction.id())
                .param("stage", stage == null ? null : stage.name())
                .param("drive", drive)
                .param("after", after)
                .param("limit", limit)
                .query(Pledges::row)
                .list();
    }

    /** What anybody may read: pledges that are or were in force, the newest first. */
    List<Pledge> published(String words, String after, int limit) {
        return jdbc.sql("select p.* from pledge p join firm f on f.code = p.firm where p.in_force_from is not null"
                        + (words.isEmpty() ? "" : " and (lower(f.name) like :words or p.firm = :code)")
                        + (after == null
                                ? ""
                                : " and (p.in_force_from, p.pledge_no) < (select in_force_from, pledge_no from pledge"
                                        + " where pledge_no = :after)")
                        + " order by p.in_force_from desc, p.pledge_no desc limit :limit")
                .param("words", "%" + words.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("code", words.toUpperCase(Locale.ROOT))
                .param("after", after)
                .param("limit", limit)
                .query(Pledges::row)
                .list();
    }

    void answer(String pledgeNo, List<Answer> answers) {
        jdbc.sql("delete from pledge_answer where pledge_no = :no")
                .param("no", pledgeNo)
                .update();
        for (Answer answer : answers) {
            jdbc.sql("insert into pledge_answer (pledge_no, number, accepted, reason)"
                            + " values (:no, :number, :accepted, :reason)")
                    .param("no", pledgeNo)
                    .param("number", answer.number())
                    .param("accepted", answer.accepted())
                    .param("reason", answer.reason())
                    .update();
        }
    }

    List<Answer> answers(String pledgeNo) {
        return jdbc.sql("select number, accepted, reason from pledge_answer where pledge_no = :no order by number")
                .param("no", pledgeNo)
                .query(Answer.class)
                .list();
    }

    void sign(String pledgeNo, Pledge.Signature signature) {
        jdbc.sql("""
                        update pledge set stage = 'SIGNED', signatory = :name, signatory_role = :role, signed_at = :at,
                                          signed_from = :address, shown = :shown, digest = :digest, remarks = null
                        where pledge_no = :no
                        """)
                .param("name", signature.name())
                .param("role", signature.role())
                .param("at", utc(signature.at()))
                .param("address", signature.address())
                .param("shown", signature.shown())
                .param("digest", signature.digest())
                .param("no", pledgeNo)
                .update();
    }

    void sendBack(String pledgeNo, String remarks) {
        jdbc.sql("""
                        update pledge set stage = 'INVITED', remarks = :remarks, signatory = null, signatory_role = null,
                                          signed_at = null, signed_from = null, shown = null, digest = null,
                                          representative = null
                        where pledge_no = :no
                        """).param("remarks", remarks).param("no", pledgeNo).update();
    }

    void countersign(String pledgeNo, Instant at, String by) {
        jdbc.sql("update pledge set countersigned_at = :at, countersigned_by = :by where pledge_no = :no")
                .param("at", utc(at))
                .param("by", by)
                .param("no", pledgeNo)
                .update();
    }

    void putInForce(String pledgeNo, String code, LocalDate from, LocalDate until) {
        jdbc.sql("update pledge set stage = 'IN_FORCE', code = :code, in_force_from = :from, in_force_until = :until"
                        + " where pledge_no = :no")
                .param("code", code)
                .param("from", from)
                .param("until", until)
                .param("no", pledgeNo)
                .update();
    }

    void setRepresentative(String pledgeNo, String representative) {
        jdbc.sql("update pledge set representative = :name where pledge_no = :no")
                .param("name", representative)
                .param("no", pledgeNo)
                .update();
    }

    void warn(String pledgeNo) {
        jdbc.sql("update pledge set warnings = warnings + 1 where pledge_no = :no")
                .param("no", pledgeNo)
                .update();
    }

    void end(String pledgeNo, Ending ending, Instant at, String words) {
        jdbc.sql("update pledge set stage = 'ENDED', ending = :ending, ended_at = :at, end_words = :words"
                        + " where pledge_no = :no")
                .param("ending", ending.name())
                .param("at", utc(at))
                .param("words", words)
                .param("no", pledgeNo)
                .update();
    }

    void note(String pledgeNo, PledgeEvent event) {
        jdbc.sql("insert into pledge_event (pledge_no, kind, at, by, words) values (:no, :kind, :at, :by, :words)")
                .param("no", pledgeNo)
                .param("kind", event.kind())
                .param("at", utc(event.at()))
                .param("by", event.by())
                .param("words", event.words())
                .update();
    }

    /** @return oldest first */
    List<PledgeEvent> events(String pledgeNo) {
        return jdbc.sql("select * from pledge_event where pledge_no = :no order by event_id")
                .param("no", pledgeNo)
                .query((row, number) -> new PledgeEvent(
                        row.getString("kind"), instant(row, "at"), row.getString("by"), row.getString("words")))
                .list();
    }

    static Pledge row(ResultSet row, int number) throws SQLException {
        String ending = row.getString("ending");
        return new Pledge(
                row.getString("pledge_no"),
                new CreditCode(row.getString("firm")),
                row.getString("text_id") + "/" + row.getInt("text_version"),
                row.getString("parent"),
                instant(row, "parent_ended_at"),
                row.getString("renews"),
                Jurisdiction.parse(row.getString("jurisdiction")),
                Stage.valueOf(row.getString("stage")),
                instant(row, "invited_at"),
                row.getString("remarks"),
                signature(row),
                row.getString("representative"),
                instant(row, "countersigned_at"),
                row.getString("countersigned_by"),
                row.getString("code"),
                row.getObject("in_force_from", LocalDate.class),
                row.getObject("in_force_until", LocalDate.class),
                row.getInt("warnings"),
                ending == null ? null : Ending.valueOf(ending),
                instant(row, "ended_at"),
                row.getString("end_words"));
    }

    private static Pledge.Signature signature(ResultSet row) throws SQLException {
        return row.getString("digest") == null
                ? null
                : new Pledge.Signature(
                        row.getString("signatory"),
                        row.getString("signatory_role"),
                        instant(row, "signed_at"),
                        row.getString("signed_from"),
                        row.getString("shown"),
                        row.getString("digest"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
