package org.qingwang.complaint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code complaint_visit}. */
@Repository
class Visits {

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] digest, String receiptNo, Instant expiresAt) {
        jdbc.sql("""
                        insert into complaint_visit (digest, receipt_no, secret_hash, expires_at)
                        select :digest, receipt_no, secret_hash, :expires from complaint where receipt_no = :receiptNo
                        """)
                .param("digest", digest)
                .param("receiptNo", receiptNo)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<String> receiptNo(byte[] digest, Instant now) {
        return jdbc.sql("""
                        select receipt_no from complaint_visit join complaint using (receipt_no, secret_hash)
                        where digest = :digest and expires_at > :now
                        """)
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    void remove(byte[] digest) {
        jdbc.sql("delete from complaint_visit where digest = :digest")
                .param("digest", digest)
                .update();
    }

    void removeExpired(Instant now) {
        jdbc.sql("delete from complaint_visit where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
