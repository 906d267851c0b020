package org.qingwang.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What files contain, in a table of pieces: whoever writes or reads a file has one megabyte of it in memory. */
final class FilePieces {

    private static final int PIECE = 1024 * 1024;

    private final JdbcClient db;
    private final String insert;
    private final String select;

    /** @param table with {@code file_id}, {@code position} from 0 and {@code content} */
    FilePieces(JdbcClient db, String table) {
        this.db = db;
        this.insert = "insert into " + table + " (file_id, position, content) values (:id, :position, :content)";
        this.select = "select content from " + table + " where file_id = :id and position = :position";
    }

    void write(long id, InputStream content) {
        try {
            int position = 0;
            for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                db.sql(insert)
                        .param("id", id)
                        .param("position", position++)
                        .param("content", piece)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One piece of a file, counted from 0; empty after the last. */
    Optional<byte[]> at(long id, int position) {
        return db.sql(select)
                .param("id", id)
                .param("position", position)
                .query((rs, n) -> rs.getBytes("content"))
                .optional();
    }

    /** The whole of a file. */
    InputStream read(long id) {
        return new SequenceInputStream(new Enumeration<>() {
            private int position;
            private Optional<byte[]> next = at(id, 0);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                InputStream piece = new ByteArrayInputStream(next.orElseThrow());
                next = at(id, ++position);
                return piece;
            }
        });
    }
}
