package org.qingwang.rights;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qingwang.rights.TradeMark.Dates;
import org.qingwang.rights.TradeMark.MarkKind;
import org.qingwang.rights.TradeMark.NiceClass;
import org.qingwang.rights.TradeMark.Party;
import org.qingwang.rights.TradeMark.PartyRole;
import org.qingwang.rights.TradeMark.Reading;
import org.qingwang.rights.TradeMark.Source;
import org.qingwang.rights.TradeMark.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code trade_mark}, {@code trade_mark_class} and {@code trade_mark_party}. */
@Repository
class TradeMarks {

    private static final String ROW = """
            select id, office_code, registration_no, application_no, mark_text, mark_kinds, designated_offices, status,
                   office_status, office_status_text, status_since, filed_on, registered_on, renewed_on, expires_on,
                   recorded_on, source
              from trade_mark
            """;

    private final JdbcClient db;
    private final JdbcTemplate batches;

    TradeMarks(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    Optional<TradeMark> find(String officeCode, String number) {
        return db.sql(ROW + """
                         where office_code = :office
                           and (registration_no = :number or (registration_no is null and application_no = :number))
                         order by registration_no nulls last
                         limit 1
                        """)
                .param("office", officeCode)
                .param("number", number)
                .query(TradeMarks::row)
                .optional()
                .map(row -> whole(List.of(row)).get(0));
    }

    /** All marks with this registration number, or with this application number and none yet; a handful at most. */
    List<TradeMark> withNumber(String number) {
        List<Row> rows =
                db.sql(ROW + """
                         where registration_no = :number or (registration_no is null and application_no = :number)
                         order by registration_no nulls last, office_code
                         limit 50
                        """).param("number", number).query(TradeMarks::row).list();
        return whole(rows);
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException if there is none */
    TradeMark byId(long id) {
        Row row = db.sql(ROW + " where id = :id")
                .param("id", id)
                .query(TradeMarks::row)
                .single();
        return whole(List.of(row)).get(0);
    }

    /** The marks changed last, newest first. */
    List<TradeMark> newest(int offset, int size) {
        return whole(db.sql(ROW + " order by changed_at desc, id desc offset :offset limit :size")
                .param("offset", offset)
                .param("size", size)
                .query(TradeMarks::row)
                .list());
    }

    /** How many marks there are, counted no further than the limit. */
    int count(int limit) {
        return db.sql("select count(*) from (select 1 from trade_mark limit :limit) marks")
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /**
     * Ids of marks with this number, or with this pattern in their words or a party's name; marks with the number first,
     * then by their words.
     *
     * @param number a normal number, or null
     * @param pattern as {@link SearchText#pattern} makes it, or null
     */
    List<Long> search(String number, String pattern, int limit) {
        return db.sql("""
                        select trade_mark.id from (
                            (select id, 0 kind from trade_mark where registration_no = :number limit :limit)
                            union
                            (select id, 0 from trade_mark where application_no = :number limit :limit)
                            union
                            (select id, 1 from trade_mark where mark_sought like :pattern limit :limit)
                            union
                            (select trade_mark_id, 1 from trade_mark_party where name_sought like :pattern limit :limit)
                        ) found join trade_mark using (id)
                        group by trade_mark.id
                        order by min(kind), mark_sought, trade_mark.id
                        limit :limit
                        """)
                .param("number", number, Types.VARCHAR)
                .param("pattern", pattern, Types.VARCHAR)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** The marks with these ids, in their order. */
    List<TradeMark> all(List<Long> ids) {
        Map<Long, Row> rows = db
                .sql(ROW + " where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new), Types.ARRAY)
                .query(TradeMarks::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Function.identity()));
        return whole(ids.stream().map(rows::get).filter(Objects::nonNull).toList());
    }

    /** What is known of a mark before a record of it is written; locked until the transaction ends. */
    record Known(long id, String registrationNo, LocalDate recorded, String digest) {}

    /** The row a record belongs to: the same registration, or the application it grew out of. */
    Optional<Known> lock(String officeCode, String registrationNo, String applicationNo) {
        return db.sql("""
                        select id, registration_no, recorded_on, content_digest from trade_mark
                         where office_code = :office
                           and (registration_no = :registration
                                or (application_no = :application
                                    and (registration_no is null or cast(:registration as text) is null)))
                         order by registration_no nulls last
                         limit 1 for update
                        """)
                .param("office", officeCode)
                .param("registration", registrationNo, Types.VARCHAR)
                .param("application", applicationNo, Types.VARCHAR)
                .query((rs, n) -> new Known(
                        rs.getLong("id"),
                        rs.getString("registration_no"),
                        rs.getObject("recorded_on", LocalDate.class),
                        rs.getString("content_digest")))
                .optional();
    }

    /** @return the new row's id; empty if somebody else has added the same mark meanwhile */
    Optional<Long> insert(TradeMark mark, String digest, Instant now, String by) {
        return written("""
                        insert into trade_mark (office_code, registration_no, application_no, mark_text, mark_sought, mark_kinds,
                            designated_offices, status, office_status, office_status_text, status_since, filed_on,
                            registered_on, renewed_on, expires_on, recorded_on, source, content_digest, changed_at,
                            changed_by)
                        values (:office, :registration, :application, :text, :sought, :kinds, :designated, :status, :officeStatus,
                            :officeText, :since, :filed, :registered, :renewed, :expires, :recorded, :source, :digest,
                            :now, :by)
                        on conflict do nothing
                        returning id
                        """, mark, digest, now, by).query(Long.class).optional().map(id -> {
            writeDetails(id, mark);
            return id;
        });
    }

    void update(long id, TradeMark mark, String digest, Instant now, String by) {
        written("""
                        update trade_mark set registration_no = coalesce(:registration, registration_no), application_no = :application,
                            mark_text = :text, mark_sought = :sought, mark_kinds = :kinds, designated_offices = :designated, status = :status,
                            office_status = :officeStatus, office_status_text = :officeText, status_since = :since,
                            filed_on = :filed, registered_on = :registered, renewed_on = :renewed,
                            expires_on = :expires, recorded_on = :recorded, source = :source, content_digest = :digest,
                            changed_at = :now, changed_by = :by
                         where id = :id and office_code = :office
                        """, mark, digest, now, by).param("id", id).update();
        db.sql("delete from trade_mark_class where trade_mark_id = :id")
                .param("id", id)
                .update();
        db.sql("delete from trade_mark_party where trade_mark_id = :id")
                .param("id", id)
                .update();
        writeDetails(id, mark);
    }

    private JdbcClient.StatementSpec written(String sql, TradeMark mark, String digest, Instant now, String by) {
        return db.sql(sql)
                .param("office", mark.officeCode())
                .param("registration", mark.registrationNo(), Types.VARCHAR)
                .param("application", mark.applicationNo(), Types.VARCHAR)
                .param("text", mark.text(), Types.VARCHAR)
                .param("sought", SearchText.of(mark.text()), Types.VARCHAR)
                .param("kinds", mark.kinds().stream().map(Enum::name).sorted().toArray(String[]::new), Types.ARRAY)
                .param("designated", mark.designatedOffices().stream().sorted().toArray(String[]::new), Types.ARRAY)
                .param("status", mark.status().reading().name())
                .param("officeStatus", mark.status().officeStatus(), Types.VARCHAR)
                .param("officeText", mark.status().officeText(), Types.VARCHAR)
                .param("since", mark.status().since(), Types.DATE)
                .param("filed", mark.dates().filed(), Types.DATE)
                .param("registered", mark.dates().registered(), Types.DATE)
                .param("renewed", mark.dates().renewed(), Types.DATE)
                .param("expires", mark.dates().expires(), Types.DATE)
                .param("recorded", mark.dates().recorded(), Types.DATE)
                .param("source", mark.source().name())
                .param("digest", digest)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("by", by);
    }

    private void writeDetails(long id, TradeMark mark) {
        List<NiceClass> classes = mark.classes();
        batches.batchUpdate(
                "insert into trade_mark_class (trade_mark_id, position, nice_class, goods) values (?, ?, ?, ?)",
                numbered(classes.size(), position -> {
                    NiceClass niceClass = classes.get(position);
                    return new Object[] {id, position, niceClass.number(), niceClass.goods()};
                }));
        List<Party> parties = mark.parties();
        batches.batchUpdate("""
                insert into trade_mark_party (trade_mark_id, position, role, name, name_sought, country, address,
                    capacity)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, numbered(parties.size(), position -> {
            Party party = parties.get(position);
            return new Object[] {
                id,
                position,
                party.role().name(),
                party.name(),
                SearchText.of(party.name()),
                party.country(),
                party.address(),
                party.capacity()
            };
        }));
    }

    private static List<Object[]> numbered(int size, Function<Integer, Object[]> row) {
        return IntStream.range(0, size).boxed().map(row).toList();
    }

    private List<TradeMark> whole(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Long[] ids = rows.stream().map(Row::id).toArray(Long[]::new);
        Map<Long, List<Child<NiceClass>>> classes = db
                .sql("""
                        select trade_mark_id, nice_class, goods from trade_mark_class
                         where trade_mark_id = any(:ids) order by trade_mark_id, position
                        """)
                .param("ids", ids, Types.ARRAY)
                .query((rs, n) -> new Child<>(
                        rs.getLong("trade_mark_id"), new NiceClass(rs.getInt("nice_class"), rs.getString("goods"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Child::of));
        Map<Long, List<Child<Party>>> parties = db
                .sql("""
                        select trade_mark_id, role, name, country, address, capacity from trade_mark_party
                         where trade_mark_id = any(:ids) order by trade_mark_id, position
                        """)
                .param("ids", ids, Types.ARRAY)
                .query((rs, n) -> new Child<>(rs.getLong("trade_mark_id"), party(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Child::of));
        return rows.stream()
                .map(row -> row.with(children(classes, row), children(parties, row)))
                .toList();
    }

    private record Child<T>(long of, T value) {}

    private static <T> List<T> children(Map<Long, List<Child<T>>> byMark, Row row) {
        return byMark.getOrDefault(row.id(), List.of()).stream()
                .map(Child::value)
                .toList();
    }

    /** A row of {@code trade_mark} before its classes and parties are read. */
    private record Row(long id, TradeMark bare) {

        TradeMark with(List<NiceClass> classes, List<Party> parties) {
            return new TradeMark(
                    bare.officeCode(),
                    bare.registrationNo(),
                    bare.applicationNo(),
                    bare.text(),
                    bare.kinds(),
                    classes,
                    parties,
                    bare.designatedOffices(),
                    bare.status(),
                    bare.dates(),
                    bare.source());
        }
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        return new Row(
                rs.getLong("id"),
                new TradeMark(
                        rs.getString("office_code"),
                        rs.getString("registration_no"),
                        rs.getString("application_no"),
                        rs.getString("mark_text"),
                        texts(rs.getArray("mark_kinds")).stream()
                                .map(MarkKind::valueOf)
                                .collect(Collectors.toSet()),
                        List.of(),
                        List.of(),
                        texts(rs.getArray("designated_offices")),
                        new Status(
                                Reading.valueOf(rs.getString("status")),
                                rs.getString("office_status"),
                                rs.getString("office_status_text"),
                                day(rs, "status_since")),
                        new Dates(
                                day(rs, "filed_on"),
                                day(rs, "registered_on"),
                                day(rs, "renewed_on"),
                                day(rs, "expires_on"),
                                day(rs, "recorded_on")),
                        Source.valueOf(rs.getString("source"))));
    }

    private static Party party(ResultSet rs) throws SQLException {
        return new Party(
                PartyRole.valueOf(rs.getString("role")),
                rs.getString("name"),
                rs.getString("country"),
                rs.getString("address"),
                rs.getString("capacity"));
    }

    private static LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).collect(Collectors.toSet());
    }
}
