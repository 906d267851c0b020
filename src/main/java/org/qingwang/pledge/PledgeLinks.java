package org.qingwang.pledge;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code pledge_link}. */
@Repository
class PledgeLinks {

    private final JdbcClient jdbc;

    PledgeLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String pledgeNo, byte[] digest, Instant at, Instant expires) {
        jdbc.sql(
                        "insert into pledge_link (pledge_no, digest, made_at, expires_at) values (:no, :digest, :at, :expires)")
                .param("no", pledgeNo)
                .param("digest", digest)
                .param("at", Pledges.utc(at))
                .param("expires", Pledges.utc(expires))
                .update();
    }

    Optional<PledgeLink> find(byte[] digest) {
        return jdbc.sql("select * from pledge_link where digest = :digest")
                .param("digest", digest)
                .query((row, number) -> new PledgeLink(
                        row.getLong("link_id"),
                        row.getString("pledge_no"),
                        Pledges.instant(row, "made_at"),
                        Pledges.instant(row, "expires_at"),
                        Pledges.instant(row, "revoked_at")))
                .optional();
    }

    /** @return how many were open until now */
    int revokeOpen(String pledgeNo, Instant at) {
        return jdbc.sql("update pledge_link set revoked_at = :at where pledge_no = :no and revoked_at is null")
                .param("at", Pledges.utc(at))
                .param("no", pledgeNo)
                .update();
    }
}
