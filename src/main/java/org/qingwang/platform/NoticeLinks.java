package org.qingwang.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code platform_link}. */
@Repository
class NoticeLinks {

    private final JdbcClient jdbc;

    NoticeLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(NoticeLink link, byte[] digest, String by) {
        jdbc.sql("""
                        insert into platform_link (notice_no, party, step, digest, made_at, made_by, expires_at)
                        values (:no, :party, :step, :digest, :at, :by, :expires)
                        """)
                .param("no", link.noticeNo())
                .param("party", link.party().name())
                .param("step", link.step().name())
                .param("digest", digest)
                .param("at", utc(link.madeAt()))
                .param("by", by)
                .param("expires", utc(link.expiresAt()))
                .update();
    }

    Optional<NoticeLink> find(byte[] digest) {
        return jdbc.sql("select * from platform_link where digest = :digest")
                .param("digest", digest)
                .query(NoticeLinks::map)
                .optional();
    }

    boolean isOfCase(long id, String caseNo) {
        return jdbc.sql("""
                        select exists (select from platform_link join platform_notice using (notice_no)
                                       where link_id = :id and case_no = :case)
                        """)
                .param("id", id)
                .param("case", caseNo)
                .query(Boolean.class)
                .single();
    }

    /** The newest first. */
    List<NoticeLink> of(String noticeNo) {
        return jdbc.sql("select * from platform_link where notice_no = :no order by link_id desc")
                .param("no", noticeNo)
                .query(NoticeLinks::map)
                .list();
    }

    /** @return how many were open until now */
    int revokeOpen(String noticeNo, Instant at) {
        return jdbc.sql("""
                        update platform_link set revoked_at = :at
                        where notice_no = :no and used_at is null and revoked_at is null
                        """).param("at", utc(at)).param("no", noticeNo).update();
    }

    void setUsed(long id, Instant at) {
        jdbc.sql("update platform_link set used_at = :at where link_id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    private static NoticeLink map(ResultSet row, int number) throws SQLException {
        return new NoticeLink(
                row.getLong("link_id"),
                row.getString("notice_no"),
                NoticeLink.Party.valueOf(row.getString("party")),
                NoticeStage.valueOf(row.getString("step")),
                instant(row, "made_at"),
                instant(row, "expires_at"),
                instant(row, "used_at"),
                instant(row, "revoked_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
