package org.qingwang.engine.rights;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The engine's table of authorizations, read for one person at a time. */
@Repository
class GrantRows {

    private final JdbcClient jdbc;

    GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    HeldGrants heldBy(String userId, Collection<String> groups) {
        return new HeldGrants(jdbc.sql("""
                        select type_, group_id_, resource_type_, resource_id_, perms_ from act_ru_authorization
                        where group_id_ = any(?) or user_id_ in (?, '*')""")
                .params(new SqlArrayValue("text", groups.toArray()), userId)
                .query((row, n) -> new HeldGrants.Row(
                        row.getInt(1), row.getString(2), row.getInt(3), row.getString(4), row.getInt(5)))
                .list());
    }
}
