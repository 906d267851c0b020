package org.qingwang.complaint;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code complaint_addition}. */
@Repository
class Additions {

    private final JdbcClient jdbc;

    Additions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new: not sent before under this name, and no second withdrawal */
    boolean add(String receiptNo, byte[] request, Addition addition) {
        return jdbc.sql("""
                        insert into complaint_addition (receipt_no, request, kind, at, words, files)
                        values (:receiptNo, :request, :kind, :at, :words, :files)
                        on conflict do nothing
                        """)
                        .param("receiptNo", receiptNo)
                        .param("request", request)
                        .param("kind", addition.kind().name())
                        .param("at", addition.at().atOffset(ZoneOffset.UTC))
                        .param("words", addition.words())
                        .param("files", addition.files())
                        .update()
                > 0;
    }

    boolean isKnown(String receiptNo, byte[] request) {
        return jdbc.sql("select exists (select from complaint_addition where receipt_no = :no and request = :request)")
                .param("no", receiptNo)
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    /** First sent first. */
    List<Addition> of(String receiptNo) {
        return jdbc.sql("select * from complaint_addition where receipt_no = :receiptNo order by addition_id")
                .param("receiptNo", receiptNo)
                .query((row, number) -> new Addition(
                        Addition.Kind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("words"),
                        row.getInt("files")))
                .list();
    }
}
