package org.qingwang.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code officer} and {@code membership}. */
@Repository
class Officers {

    private static final String SELECT = """
            select o.id, o.name, o.active, m.role, m.jurisdiction_id
            from officer o left join membership m on m.officer_id = o.id
            """;

    private final JdbcClient database;
    private final Clock clock;

    Officers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<Officer> find(String id) {
        return read(database.sql(SELECT + "where o.id = :id").param("id", id)).stream()
                .findFirst();
    }

    Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        database.sql("select id, name from officer where id = any (:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("id"), row.getString("name"));
                });
        return names;
    }

    List<Officer> all() {
        return read(database.sql(SELECT + "order by o.id"));
    }

    /** Officers by id, one page. {@code words} may be part of the id, the name or a jurisdiction; empty for all. */
    List<Officer> page(String words, int offset, int limit) {
        return read(database.sql(SELECT + """
                        where o.id in (
                            select p.id from officer p
                            where :words = '' or position(lower(:words) in lower(p.id || ' ' || p.name)) > 0
                               or exists (select 1 from membership w
                                          where w.officer_id = p.id and position(:words in w.jurisdiction_id) > 0)
                            order by p.id offset :offset limit :limit)
                        order by o.id
                        """)
                .param("words", words)
                .param("offset", offset)
                .param("limit", limit));
    }

    /** Active officers and heads of a jurisdiction, by id. */
    List<Officer> workingFor(Jurisdiction jurisdiction) {
        return read(database.sql(SELECT + """
                        where o.active and o.id in (
                            select w.officer_id from membership w
                            where w.jurisdiction_id = :jurisdiction and w.role in ('OFFICER', 'HEAD'))
                        order by o.id
                        """).param("jurisdiction", jurisdiction.id()));
    }

    /** Everybody active with a role in a jurisdiction, by id. */
    List<Officer> membersOf(Jurisdiction jurisdiction) {
        return read(database.sql(SELECT + """
                        where o.active and o.id in (
                            select w.officer_id from membership w where w.jurisdiction_id = :jurisdiction)
                        order by o.id
                        """).param("jurisdiction", jurisdiction.id()));
    }

    /** @return false if there is one with this id already; that one stays as it is */
    boolean add(Officer officer, boolean demo) {
        int added = database.sql("""
                        insert into officer (id, name, active, demo, changed_at)
                        values (:id, :name, :active, :demo, :now) on conflict do nothing
                        """)
                .param("id", officer.id())
                .param("name", officer.name())
                .param("active", officer.active())
                .param("demo", demo)
                .param("now", now())
                .update();
        if (added == 1) {
            officer.memberships().forEach(membership -> addMembership(officer.id(), membership));
        }
        return added == 1;
    }

    void replace(Officer officer) {
        database.sql("update officer set name = :name, active = :active, changed_at = :now where id = :id")
                .param("id", officer.id())
                .param("name", officer.name())
                .param("active", officer.active())
                .param("now", now())
                .update();
        database.sql("delete from membership where officer_id = :id")
                .param("id", officer.id())
                .update();
        officer.memberships().forEach(membership -> addMembership(officer.id(), membership));
    }

    boolean anyDemo() {
        return database.sql("select exists (select 1 from officer where demo and active)")
                .query(Boolean.class)
                .single();
    }

    /** How many active people have this role; locks them, so that two cannot give it up at once. */
    int lockAndCount(Role role) {
        return database.sql("""
                        select o.id from officer o join membership m on m.officer_id = o.id
                        where m.role = :role and o.active order by o.id for update of o
                        """)
                .param("role", role.name())
                .query(String.class)
                .list()
                .size();
    }

    private void addMembership(String officer, Membership membership) {
        database.sql("""
                        insert into membership (officer_id, role, jurisdiction_id)
                        values (:officer, :role, :jurisdiction) on conflict do nothing
                        """)
                .param("officer", officer)
                .param("role", membership.role().name())
                .param("jurisdiction", membership.where().map(Jurisdiction::id).orElse(null))
                .update();
    }

    private static List<Officer> read(JdbcClient.StatementSpec statement) {
        Map<String, Officer> officers = new LinkedHashMap<>();
        statement
                .query((row, number) -> row(row))
                .list()
                .forEach(officer -> officers.merge(officer.id(), officer, Officers::joined));
        return List.copyOf(officers.values());
    }

    private static Officer row(ResultSet row) throws SQLException {
        List<Membership> memberships = new ArrayList<>();
        String role = row.getString("role");
        if (role != null) {
            String jurisdiction = row.getString("jurisdiction_id");
            memberships.add(
                    new Membership(Role.valueOf(role), jurisdiction == null ? null : Jurisdiction.parse(jurisdiction)));
        }
        return new Officer(row.getString("id"), row.getString("name"), row.getBoolean("active"), memberships);
    }

    private static Officer joined(Officer one, Officer other) {
        List<Membership> memberships = new ArrayList<>(one.memberships());
        memberships.addAll(other.memberships());
        return new Officer(one.id(), one.name(), one.active(), memberships);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
