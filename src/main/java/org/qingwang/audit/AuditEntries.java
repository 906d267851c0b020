package org.qingwang.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The table {@code audit_entry} and the head of its chain. */
@Repository
class AuditEntries {

    private static final String COLUMNS =
            "seq, at, actor, actor_name, jurisdiction, action, subject_type, subject_id, before, after, reason, form_version";

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Links the payloads into the chain, in this order. Other transactions cannot append until this one ends. */
    void append(List<String> payloads) {
        jdbc.sql("select audit_append(?)")
                .param(new SqlArrayValue("text", payloads.toArray()))
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    List<RecordedEntry> newestBefore(long seq, int limit) {
        return jdbc.sql("select " + COLUMNS + " from audit_entry where seq < ? order by seq desc limit ?")
                .params(seq, limit)
                .query(AuditEntries::entry)
                .list();
    }

    /** Newest first. */
    List<RecordedEntry> newestAboutBefore(String subjectType, String subjectId, long seq, int limit) {
        return jdbc.sql("select " + COLUMNS + " from audit_entry"
                        + " where subject_type = ? and subject_id = ? and seq < ? order by seq desc limit ?")
                .params(subjectType, subjectId, seq, limit)
                .query(AuditEntries::entry)
                .list();
    }

    /** Place in the chain of the last entry recorded before this time; empty if there is none. */
    Optional<Long> lastBefore(Instant time) {
        return jdbc.sql("select seq from audit_entry where at < ? order by at desc, seq desc limit 1")
                .param(OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** The head and the last entry as of one moment; empty if somebody removed the head. */
    Optional<Head> head() {
        return jdbc.sql("select seq, hash, coalesce((select max(seq) from audit_entry), 0) as last from audit_head")
                .query((row, n) -> new Head(row.getLong("seq"), row.getBytes("hash"), row.getLong("last")))
                .optional();
    }

    /** In the order of the chain. */
    List<Link> linksAfter(long seq, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + ", payload, prev_hash, hash from audit_entry where seq > ? order by seq limit ?")
                .params(seq, limit)
                .query((row, n) -> new Link(
                        entry(row, n), row.getString("payload"), row.getBytes("prev_hash"), row.getBytes("hash")))
                .list();
    }

    private static RecordedEntry entry(ResultSet row, int rowNumber) throws SQLException {
        return new RecordedEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("jurisdiction"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("form_version"));
    }

    /** @param last place of the last entry in the table, which ought to be {@code seq} */
    record Head(long seq, byte[] hash, long last) {}

    record Link(RecordedEntry entry, String payload, byte[] previousHash, byte[] hash) {}
}
