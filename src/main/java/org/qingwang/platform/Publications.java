package org.qingwang.platform;

import static java.sql.Types.VARCHAR;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code platform_publication}. Only what is shown now is read. */
@Repository
class Publications {

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String noticeNo, String noticeText, String declarationText, Instant at, String by) {
        jdbc.sql("""
                        insert into platform_publication
                            (notice_no, notice_text, declaration_text, published_at, published_by)
                        values (:no, :notice, :declaration, :at, :by)
                        """)
                .param("no", noticeNo)
                .param("notice", noticeText)
                .param("declaration", declarationText, VARCHAR)
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    /** @return whether there was one */
    boolean withdraw(String noticeNo, String reason, Instant at, String by) {
        return jdbc.sql("""
                        update platform_publication
                        set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason
                        where notice_no = :no and withdrawn_at is null
                        """)
                        .param("at", utc(at))
                        .param("by", by)
                        .param("reason", reason)
                        .param("no", noticeNo)
                        .update()
                == 1;
    }

    Optional<Publication> of(String noticeNo) {
        return jdbc.sql("select * from platform_publication where notice_no = :no and withdrawn_at is null")
                .param("no", noticeNo)
                .query(Publications::map)
                .optional();
    }

    /**
     * The newest first.
     *
     * @param platformKey null for all
     * @param before only those published before this one
     */
    List<Publication.Line> list(String platformKey, long before, int most) {
        return jdbc.sql("""
                        select p.publication_id, p.notice_no, p.published_at, n.platform, n.platform_key, n.right_name, n.result
                        from platform_publication p join platform_notice n using (notice_no)
                        where p.withdrawn_at is null and p.publication_id < :before
                          and (:platform::text is null or n.platform_key = :platform)
                        order by p.publication_id desc limit :most
                        """)
                .param("before", before)
                .param("platform", platformKey, VARCHAR)
                .param("most", most)
                .query((row, number) -> new Publication.Line(
                        row.getLong("publication_id"),
                        row.getString("notice_no"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("platform"),
                        row.getString("platform_key"),
                        row.getString("right_name"),
                        NoticeResult.valueOf(row.getString("result"))))
                .list();
    }

    private static Publication map(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getLong("publication_id"),
                row.getString("notice_no"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("notice_text"),
                row.getString("declaration_text"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
