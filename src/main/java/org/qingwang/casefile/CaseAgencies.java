package org.qingwang.casefile;

import static org.qingwang.casefile.Columns.ids;
import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works on a case and, following from it, who may see it: {@code case_agency} and {@code case_reader}. */
@Repository
class CaseAgencies {

    private final JdbcClient jdbc;

    CaseAgencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseAgency> of(String caseNo) {
        return jdbc.sql("select * from case_agency where case_no = :case order by agency_id")
                .param("case", caseNo)
                .query((row, number) -> new CaseAgency(
                        jurisdiction(row, "jurisdiction"),
                        CaseAgency.Role.valueOf(row.getString("role")),
                        instant(row, "since"),
                        instant(row, "until"),
                        row.getString("reason")))
                .list();
    }

    /** Ends every current part in the case. */
    void endAll(String caseNo, Instant now) {
        jdbc.sql("update case_agency set until = :now where case_no = :case and until is null")
                .param("case", caseNo)
                .param("now", utc(now))
                .update();
    }

    /** @return whether it had a part */
    boolean end(String caseNo, Jurisdiction jurisdiction, Instant now) {
        return jdbc.sql("update case_agency set until = :now"
                                + " where case_no = :case and jurisdiction = :who and until is null")
                        .param("case", caseNo)
                        .param("who", jurisdiction.id())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    void begin(String caseNo, Jurisdiction jurisdiction, CaseAgency.Role role, String reason, Instant now) {
        jdbc.sql(
                        "insert into case_agency (case_no, jurisdiction, role, since, reason) values (:case, :who, :role, :now, :reason)")
                .param("case", caseNo)
                .param("who", jurisdiction.id())
                .param("role", role.name())
                .param("now", utc(now))
                .param("reason", reason)
                .update();
    }

    /** Makes those readers who work on the case, who took in one of its complaints, or who must decide next. */
    void refreshReaders(String caseNo, Collection<Jurisdiction> deciding) {
        jdbc.sql("""
                        with entitled as (
                            select jurisdiction from case_agency where case_no = :case and until is null
                            union select intake_jurisdiction from case_complaint where case_no = :case
                            union select unnest(:deciding::text[])),
                        removed as (
                            delete from case_reader where case_no = :case
                            and jurisdiction not in (select jurisdiction from entitled))
                        insert into case_reader
                        select e.jurisdiction, c.opened_at, c.case_no
                        from entitled e cross join case_file c where c.case_no = :case
                        on conflict do nothing
                        """).param("case", caseNo).param("deciding", ids(deciding)).update();
    }

    boolean isReader(String caseNo, Collection<Jurisdiction> jurisdictions) {
        return jdbc.sql("""
                        select exists (select from case_reader
                                       where case_no = :case and jurisdiction = any (:who::text[]))
                        """)
                .param("case", caseNo)
                .param("who", ids(jurisdictions))
                .query(Boolean.class)
                .single();
    }
}
