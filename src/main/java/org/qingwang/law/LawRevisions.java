package org.qingwang.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code law_revision}. */
@Repository
class LawRevisions {

    private final JdbcClient jdbc;

    LawRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return corrected files later than a revision, oldest first */
    List<LawRevision> after(int revision) {
        return jdbc.sql("select * from law_revision where revision > :revision order by revision")
                .param("revision", revision)
                .query(LawRevisions::map)
                .list();
    }

    /** @return corrected files of the last moments, oldest first */
    List<LawRevision> enteredSince(Instant since) {
        return jdbc.sql("select * from law_revision where entered_at >= :since order by revision")
                .param("since", utc(since))
                .query(LawRevisions::map)
                .list();
    }

    /** Adds a corrected file; whoever adds another at the same moment waits, and then fails on its number. */
    void add(LawRevision revision) {
        jdbc.sql("""
                        insert into law_revision (revision, file, content, sha256, reason, by_id, by_name, entered_at, moved)
                        values (:number, :file, :content, :sha256, :reason, :byId, :byName, :enteredAt, :moved)""")
                .param("number", revision.number())
                .param("file", revision.file())
                .param("content", revision.content())
                .param("sha256", revision.sha256())
                .param("reason", revision.reason())
                .param("byId", revision.byId())
                .param("byName", revision.byName())
                .param("enteredAt", utc(revision.enteredAt()))
                .param("moved", revision.moved())
                .update();
    }

    /** Lets only one correction of the law be confirmed at a time, until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(100)")
                .query((row, number) -> number)
                .single();
    }

    void addDraft(LawDraft draft) {
        jdbc.sql("""
                        insert into law_draft (draft_id, file, content, sha256, reason, by_id, made_at)
                        values (:id, :file, :content, :sha256, :reason, :byId, :madeAt)""")
                .param("id", draft.id())
                .param("file", draft.file())
                .param("content", draft.content())
                .param("sha256", draft.sha256())
                .param("reason", draft.reason())
                .param("byId", draft.byId())
                .param("madeAt", utc(draft.madeAt()))
                .update();
    }

    Optional<LawDraft> draft(UUID id) {
        return jdbc.sql("select * from law_draft where draft_id = :id")
                .param("id", id)
                .query((row, number) -> new LawDraft(
                        row.getObject("draft_id", UUID.class),
                        row.getString("file"),
                        row.getString("content"),
                        row.getString("sha256"),
                        row.getString("reason"),
                        row.getString("by_id"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("revision", Integer.class)))
                .optional();
    }

    void setConfirmed(UUID draft, int revision) {
        jdbc.sql("update law_draft set revision = :revision where draft_id = :id")
                .param("revision", revision)
                .param("id", draft)
                .update();
    }

    private static LawRevision map(ResultSet row, int number) throws SQLException {
        return new LawRevision(
                row.getInt("revision"),
                row.getString("file"),
                row.getString("content"),
                row.getString("sha256"),
                row.getString("reason"),
                row.getString("by_id"),
                row.getString("by_name"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getInt("moved"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
