package org.qingwang.deputy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code deputyship}. */
@Repository
class Deputyships {

    private static final String SELECT = """
            select d.*, a.name absent_name, b.name deputy_name
            from deputyship d join officer a on a.id = d.absent join officer b on b.id = d.deputy
            """;

    private final JdbcClient jdbc;

    Deputyships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else names a deputy: two that exclude each other could be named at once. */
    void lock() {
        jdbc.sql("lock table deputyship in share row exclusive mode").update();
    }

    void add(Deputyship deputyship, Instant now) {
        jdbc.sql("""
                        insert into deputyship (absent, deputy, jurisdiction, first_day, last_day, reason, named_by, named_at)
                        values (:absent, :deputy, :jurisdiction, :first, :last, :reason, :by, :now)
                        """)
                .param("absent", deputyship.absent())
                .param("deputy", deputyship.deputy())
                .param("jurisdiction", deputyship.jurisdiction().id())
                .param("first", deputyship.firstDay())
                .param("last", deputyship.lastDay())
                .param("reason", deputyship.reason())
                .param("by", deputyship.namedBy())
                .param("now", utc(now))
                .update();
    }

    Optional<Deputyship> find(long id) {
        return jdbc.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query(Deputyships::map)
                .optional();
    }

    /** Those that have not ended early and share a day with this time, with the person on either side. */
    List<Deputyship> about(String person, LocalDate first, LocalDate last) {
        return jdbc.sql(SELECT + """
                        where d.ended_at is null and d.first_day <= :last and d.last_day >= :first
                          and (d.absent = :person or d.deputy = :person)
                        order by d.first_day, d.id
                        """)
                .param("person", person)
                .param("first", first)
                .param("last", last)
                .query(Deputyships::map)
                .list();
    }

    /** Those of a jurisdiction that are not over for long, the newest first. */
    List<Deputyship> of(Jurisdiction jurisdiction, LocalDate since, int most) {
        return jdbc.sql(SELECT + """
                        where d.jurisdiction = :jurisdiction and d.last_day >= :since
                        order by d.last_day desc, d.id desc limit :most
                        """)
                .param("jurisdiction", jurisdiction.id())
                .param("since", since)
                .param("most", most)
                .query(Deputyships::map)
                .list();
    }

    /** Those that have begun and whose tasks have not all gone back. */
    List<Long> atWork(LocalDate today) {
        return jdbc.sql("select id from deputyship where handed_back_at is null and first_day <= :today order by id")
                .param("today", today)
                .query(Long.class)
                .list();
    }

    /** @return the deputyship, locked; empty if another node is at it, or all its tasks have gone back */
    Optional<Deputyship> lockAtWork(long id) {
        boolean locked = jdbc.sql(
                        "select id from deputyship where id = :id and handed_back_at is null for update skip locked")
                .param("id", id)
                .query(Long.class)
                .optional()
                .isPresent();
        return locked ? find(id) : Optional.empty();
    }

    /** @return whether it had not ended */
    boolean end(long id, Instant now) {
        return jdbc.sql("update deputyship set ended_at = :now where id = :id and ended_at is null")
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    void handedBack(long id, Instant now) {
        jdbc.sql("update deputyship set handed_back_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    private static Deputyship map(ResultSet row, int number) throws SQLException {
        return new Deputyship(
                row.getLong("id"),
                row.getString("absent"),
                row.getString("absent_name"),
                row.getString("deputy"),
                row.getString("deputy_name"),
                Jurisdiction.parse(row.getString("jurisdiction")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                row.getString("named_by"),
                instant(row, "ended_at"),
                instant(row, "handed_back_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
