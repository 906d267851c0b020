package org.qingwang.evidence;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.evidence.CustodyEvent.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code evidence_custody}. */
@Repository
class Custody {

    private final JdbcClient db;

    Custody(JdbcClient db) {
        this.db = db;
    }

    void add(long fileId, Kind kind, Instant at, Actor actor, String detail) {
        db.sql("""
                        insert into evidence_custody (file_id, event, at, actor, actor_name, jurisdiction, detail)
                        values (:file, :event, :at, :actor, :name, :jurisdiction, :detail)
                        """)
                .param("file", fileId)
                .param("event", kind.name())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("actor", actor.userId())
                .param("name", actor.name())
                .param(
                        "jurisdiction",
                        actor.homeJurisdiction().map(Jurisdiction::id).orElse(null),
                        Types.VARCHAR)
                .param("detail", detail, Types.VARCHAR)
                .update();
    }

    /** The newest links of a file's chain, newest first. */
    List<CustodyEvent> newestOf(long fileId, int limit) {
        return db.sql("""
                        select event, at, actor, actor_name, jurisdiction, detail from evidence_custody
                         where file_id = :file order by id desc limit :limit
                        """)
                .param("file", fileId)
                .param("limit", limit)
                .query((rs, n) -> new CustodyEvent(
                        Kind.valueOf(rs.getString("event")),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("actor"),
                        rs.getString("actor_name"),
                        rs.getString("jurisdiction"),
                        rs.getString("detail")))
                .list();
    }
}
