package org.qingwang.complaint.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code api_filing}: requests other systems gave a key of their own. */
@Repository
class Requests {

    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Known(byte[] digest, String receiptNo) {}

    /** Waits for the same request if another node is just doing it. @return whether this one is the first */
    boolean begin(String sender, String key, byte[] digest, Instant at) {
        return jdbc.sql("""
                        insert into api_filing (key_name, idempotency_key, content_digest, filed_at)
                        values (:sender, :key, :digest, :at)
                        on conflict do nothing
                        """)
                        .param("sender", sender)
                        .param("key", key)
                        .param("digest", digest)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void done(String sender, String key, String receiptNo) {
        jdbc.sql("""
                        update api_filing set receipt_no = :receiptNo
                        where key_name = :sender and idempotency_key = :key
                        """)
                .param("receiptNo", receiptNo)
                .param("sender", sender)
                .param("key", key)
                .update();
    }

    Known find(String sender, String key) {
        return jdbc.sql("""
                        select content_digest, receipt_no from api_filing
                        where key_name = :sender and idempotency_key = :key
                        """)
                .param("sender", sender)
                .param("key", key)
                .query((row, number) -> new Known(row.getBytes("content_digest"), row.getString("receipt_no")))
                .single();
    }
}
