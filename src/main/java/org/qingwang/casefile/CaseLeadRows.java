package org.qingwang.casefile;

import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.utc;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code case_lead}, and the mark of the two cases that it links. */
@Repository
class CaseLeadRows {

    private final JdbcClient jdbc;

    CaseLeadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> targetOf(String fromCase, String sellerKey) {
        return jdbc.sql("select to_case from case_lead where from_case = :case and seller_key = :seller")
                .param("case", fromCase)
                .param("seller", sellerKey)
                .query(String.class)
                .optional();
    }

    void add(CaseLead lead, String sellerKey, String by) {
        jdbc.sql("insert into case_lead values (:from, :key, :to, :name, :opened, :at, :by, :reason)")
                .param("from", lead.fromCase())
                .param("key", sellerKey)
                .param("to", lead.toCase())
                .param("name", lead.sellerName())
                .param("opened", lead.opened())
                .param("at", utc(lead.givenAt()))
                .param("by", by)
                .param("reason", lead.reason())
                .update();
        jdbc.sql("update case_file set linked = true where case_no in (:from, :to)")
                .param("from", lead.fromCase())
                .param("to", lead.toCase())
                .update();
    }

    /** Given by the case or to it, the first given first. */
    List<CaseLead> of(String caseNo) {
        return jdbc.sql(
                        "select * from case_lead where from_case = :case or to_case = :case order by given_at, seller_key")
                .param("case", caseNo)
                .query((row, number) -> new CaseLead(
                        row.getString("from_case"),
                        row.getString("to_case"),
                        row.getString("seller_name"),
                        row.getBoolean("opened"),
                        instant(row, "given_at"),
                        row.getString("reason")))
                .list();
    }
}
