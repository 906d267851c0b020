package org.qingwang.casefile;

import static org.qingwang.casefile.Columns.ids;
import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.jurisdictions;
import static org.qingwang.casefile.Columns.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the decision table proposed, and who declined: {@code case_competence} and {@code case_declined}. */
@Repository
class Competences {

    private final JdbcClient jdbc;

    Competences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String caseNo, Competence competence, Instant now) {
        jdbc.sql("""
                        insert into case_competence (case_no, decided_at, decider, lead, assisting, region_source,
                                                     rule_en, rule_zh, legal_basis, rule_id, decision_ref)
                        values (:case, :now, :decider, :lead, :assisting::text[], :source,
                                :en, :zh, :basis, :rule, :reference)
                        """)
                .param("case", caseNo)
                .param("now", utc(now))
                .param("decider", competence.decider().id())
                .param("lead", competence.lead().id())
                .param("assisting", ids(competence.assisting()))
                .param("source", competence.regionSource().name())
                .param("en", competence.ruleEn())
                .param("zh", competence.ruleZh())
                .param("basis", competence.legalBasis())
                .param("rule", competence.ruleId())
                .param("reference", competence.decisionReference())
                .update();
    }

    Optional<Competence> newest(String caseNo) {
        return jdbc.sql("select * from case_competence where case_no = :case order by competence_id desc limit 1")
                .param("case", caseNo)
                .query((row, number) -> new Competence(
                        jurisdiction(row, "decider"),
                        jurisdiction(row, "lead"),
                        jurisdictions(row, "assisting"),
                        Competence.RegionSource.valueOf(row.getString("region_source")),
                        row.getString("rule_en"),
                        row.getString("rule_zh"),
                        row.getString("legal_basis"),
                        row.getString("rule_id"),
                        row.getString("decision_ref")))
                .optional();
    }

    /** @return whether it is new */
    boolean addDeclined(String caseNo, Jurisdiction jurisdiction, String reason, Instant now) {
        int added = jdbc.sql("insert into case_declined values (:case, :who, :now, :reason) on conflict do nothing")
                .param("case", caseNo)
                .param("who", jurisdiction.id())
                .param("now", utc(now))
                .param("reason", reason)
                .update();
        return added > 0;
    }

    List<Jurisdiction> declinedBy(String caseNo) {
        return jdbc.sql("select jurisdiction from case_declined where case_no = :case order by declined_at")
                .param("case", caseNo)
                .query((row, number) -> jurisdiction(row, "jurisdiction"))
                .list();
    }
}
