package org.qingwang.rights;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.qingwang.rights.TradeMark.Dates;
import org.qingwang.rights.TradeMark.MarkKind;
import org.qingwang.rights.TradeMark.NiceClass;
import org.qingwang.rights.TradeMark.Party;
import org.qingwang.rights.TradeMark.PartyRole;
import org.qingwang.rights.TradeMark.Reading;
import org.qingwang.rights.TradeMark.Source;
import org.qingwang.rights.TradeMark.Status;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
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
    private final NamedParameterJdbcTemplate batches;

    TradeMarks(JdbcClient db, NamedParameterJdbcTemplate batches) {
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
    record Known(long id, LocalDate recorded, String digest) {}

    /**
     * The rows records belong to: the same registration, or the application it grew out of.
     *
     * @return by the record's place in the list; a record of a new mark has none
     */
    Map<Integer, Known> lock(List<TradeMark> records) {
        return db
                .sql("""
                        select record.place, known.id, known.recorded_on, known.content_digest
                          from unnest(:offices, :registrations, :applications) with ordinality
                               record (office, registration, application, place)
                         cross join lateral (
                            select id, recorded_on, content_digest from trade_mark
                             where office_code = record.office
                               and (registration_no = record.registration
                                    or (application_no = record.application
                                        and (registration_no is null or record.registration is null)))
                             order by registration_no nulls last
                             limit 1 for update) known
                        """)
                .param("offices", texts(records, TradeMark::officeCode), Types.ARRAY)
                .param("registrations", texts(records, TradeMark::registrationNo), Types.ARRAY)
                .param("applications", texts(records, TradeMark::applicationNo), Types.ARRAY)
                .query((rs, n) -> Map.entry(
                        rs.getInt("place") - 1,
                        new Known(rs.getLong("id"), day(rs, "recorded_on"), rs.getString("content_digest"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] texts(List<TradeMark> records, Function<TradeMark, String> column) {
        return records.stream().map(column).toArray(String[]::new);
    }

    /** A record and what it comes to. */
    record Digested(TradeMark mark, String digest) {}

    /** @throws org.springframework.dao.DuplicateKeyException if somebody else has added one of the marks meanwhile */
    void insertAll(List<Digested> records, Instant now, String by) {
        List<Long> ids = db.sql(
                        "select nextval(pg_get_serial_sequence('trade_mark', 'id')) from generate_series(1, :n)")
                .param("n", records.size())
                .query(Long.class)
                .list();
        SqlParameterSource[] rows = IntStream.range(0, records.size())
                .mapToObj(i -> columns(ids.get(i), records.get(i), now, by))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into trade_mark (id, office_code, registration_no, application_no, mark_text, mark_sought, mark_kinds,
                    designated_offices, status, office_status, office_status_text, status_since, filed_on,
                    registered_on, renewed_on, expires_on, recorded_on, source, content_digest, changed_at, changed_by)
                overriding system value
                values (:id, :office, :registration, :application, :text, :sought, :kinds, :designated, :status,
                    :officeStatus, :officeText, :since, :filed, :registered, :renewed, :expires, :recorded, :source,
                    :digest, :now, :by)
                """, rows);
        writeDetails(ids, records.stream().map(Digested::mark).toList());
    }

    void update(long id, Digested record, Instant now, String by) {
        db.sql("""
                        update trade_mark set registration_no = coalesce(:registration, registration_no),
                            application_no = :application, mark_text = :text, mark_sought = :sought,
                            mark_kinds = :kinds, designated_offices = :designated, status = :status,
                            office_status = :officeStatus, office_status_text = :officeText, status_since = :since,
                            filed_on = :filed, registered_on = :registered, renewed_on = :renewed,
                            expires_on = :expires, recorded_on = :recorded, source = :source, content_digest = :digest,
                            changed_at = :now, changed_by = :by
                         where id = :id and office_code = :office
                        """).paramSource(columns(id, record, now, by)).update();
        db.sql("delete from trade_mark_class where trade_mark_id = :id")
                .param("id", id)
                .update();
        db.sql("delete from trade_mark_party where trade_mark_id = :id")
                .param("id", id)
                .update();
        writeDetails(List.of(id), List.of(record.mark()));
    }

    private static MapSqlParameterSource columns(long id, Digested record, Instant now, String by) {
        TradeMark mark = record.mark();
        TradeMark.Dates dates = mark.dates();
        return new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("office", mark.officeCode())
                .addValue("registration", mark.registrationNo(), Types.VARCHAR)
                .addValue("application", mark.applicationNo(), Types.VARCHAR)
                .addValue("text", mark.text(), Types.VARCHAR)
                .addValue("sought", SearchText.of(mark.text()), Types.VARCHAR)
                .addValue("kinds", sorted(mark.kinds().stream().map(Enum::name)), Types.ARRAY)
                .addValue("designated", sorted(mark.designatedOffices().stream()), Types.ARRAY)
                .addValue("status", mark.status().reading().name())
                .addValue("officeStatus", mark.status().officeStatus(), Types.VARCHAR)
                .addValue("officeText", mark.status().officeText(), Types.VARCHAR)
                .addValue("since", mark.status().since(), Types.DATE)
                .addValue("filed", dates.filed(), Types.DATE)
                .addValue("registered", dates.registered(), Types.DATE)
                .addValue("renewed", dates.renewed(), Types.DATE)
                .addValue("expires", dates.expires(), Types.DATE)
                .addValue("recorded", dates.recorded(), Types.DATE)
                .addValue("source", mark.source().name())
                .addValue("digest", record.digest())
                .addValue("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .addValue("by", by);
    }

    private static String[] sorted(Stream<String> texts) {
        return texts.sorted().toArray(String[]::new);
    }

    private void writeDetails(List<Long> ids, List<TradeMark> marks) {
        List<Object[]> classes = new ArrayList<>();
        List<Object[]> parties = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            addClasses(ids.get(i), marks.get(i).classes(), classes);
            addParties(ids.get(i), marks.get(i).parties(), parties);
        }
        JdbcOperations jdbc = batches.getJdbcOperations();
        jdbc.batchUpdate(
                "insert into trade_mark_class (trade_mark_id, position, nice_class, goods) values (?, ?, ?, ?)",
                classes);
        jdbc.batchUpdate("""
                insert into trade_mark_party (trade_mark_id, position, role, name, name_sought, country, address,
                    capacity)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, parties);
    }

    private static void addClasses(long id, List<NiceClass> classes, List<Object[]> rows) {
        for (int position = 0; position < classes.size(); position++) {
            NiceClass niceClass = classes.get(position);
            rows.add(new Object[] {id, position, niceClass.number(), niceClass.goods()});
        }
    }

    private static void addParties(long id, List<Party> parties, List<Object[]> rows) {
        for (int position = 0; position < parties.size(); position++) {
            Party party = parties.get(position);
            rows.add(new Object[] {
                id,
                position,
                party.role().name(),
                party.name(),
                SearchText.of(party.name()),
                party.country(),
                party.address(),
                party.capacity()
            });
        }
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
