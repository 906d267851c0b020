package org.qingwang.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code evidence_held} and {@code evidence_held_piece}. */
@Repository
class HeldFiles {

    private final JdbcClient db;
    private final FilePieces pieces;

    HeldFiles(JdbcClient db) {
        this.db = db;
        this.pieces = new FilePieces(db, "evidence_held_piece");
    }

    /** First sent first. */
    List<HeldFile> of(String holder) {
        return db.sql("""
                        select id, name, file_type, bytes, sha256, received_at from evidence_held
                         where holder = :holder order by id
                        """).param("holder", holder).query(HeldFiles::row).list();
    }

    /** @return the new file's id; empty if the holder has this content already */
    Optional<Long> insert(String holder, HeldFile file) {
        return db.sql("""
                        insert into evidence_held (holder, name, file_type, bytes, sha256, received_at)
                        values (:holder, :name, :type, :bytes, :sha256, :at)
                        on conflict do nothing
                        returning id
                        """)
                .param("holder", holder)
                .param("name", file.name())
                .param("type", file.type().name())
                .param("bytes", file.bytes())
                .param("sha256", HexFormat.of().parseHex(file.sha256()))
                .param("at", file.receivedAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    FilePieces pieces() {
        return pieces;
    }

    /** Whose file it is counts: an id of somebody else's removes nothing. */
    void remove(String holder, long id) {
        db.sql("delete from evidence_held where holder = :holder and id = :id")
                .param("holder", holder)
                .param("id", id)
                .update();
    }

    void removeAll(String holder) {
        db.sql("delete from evidence_held where holder = :holder")
                .param("holder", holder)
                .update();
    }

    void removeOlder(String kind, Instant before) {
        db.sql("delete from evidence_held where starts_with(holder, :kind) and received_at < :before")
                .param("kind", kind)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static HeldFile row(ResultSet rs, int n) throws SQLException {
        Instant at = rs.getObject("received_at", OffsetDateTime.class).toInstant();
        return new HeldFile(
                rs.getLong("id"),
                rs.getString("name"),
                FileType.valueOf(rs.getString("file_type")),
                rs.getLong("bytes"),
                HexFormat.of().formatHex(rs.getBytes("sha256")),
                at);
    }
}
