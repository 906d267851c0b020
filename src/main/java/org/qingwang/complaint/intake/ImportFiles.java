package org.qingwang.complaint.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.qingwang.common.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code import_file_part}: files as they were received. */
@Repository
class ImportFiles {

    private static final int PART = 1 << 18;

    private final JdbcClient jdbc;

    ImportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was stored.
     *
     * @param digest SHA-256
     */
    record Stored(long size, byte[] digest) {}

    /** @throws BadInput if there is nothing in the file or more than {@code most} bytes */
    Stored store(String batchNo, InputStream file, long most) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        int part = 0;
        for (byte[] content = file.readNBytes(PART); content.length > 0; content = file.readNBytes(PART)) {
            size += content.length;
            if (size > most) {
                throw new BadInput("file", "intake.file.large", String.valueOf(most >> 20));
            }
            digest.update(content);
            jdbc.sql("insert into import_file_part (batch_no, part, content) values (:batchNo, :part, :content)")
                    .param("batchNo", batchNo)
                    .param("part", part++)
                    .param("content", content)
                    .update();
        }
        if (size == 0) {
            throw new BadInput("file", "intake.file.empty");
        }
        return new Stored(size, digest.digest());
    }

    void delete(String batchNo) {
        jdbc.sql("delete from import_file_part where batch_no = :batchNo")
                .param("batchNo", batchNo)
                .update();
    }

    /** @return the file, fetched part by part as it is read */
    InputStream open(String batchNo) {
        return new Parts(batchNo);
    }

    private Optional<byte[]> part(String batchNo, int part) {
        return jdbc.sql("select content from import_file_part where batch_no = :batchNo and part = :part")
                .param("batchNo", batchNo)
                .param("part", part)
                .query(byte[].class)
                .optional();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private final class Parts extends InputStream {
        private final String batchNo;
        private byte[] current = {};
        private int at;
        private int next;

        Parts(String batchNo) {
            this.batchNo = batchNo;
        }

        @Override
        public int read() {
            return hasMore() ? current[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int taken = Math.min(length, current.length - at);
            System.arraycopy(current, at, target, offset, taken);
            at += taken;
            return taken;
        }

        private boolean hasMore() {
            if (at < current.length) {
                return true;
            }
            Optional<byte[]> following = part(batchNo, next);
            following.ifPresent(part -> {
                current = part;
                at = 0;
                next++;
            });
            return following.isPresent();
        }
    }
}
