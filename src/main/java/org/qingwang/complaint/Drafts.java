package org.qingwang.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.common.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code complaint_draft}. */
@Repository
class Drafts {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Drafts(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A file that was not taken, as it can be worded later in any language. */
    private record Refusal(String messageKey, List<String> arguments) {

        static Refusal of(BadInput input) {
            return new Refusal(
                    input.messageKey(),
                    Arrays.stream(input.arguments()).map(String::valueOf).toList());
        }

        BadInput asInput() {
            return new BadInput("file", messageKey, arguments.toArray());
        }
    }

    Optional<Draft> find(byte[] digest) {
        return query(digest, "");
    }

    Optional<Draft> findForUpdate(byte[] digest) {
        return query(digest, " for update");
    }

    private Optional<Draft> query(byte[] digest, String suffix) {
        return jdbc.sql("select * from complaint_draft where digest = :digest" + suffix)
                .param("digest", digest)
                .query((row, number) -> draft(row))
                .optional();
    }

    /** Writes a draft that is not filed, for the first time or again. One that is filed stays as it is. */
    void put(byte[] digest, Draft draft) {
        jdbc.sql("""
                        insert into complaint_draft (digest, content, refused, saved, changed_at, expires_at)
                        values (:digest, cast(:content as jsonb), cast(:refused as jsonb), :saved, :at, :expires)
                        on conflict (digest) do update set (content, refused, saved, changed_at, expires_at) =
                            (excluded.content, excluded.refused, excluded.saved, excluded.changed_at,
                             excluded.expires_at)
                            where complaint_draft.receipt_no is null
                        """)
                .param("digest", digest)
                .param("content", text(draft.content()))
                .param("refused", text(draft.refused().stream().map(Refusal::of).toList()))
                .param("saved", draft.saved())
                .param("at", utc(draft.changedAt()))
                .param("expires", utc(draft.expiresAt()))
                .update();
    }

    void setFiled(byte[] digest, String receiptNo, Instant at, Instant expiresAt) {
        jdbc.sql("""
                        update complaint_draft set content = '{}', refused = '[]', receipt_no = :receiptNo,
                            changed_at = :at, expires_at = :expires
                        where digest = :digest
                        """)
                .param("digest", digest)
                .param("receiptNo", receiptNo)
                .param("at", utc(at))
                .param("expires", utc(expiresAt))
                .update();
    }

    void remove(byte[] digest) {
        jdbc.sql("delete from complaint_draft where digest = :digest")
                .param("digest", digest)
                .update();
    }

    /** @return digests of those whose time is over, some at a time */
    List<byte[]> expired(Instant now, int most) {
        return jdbc.sql("""
                        select digest from complaint_draft where expires_at <= :now
                        order by expires_at limit :most for update skip locked
                        """)
                .param("now", utc(now))
                .param("most", most)
                .query(byte[].class)
                .list();
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                read(row.getString("content"), new TypeReference<Map<String, List<String>>>() {}),
                read(row.getString("refused"), new TypeReference<List<Refusal>>() {}).stream()
                        .map(Refusal::asInput)
                        .toList(),
                row.getBoolean("saved"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("receipt_no")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that is no JSON", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that is no JSON", e);
        }
    }
}
