package org.qingwang.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code api_key}. */
@Repository
class ApiKeys {

    private final JdbcClient jdbc;

    ApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it went in; not if the name is taken */
    boolean add(ApiKey key, byte[] hash) {
        return jdbc.sql("""
                        insert into api_key (
                            name, key_hash, beginning, jurisdiction, scopes, created_by, created_at, expires_at)
                        values (:name, :hash, :beginning, :jurisdiction, :scopes, :createdBy, :createdAt, :expiresAt)
                        on conflict (name) do nothing
                        """)
                        .param("name", key.name())
                        .param("hash", hash)
                        .param("beginning", key.beginning())
                        .param("jurisdiction", key.jurisdiction().id())
                        .param(
                                "scopes",
                                key.scopes().stream().map(Scope::id).sorted().toArray(String[]::new))
                        .param("createdBy", key.createdBy())
                        .param("createdAt", utc(key.createdAt()))
                        .param("expiresAt", utc(key.expiresAt()))
                        .update()
                == 1;
    }

    Optional<ApiKey> ofHash(byte[] hash) {
        return jdbc.sql("select * from api_key where key_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> key(row))
                .optional();
    }

    /** Valid ones first, then the newest. */
    List<ApiKey> all() {
        return jdbc.sql("select * from api_key order by revoked_at nulls first, created_at desc, name limit 1000")
                .query((row, number) -> key(row))
                .list();
    }

    /** @return whether there was one to revoke */
    boolean revoke(String name, String by, Instant at) {
        return jdbc.sql("""
                        update api_key set revoked_at = :at, revoked_by = :by
                        where name = :name and revoked_at is null
                        """)
                        .param("name", name)
                        .param("by", by)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    void used(String name, Instant at) {
        jdbc.sql("update api_key set last_used_at = :at where name = :name")
                .param("name", name)
                .param("at", utc(at))
                .update();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("name"),
                row.getString("beginning"),
                Jurisdiction.parse(row.getString("jurisdiction")),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .flatMap(id -> Scope.ofId(id).stream())
                        .collect(Collectors.toSet()),
                row.getString("created_by"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "expires_at").orElseThrow(),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
