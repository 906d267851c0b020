package org.qingwang.casefile;

import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables of cases know of a seller. */
@Repository
class PartyFileRows {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    PartyFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads everything with one statement; each half of the names has an index of its own. */
    PartyFile of(String caseNo) {
        List<Row> rows = jdbc.sql("""
                        with mine as (select name_key from case_seller where case_no = :case),
                             theirs as (
                                select s.case_no from case_seller s join mine using (name_key)
                                where s.open and s.case_no <> :case
                                union
                                select s.case_no from case_seller s join mine using (name_key)
                                where not s.open and s.case_no <> :case)
                        select f.seller_region, c.case_no, c.lead_jurisdiction, c.outcome, c.fine, c.opened_at,
                               exists (select from case_mark m join case_mark o using (mark_key)
                                       where m.case_no = :case and o.case_no = c.case_no) as same_mark,
                               exists (select from case_listing m join case_listing o using (address)
                                       where m.case_no = :case and o.case_no = c.case_no) as same_listing
                        from case_file f left join theirs t on true
                             left join case_file c on c.case_no = t.case_no and c.outcome is not null
                        where f.case_no = :case
                        order by c.opened_at desc nulls last, c.case_no desc
                        limit :most""")
                .param("case", caseNo)
                .param("most", MOST)
                .query((row, number) -> new Row(row.getString("seller_region"), other(row)))
                .list();
        return new PartyFile(
                rows.isEmpty() ? null : rows.get(0).sellerRegion(),
                rows.stream().map(Row::other).flatMap(Optional::stream).toList());
    }

    private record Row(String sellerRegion, Optional<OtherCase> other) {}

    private static Optional<OtherCase> other(ResultSet row) throws SQLException {
        return row.getString("case_no") == null
                ? Optional.empty()
                : Optional.of(new OtherCase(
                        row.getString("case_no"),
                        jurisdiction(row, "lead_jurisdiction"),
                        CaseOutcome.valueOf(row.getString("outcome")),
                        row.getBigDecimal("fine"),
                        instant(row, "opened_at"),
                        row.getBoolean("same_mark"),
                        row.getBoolean("same_listing")));
    }
}
