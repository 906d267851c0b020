package org.qingwang.cooperation;

import static org.qingwang.cooperation.Words.instant;
import static org.qingwang.cooperation.Words.jurisdiction;
import static org.qingwang.cooperation.Words.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code competence_dispute}. At most one open dispute for each case. */
@Repository
class CompetenceDisputes {

    private final JdbcClient jdbc;

    CompetenceDisputes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('competence_dispute_number')")
                .query(Long.class)
                .single();
    }

    void add(CompetenceDispute dispute) {
        jdbc.sql("""
                        insert into competence_dispute (dispute_no, case_no, other_case_no, claimant, respondent, presumed,
                                                        first_filed, reason, stage, opened_at, opened_by)
                        values (:no, :case, :other, :claimant, :respondent, :presumed, :filed, :reason, :stage, :at, :by)
                        """)
                .param("no", dispute.disputeNo())
                .param("case", dispute.caseNo())
                .param("other", dispute.otherCaseNo(), Types.VARCHAR)
                .param("claimant", Words.id(dispute.claimant()), Types.VARCHAR)
                .param("respondent", Words.id(dispute.respondent()), Types.VARCHAR)
                .param("presumed", Words.id(dispute.presumed()), Types.VARCHAR)
                .param("filed", dispute.firstFiled(), Types.DATE)
                .param("reason", dispute.reason())
                .param("stage", dispute.stage().name())
                .param("at", utc(dispute.openedAt()))
                .param("by", dispute.openedBy())
                .update();
    }

    Optional<CompetenceDispute> lock(String disputeNo) {
        return jdbc.sql("select * from competence_dispute where dispute_no = :no for update")
                .param("no", disputeNo)
                .query(CompetenceDisputes::row)
                .optional();
    }

    /** @return disputes of a case and those in which it is the other one, oldest first */
    List<CompetenceDispute> of(String caseNo) {
        return jdbc.sql("""
                        select * from competence_dispute where case_no = :case
                        union all select * from competence_dispute where other_case_no = :case
                        order by opened_at, dispute_no
                        """)
                .param("case", caseNo)
                .query(CompetenceDisputes::row)
                .list();
    }

    void setView(String disputeNo, boolean agreed, String reason) {
        jdbc.sql("""
                        update competence_dispute set stage = 'DESIGNATION', view_agreed = :agreed, view_reason = :reason
                        where dispute_no = :no
                        """)
                .param("agreed", agreed)
                .param("reason", reason)
                .param("no", disputeNo)
                .update();
    }

    void decide(String disputeNo, Jurisdiction designated, String decision, Instant at, String by) {
        jdbc.sql("""
                        update competence_dispute
                        set stage = 'DECIDED', designated = :designated, decision = :decision, decided_at = :at,
                            decided_by = :by
                        where dispute_no = :no
                        """)
                .param("designated", designated.id())
                .param("decision", decision)
                .param("at", utc(at))
                .param("by", by)
                .param("no", disputeNo)
                .update();
    }

    private static CompetenceDispute row(ResultSet row, int number) throws SQLException {
        return new CompetenceDispute(
                row.getString("dispute_no"),
                row.getString("case_no"),
                row.getString("other_case_no"),
                jurisdiction(row, "claimant"),
                jurisdiction(row, "respondent"),
                jurisdiction(row, "presumed"),
                row.getObject("first_filed", LocalDate.class),
                row.getString("reason"),
                CompetenceDispute.Stage.valueOf(row.getString("stage")),
                instant(row, "opened_at"),
                row.getString("opened_by"),
                row.getObject("view_agreed", Boolean.class),
                row.getString("view_reason"),
                jurisdiction(row, "designated"),
                row.getString("decision"),
                instant(row, "decided_at"),
                row.getString("decided_by"));
    }
}
