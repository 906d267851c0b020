package org.qingwang.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code evidence_file} and {@code evidence_piece}. */
@Repository
class EvidenceFiles {

    private static final String ROW = """
            select id, subject_type, subject_no, name, file_type, bytes, sha256, note, received_at, received_by,
                   received_by_name, scanned
              from evidence_file
            """;

    private final JdbcClient db;
    private final FilePieces pieces;

    EvidenceFiles(JdbcClient db) {
        this.db = db;
        this.pieces = new FilePieces(db, "evidence_piece");
    }

    /** Evidence of a subject, first received first. */
    List<EvidenceFile> of(Subject subject) {
        return db.sql(ROW + " where subject_type = :type and subject_no = :number order by id")
                .param("type", subject.type().name())
                .param("number", subject.number())
                .query(EvidenceFiles::row)
                .list();
    }

    int count(Subject subject, Instant since) {
        return db.sql("""
                        select count(*) from evidence_file
                         where subject_type = :type and subject_no = :number and received_at >= :since
                        """)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("type", subject.type().name())
                .param("number", subject.number())
                .query(Integer.class)
                .single();
    }

    Optional<EvidenceFile> find(long id) {
        return db.sql(ROW + " where id = :id")
                .param("id", id)
                .query(EvidenceFiles::row)
                .optional();
    }

    /** The file with this content that a subject has already. */
    Optional<EvidenceFile> find(Subject subject, String sha256) {
        return db.sql(ROW + " where subject_type = :type and subject_no = :number and sha256 = :sha256")
                .param("type", subject.type().name())
                .param("number", subject.number())
                .param("sha256", HexFormat.of().parseHex(sha256))
                .query(EvidenceFiles::row)
                .optional();
    }

    /** @return the new file's id; empty if the subject has this content already */
    Optional<Long> insert(EvidenceFile file) {
        return db.sql("""
                        insert into evidence_file (subject_type, subject_no, name, file_type, bytes, sha256, note,
                            received_at, received_by, received_by_name, scanned)
                        values (:type, :number, :name, :fileType, :bytes, :sha256, :note, :at, :by, :byName, :scanned)
                        on conflict do nothing
                        returning id
                        """)
                .param("type", file.subject().type().name())
                .param("number", file.subject().number())
                .param("name", file.name())
                .param("fileType", file.type().name())
                .param("bytes", file.bytes())
                .param("sha256", HexFormat.of().parseHex(file.sha256()))
                .param("note", file.note(), Types.VARCHAR)
                .param("at", OffsetDateTime.ofInstant(file.receivedAt(), ZoneOffset.UTC))
                .param("by", file.receivedBy())
                .param("byName", file.receivedByName())
                .param("scanned", file.scanned())
                .query(Long.class)
                .optional();
    }

    FilePieces pieces() {
        return pieces;
    }

    private static EvidenceFile row(ResultSet rs, int n) throws SQLException {
        return new EvidenceFile(
                rs.getLong("id"),
                new Subject(Subject.Type.valueOf(rs.getString("subject_type")), rs.getString("subject_no")),
                rs.getString("name"),
                FileType.valueOf(rs.getString("file_type")),
                rs.getLong("bytes"),
                HexFormat.of().formatHex(rs.getBytes("sha256")),
                rs.getString("note"),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                rs.getString("received_by"),
                rs.getString("received_by_name"),
                rs.getBoolean("scanned"));
    }
}
