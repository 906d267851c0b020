package org.qingwang.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code complaint} and {@code complaint_listing}. */
@Repository
class Complaints {

    private static final String NAMES =
            "(coalesce(seller_name, '') || ' ' || coalesce(right_name, '') || ' ' || coalesce(platform, ''))";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Complaints(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Adds complaints with two statements, however many.
     *
     * @return the receipt numbers that went in; left out is one whose number or idempotency key is there already
     */
    Set<String> add(List<Registration> registrations) {
        Set<String> added = new HashSet<>(jdbc.sql("""
                        insert into complaint
                        select * from jsonb_populate_recordset(null::complaint, cast(:rows as jsonb))
                        on conflict do nothing
                        returning receipt_no
                        """)
                .param(
                        "rows",
                        asJson(registrations.stream().map(Complaints::row).toList()))
                .query(String.class)
                .list());
        addListings(registrations.stream()
                .filter(registration -> added.contains(registration.receiptNo()))
                .toList());
        return added;
    }

    private void addListings(List<Registration> registrations) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Registration registration : registrations) {
            rows.addAll(listingRows(registration.receiptNo(), registration.listings()));
        }
        addListingRows(rows);
    }

    private void addListingRows(List<Map<String, Object>> rows) {
        jdbc.sql("""
                        insert into complaint_listing
                        select * from jsonb_populate_recordset(null::complaint_listing, cast(:rows as jsonb))
                        on conflict do nothing
                        """).param("rows", asJson(rows)).update();
    }

    /** @return receipt numbers for those of the keys that are there */
    Map<Registration.Key, String> receiptsByKey(List<Registration.Key> keys) {
        Map<Registration.Key, String> receipts = new HashMap<>();
        jdbc.sql("""
                        select intake, idempotency_key, receipt_no
                        from complaint join unnest(:intakes, :keys) as wanted (intake, idempotency_key)
                            using (intake, idempotency_key)
                        """)
                .param("intakes", keys.stream().map(key -> key.intake().id()).toArray(String[]::new))
                .param(
                        "keys",
                        keys.stream().map(Registration.Key::idempotencyKey).toArray(String[]::new))
                .query(row -> {
                    receipts.put(
                            new Registration.Key(
                                    Jurisdiction.parse(row.getString("intake")), row.getString("idempotency_key")),
                            row.getString("receipt_no"));
                });
        return receipts;
    }

    Optional<Complaint> find(String receiptNo) {
        return find(receiptNo, "");
    }

    /** Holds the complaint's row until the transaction ends, so that two decisions on it come one after the other. */
    Optional<Complaint> findForUpdate(String receiptNo) {
        return find(receiptNo, " for update of c");
    }

    /** With its listings in one statement: a complaint is read at every step of its way. */
    private Optional<Complaint> find(String receiptNo, String suffix) {
        return jdbc.sql("""
                        select c.*, l.given, l.normalised, l.hosts, l.domains
                        from complaint c cross join lateral (
                            select array_agg(as_given order by position) as given,
                                   array_agg(normalised order by position) as normalised,
                                   array_agg(host order by position) as hosts,
                                   array_agg(registrable_domain order by position) as domains
                            from complaint_listing where receipt_no = c.receipt_no) l
                        where c.receipt_no = :receiptNo""" + suffix)
                .param("receiptNo", receiptNo)
                .query((row, number) -> complaint(row, listings(row)))
                .optional();
    }

    Optional<String> filedBy(String receiptNo) {
        return jdbc.sql("select filed_by from complaint where receipt_no = :receiptNo")
                .param("receiptNo", receiptNo)
                .query(String.class)
                .optional();
    }

    Optional<byte[]> secretHash(String receiptNo) {
        return jdbc.sql("select secret_hash from complaint where receipt_no = :receiptNo")
                .param("receiptNo", receiptNo)
                .query(byte[].class)
                .optional();
    }

    void changeSecret(String receiptNo, byte[] hash) {
        jdbc.sql("update complaint set secret_hash = :hash where receipt_no = :receiptNo")
                .param("hash", hash)
                .param("receiptNo", receiptNo)
                .update();
    }

    void changeStatus(String receiptNo, ComplaintStatus status, String caseNo) {
        jdbc.sql("update complaint set status = :status, case_no = :caseNo where receipt_no = :receiptNo")
                .param("status", status.name())
                .param("caseNo", caseNo, Types.VARCHAR)
                .param("receiptNo", receiptNo)
                .update();
    }

    /** Keeps what the complainant asks of the seller. */
    void changeDemand(String receiptNo, String demand) {
        jdbc.sql("update complaint set demand = :demand where receipt_no = :receiptNo")
                .param("demand", demand)
                .param("receiptNo", receiptNo)
                .update();
    }

    /** Puts what the complaint says now in place of what it said. Listings are only ever added. */
    void changeContent(String receiptNo, NewComplaint content, List<Listing> listings) {
        jdbc.sql("""
                        update complaint set (complainant_type, complainant_name, contact, right_name, registration_no,
                            platform, seller_name, seller_region, goods, quantity, unit_price, currency, description,
                            claim) = (
                            select complainant_type, complainant_name, contact, right_name, registration_no,
                                platform, seller_name, seller_region, goods, quantity, unit_price, currency, description,
                                claim
                            from jsonb_populate_record(null::complaint, cast(:content as jsonb)))
                        where receipt_no = :receiptNo
                        """)
                .param("content", asJson(contentRow(content)))
                .param("receiptNo", receiptNo)
                .update();
        addListingRows(listingRows(receiptNo, listings));
    }

    /** One page of the list, newest first. */
    List<ComplaintLine> page(ComplaintSearch search, ComplaintScope scope, int size) {
        StringBuilder sql = new StringBuilder("select c.* from complaint c where ").append(scope.condition());
        Map<String, Object> parameters = new HashMap<>();
        search.intake().ifPresent(intake -> {
            sql.append(" and intake = :intake");
            parameters.put("intake", intake.id());
        });
        search.status().ifPresent(status -> {
            sql.append(" and status = :status");
            parameters.put("status", status.name());
        });
        search.words().ifPresent(words -> {
            sql.append(" and (" + NAMES + " ilike :pattern or registration_no = :words or case_no = :words)");
            parameters.put("pattern", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            parameters.put("words", words);
        });
        search.before().flatMap(this::find).ifPresent(last -> {
            sql.append(" and (filed_at, receipt_no) < (:lastFiledAt, :lastReceiptNo)");
            parameters.put("lastFiledAt", last.filedAt().atOffset(ZoneOffset.UTC));
            parameters.put("lastReceiptNo", last.receiptNo());
        });
        sql.append(" order by filed_at desc, receipt_no desc limit :size");
        parameters.put("size", size);
        return scope.binding()
                .apply(jdbc.sql(sql.toString()).params(parameters))
                .query((row, number) -> line(row))
                .list();
    }

    List<ComplaintLine> lines(Collection<String> receiptNos) {
        return jdbc.sql("select * from complaint where receipt_no = any (:receiptNos)")
                .param("receiptNos", receiptNos.toArray(String[]::new))
                .query((row, number) -> line(row))
                .list();
    }

    private static ComplaintLine line(ResultSet row) throws SQLException {
        return new ComplaintLine(
                row.getString("receipt_no"),
                Jurisdiction.parse(row.getString("intake")),
                row.getObject("received_on", LocalDate.class),
                ComplaintStatus.valueOf(row.getString("status")),
                row.getString("seller_name"),
                row.getString("platform"),
                row.getString("right_name"),
                row.getString("goods"),
                Optional.ofNullable(row.getString("case_no")));
    }

    /** Receipt numbers of the complaints in a case, first filed first. */
    List<String> ofCase(String caseNo) {
        return jdbc.sql("select receipt_no from complaint where case_no = :caseNo order by filed_at, receipt_no")
                .param("caseNo", caseNo)
                .query(String.class)
                .list();
    }

    private static List<Listing> listings(ResultSet row) throws SQLException {
        String[] given = texts(row, "given");
        String[] normalised = texts(row, "normalised");
        String[] hosts = texts(row, "hosts");
        String[] domains = texts(row, "domains");
        return IntStream.range(0, given.length)
                .mapToObj(n -> new Listing(given[n], new ListingAddress(normalised[n], hosts[n], domains[n])))
                .toList();
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        Array texts = row.getArray(column);
        return texts == null ? new String[0] : (String[]) texts.getArray();
    }

    private static Complaint complaint(ResultSet row, List<Listing> listings) throws SQLException {
        return new Complaint(
                row.getString("receipt_no"),
                Jurisdiction.parse(row.getString("intake")),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                ComplaintStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("case_no")),
                content(row, listings),
                listings.stream().map(Listing::address).toList());
    }

    private static NewComplaint content(ResultSet row, List<Listing> listings) throws SQLException {
        return new NewComplaint(
                row.getObject("received_on", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                ComplainantType.valueOf(row.getString("complainant_type")),
                row.getString("complainant_name"),
                row.getString("contact"),
                row.getString("right_name"),
                row.getString("registration_no"),
                row.getString("platform"),
                listings.stream().map(Listing::asGiven).toList(),
                row.getString("seller_name"),
                row.getString("seller_region"),
                row.getString("goods"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                row.getString("currency"),
                row.getString("description"),
                Claim.valueOf(row.getString("claim")),
                row.getString("demand"));
    }

    private static Map<String, Object> row(Registration registration) {
        NewComplaint content = registration.content();
        Map<String, Object> row = contentRow(content);
        row.put("receipt_no", registration.receiptNo());
        row.put("secret_hash", "\\x" + HexFormat.of().formatHex(Secrets.hash(registration.secret())));
        row.put("idempotency_key", registration.key().idempotencyKey());
        row.put("intake", registration.key().intake().id());
        row.put("filed_at", registration.filedAt().toString());
        row.put("filed_by", registration.filedBy());
        row.put("status", ComplaintStatus.RECEIVED.name());
        row.put("received_on", content.receivedOn().toString());
        row.put("channel", content.channel().name());
        return row;
    }

    /** What a supplement may still change. */
    private static Map<String, Object> contentRow(NewComplaint content) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("complainant_type", content.complainantType().name());
        row.put("complainant_name", content.complainantName());
        row.put("contact", content.contact());
        row.put("right_name", content.right());
        row.put("registration_no", content.registrationNo());
        row.put("platform", content.platform());
        row.put("seller_name", content.sellerName());
        row.put("seller_region", content.sellerRegion());
        row.put("goods", content.goods());
        row.put("quantity", content.quantity());
        row.put("unit_price", content.unitPrice());
        row.put("currency", content.currency());
        row.put("description", content.description());
        row.put("claim", content.claim().name());
        row.put("demand", content.demand());
        return row;
    }

    private static List<Map<String, Object>> listingRows(String receiptNo, List<Listing> listings) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Listing listing : listings) {
            rows.add(Map.of(
                    "receipt_no", receiptNo,
                    "position", rows.size() + 1,
                    "normalised", listing.address().normalised(),
                    "host", listing.address().host(),
                    "registrable_domain", listing.address().registrableDomain(),
                    "as_given", listing.asGiven()));
        }
        return rows;
    }

    private String asJson(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that is no JSON", e);
        }
    }
}
