package org.qingwang.casefile;

import static org.qingwang.casefile.Columns.array;
import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads {@code case_file} as a list. Somebody of one jurisdiction reads along the index of what that jurisdiction may
 * see, the campaign office along the index of all cases; both stop when the page is full.
 */
@Repository
class CaseList {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern CASE_NO = Pattern.compile("AJ-\\d{6}-\\d{4}-\\d{6,}", Pattern.CASE_INSENSITIVE);
    /** So that a long list is neither read row by row nor held in memory as a whole. */
    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;

    CaseList(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = JdbcClient.create(template);
    }

    /** @param readers for whom; empty for somebody who sees every case */
    List<CaseRow> page(
            Optional<Set<Jurisdiction>> readers,
            CaseFilter filter,
            CaseScope scope,
            Optional<CaseListPage.Cursor> after,
            int limit) {
        return statement(readers, filter, scope, after, " limit " + limit)
                .query(CaseList::row)
                .list();
    }

    /** The rows one by one; the stream must be closed. */
    Stream<CaseRow> all(Optional<Set<Jurisdiction>> readers, CaseFilter filter) {
        return statement(readers, filter, CaseScope.ALL, Optional.empty(), "").query(CaseList::row).stream();
    }

    /** @return those of these cases that the readers may see */
    List<CaseCard> cards(Optional<Set<Jurisdiction>> readers, Collection<String> caseNos) {
        String visible = readers.isEmpty()
                ? ""
                : " and exists (select from case_reader r where r.case_no = c.case_no"
                        + " and r.jurisdiction = any (:readers::text[]))";
        return jdbc.sql("select c.case_no, c.seller_name, c.platform, c.supervised,"
                        + " coalesce(c.case_value, c.alleged_value) as value from case_file c"
                        + " where c.case_no = any (:numbers::text[])" + visible)
                .param("numbers", array(caseNos))
                .param("readers", readers.map(Columns::ids).orElse(null))
                .query(CaseCard.class)
                .list();
    }

    private JdbcClient.StatementSpec statement(
            Optional<Set<Jurisdiction>> readers,
            CaseFilter filter,
            CaseScope scope,
            Optional<CaseListPage.Cursor> after,
            String limit) {
        boolean alongReaders = readers.map(who -> who.size() == 1).orElse(false);
        String key = alongReaders ? "r" : "c";
        StringBuilder sql = new StringBuilder("select c.* from ")
                .append(alongReaders ? "case_reader r join case_file c using (case_no) " : "case_file c ")
                .append("where true");
        if (alongReaders) {
            sql.append(" and r.jurisdiction = (:readers::text[])[1]");
        } else if (readers.isPresent()) {
            sql.append(" and exists (select from case_reader r where r.case_no = c.case_no")
                    .append(" and r.jurisdiction = any (:readers::text[]))");
        }
        appendFilter(sql, filter, key);
        sql.append(" and ").append(scope.condition());
        after.ifPresent(cursor -> sql.append(" and (")
                .append(key)
                .append(".opened_at, ")
                .append(key)
                .append(".case_no) < (timestamptz 'epoch' + :micros * interval '1 microsecond', :last)"));
        sql.append(" order by ")
                .append(key)
                .append(".opened_at desc, ")
                .append(key)
                .append(".case_no desc");
        return scope.binding().apply(bound(jdbc.sql(sql + limit), readers, filter, after));
    }

    private static void appendFilter(StringBuilder sql, CaseFilter filter, String key) {
        if (isCaseNumber(filter)) {
            sql.append(" and c.case_no = :number");
        } else if (!filter.question().isEmpty()) {
            sql.append(" and c.search_terms @> :terms::text[]");
        }
        if (filter.status() != null) {
            sql.append(" and c.status = :status");
        }
        if (filter.lead() != null || filter.region() != null) {
            sql.append(" and c.lead_jurisdiction like :lead");
        }
        if (filter.from() != null) {
            sql.append(" and ").append(key).append(".opened_at >= :from");
        }
        if (filter.to() != null) {
            sql.append(" and ").append(key).append(".opened_at < :to");
        }
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement,
            Optional<Set<Jurisdiction>> readers,
            CaseFilter filter,
            Optional<CaseListPage.Cursor> after) {
        JdbcClient.StatementSpec bound = statement
                .param("readers", readers.map(Columns::ids).orElse(null))
                .param("number", filter.question().toUpperCase(Locale.ROOT))
                .param("terms", array(SearchTerms.of(filter.question())))
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("lead", leadPattern(filter))
                .param("from", startOf(filter.from()))
                .param("to", filter.to() == null ? null : startOf(filter.to().plusDays(1)));
        return bound.param(
                        "micros", after.map(CaseListPage.Cursor::openedAtMicros).orElse(null))
                .param("last", after.map(CaseListPage.Cursor::caseNo).orElse(null));
    }

    private static boolean isCaseNumber(CaseFilter filter) {
        return CASE_NO.matcher(filter.question()).matches();
    }

    private static String leadPattern(CaseFilter filter) {
        String agency = filter.lead() == null ? "%" : filter.lead().key();
        return agency + "-" + (filter.region() == null ? "%" : filter.region());
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    private static CaseRow row(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new CaseRow(
                row.getString("case_no"),
                CaseStatus.valueOf(row.getString("status")),
                jurisdiction(row, "lead_jurisdiction"),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                row.getString("seller_name"),
                row.getString("platform"),
                row.getString("right_name"),
                row.getString("registration_no"),
                outcome == null ? null : CaseOutcome.valueOf(outcome),
                row.getBigDecimal("case_value"),
                row.getBigDecimal("fine"),
                row.getBoolean("supervised"));
    }
}
