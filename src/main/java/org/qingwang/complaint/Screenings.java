package org.qingwang.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.rights.RightFinding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code complaint_screening}. */
@Repository
class Screenings {

    private final JdbcClient jdbc;

    Screenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Screening> last(String receiptNo) {
        return jdbc.sql("select * from complaint_screening where receipt_no = :receiptNo order by round desc limit 1")
                .param("receiptNo", receiptNo)
                .query((row, number) -> screening(row))
                .optional();
    }

    /** @return what the last round of each proposes, as long as nothing is decided */
    Map<String, Proposal> proposals(Collection<String> receiptNos) {
        Map<String, Proposal> proposals = new HashMap<>();
        jdbc.sql("""
                        select distinct on (receipt_no) receipt_no, proposal, decision from complaint_screening
                        where receipt_no = any (:receiptNos) order by receipt_no, round desc
                        """).param("receiptNos", receiptNos.toArray(String[]::new)).query(row -> {
            if (row.getString("decision") == null) {
                proposals.put(row.getString("receipt_no"), Proposal.valueOf(row.getString("proposal")));
            }
        });
        return proposals;
    }

    Optional<Instant> firstAt(String receiptNo) {
        return jdbc.sql("select screened_at from complaint_screening where receipt_no = :receiptNo and round = 1")
                .param("receiptNo", receiptNo)
                .query((row, number) ->
                        row.getObject("screened_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    List<Screening> of(String receiptNo) {
        return jdbc.sql("select * from complaint_screening where receipt_no = :receiptNo order by round")
                .param("receiptNo", receiptNo)
                .query((row, number) -> screening(row))
                .list();
    }

    /** Stores a round, in place of the same round while it is undecided. */
    void put(Screening screening) {
        ScreeningFacts facts = screening.facts();
        jdbc.sql("""
                        insert into complaint_screening (
                            receipt_no, round, screened_at, complete, region_known, prima_facie, evidence_files, right_status, claim,
                            missing, proposal, reason_en, reason_zh, legal_basis, rule, decision_table, exact_case_no,
                            likely_matches, disputed)
                        values (
                            :receiptNo, :round, :screenedAt, :complete, :regionKnown, :primaFacie, :evidenceFiles, :rightStatus, :claim,
                            :missing, :proposal, :reasonEn, :reasonZh, :legalBasis, :rule, :decisionTable, :exactCaseNo,
                            :likelyMatches, :disputed)
                        on conflict (receipt_no, round) do update set
                            screened_at = excluded.screened_at, complete = excluded.complete,
                            region_known = excluded.region_known, prima_facie = excluded.prima_facie,
                            evidence_files = excluded.evidence_files,
                            right_status = excluded.right_status, claim = excluded.claim, missing = excluded.missing,
                            proposal = excluded.proposal, reason_en = excluded.reason_en,
                            reason_zh = excluded.reason_zh, legal_basis = excluded.legal_basis, rule = excluded.rule,
                            decision_table = excluded.decision_table, exact_case_no = excluded.exact_case_no,
                            likely_matches = excluded.likely_matches,
                            disputed = excluded.disputed
                        where complaint_screening.decision is null
                        """)
                .param("receiptNo", screening.receiptNo())
                .param("round", screening.round())
                .param("screenedAt", utc(screening.screenedAt()))
                .param("complete", facts.complete())
                .param("regionKnown", facts.regionKnown())
                .param("primaFacie", facts.primaFacie())
                .param("evidenceFiles", facts.evidenceFiles())
                .param("rightStatus", facts.right().name())
                .param("claim", facts.claim().name())
                .param("missing", facts.missing().toArray(String[]::new))
                .param("proposal", screening.proposal().name())
                .param("reasonEn", screening.reasonEn())
                .param("reasonZh", screening.reasonZh())
                .param("legalBasis", screening.legalBasis())
                .param("rule", screening.rule())
                .param("decisionTable", screening.decisionTable())
                .param("exactCaseNo", screening.exactCase().orElse(null))
                .param("likelyMatches", screening.likelyMatches())
                .param("disputed", screening.disputed())
                .update();
    }

    void decide(Screening screening, Screening.Ruling ruling) {
        jdbc.sql("""
                        update complaint_screening set
                            decision = :decision, decided_by = :by, decided_at = :at, decided_case_no = :caseNo,
                            reason = :reason
                        where receipt_no = :receiptNo and round = :round
                        """)
                .param("decision", ruling.decision().name())
                .param("by", ruling.by())
                .param("at", utc(ruling.at()))
                .param("caseNo", ruling.caseNo().orElse(null))
                .param("reason", ruling.reason().orElse(null))
                .param("receiptNo", screening.receiptNo())
                .param("round", screening.round())
                .update();
    }

    void markClosedMeanwhile(Screening screening) {
        jdbc.sql("""
                        update complaint_screening set closed_meanwhile = true
                        where receipt_no = :receiptNo and round = :round
                        """)
                .param("receiptNo", screening.receiptNo())
                .param("round", screening.round())
                .update();
    }

    private static Screening screening(ResultSet row) throws SQLException {
        return new Screening(
                row.getString("receipt_no"),
                row.getInt("round"),
                instant(row, "screened_at"),
                facts(row),
                Proposal.valueOf(row.getString("proposal")),
                row.getString("reason_en"),
                row.getString("reason_zh"),
                row.getString("legal_basis"),
                row.getString("rule"),
                row.getString("decision_table"),
                Optional.ofNullable(row.getString("exact_case_no")),
                row.getBoolean("likely_matches"),
                row.getBoolean("disputed"),
                ruling(row));
    }

    private static ScreeningFacts facts(ResultSet row) throws SQLException {
        return new ScreeningFacts(
                List.of((String[]) row.getArray("missing").getArray()),
                row.getBoolean("complete"),
                row.getBoolean("region_known"),
                row.getBoolean("prima_facie"),
                row.getInt("evidence_files"),
                RightFinding.Status.valueOf(row.getString("right_status")),
                Claim.valueOf(row.getString("claim")));
    }

    private static Optional<Screening.Ruling> ruling(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        if (decision == null) {
            return Optional.empty();
        }
        return Optional.of(new Screening.Ruling(
                Decision.valueOf(decision),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                Optional.ofNullable(row.getString("decided_case_no")),
                Optional.ofNullable(row.getString("reason")),
                row.getBoolean("closed_meanwhile")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
