package org.qingwang.commerce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.OtherCase;
import org.qingwang.casefile.PartyFile;
import org.qingwang.law.DeadlineRules;
import org.qingwang.law.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The penalties a seller had from other cases. Nothing more is read of a seller without any. */
@Repository
class PartyRecords {

    /** How long an infringement makes a later one a repetition. */
    static final String REPETITION = "commerce.repetition";

    private static final List<CaseOutcome> PUNISHED =
            List.of(CaseOutcome.PENALISED, CaseOutcome.CONFISCATED, CaseOutcome.CRIMINAL_CASE);

    private final JdbcClient jdbc;
    private final DeadlineRules deadlines;

    PartyRecords(JdbcClient jdbc, DeadlineRules deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    PartyRecord of(PartyFile file, Findings findings) {
        List<EarlierPenalty> penalties = penalties(file.otherCases().stream()
                .filter(other -> PUNISHED.contains(other.outcome()) || other.isFined())
                .toList());
        return new PartyRecord(
                penalties.stream()
                        .filter(penalty -> !penalty.isForTheSameAct(findings) && isRepeatedBy(findings, penalty))
                        .toList(),
                penalties.stream()
                        .filter(penalty -> penalty.isFined() && penalty.isForTheSameAct(findings))
                        .toList());
    }

    private boolean isRepeatedBy(Findings findings, EarlierPenalty penalty) {
        LocalDate end = penalty.conductEnd();
        int years = deadlines.inForce(REPETITION, end).limit();
        return !end.isAfter(findings.conductTo()) && !end.plusYears(years).isBefore(findings.conductTo());
    }

    private List<EarlierPenalty> penalties(List<OtherCase> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        Map<String, OtherCase> byNumber =
                others.stream().collect(Collectors.toMap(OtherCase::caseNo, Function.identity()));
        List<EarlierPenalty> found = new ArrayList<>(own(byNumber));
        found.stream().map(EarlierPenalty::caseNo).forEach(byNumber::remove);
        byNumber.values().forEach(other -> found.add(ofAnotherAgency(other)));
        found.sort(Comparator.comparing(EarlierPenalty::on)
                .thenComparing(EarlierPenalty::caseNo)
                .reversed());
        return found;
    }

    private static EarlierPenalty ofAnotherAgency(OtherCase other) {
        return new EarlierPenalty(
                other.caseNo(),
                other.lead(),
                null,
                WorkingCalendar.dateOf(other.openedAt()),
                other.fine(),
                null,
                null,
                other.sameMark(),
                other.sameListing());
    }

    private List<EarlierPenalty> own(Map<String, OtherCase> others) {
        return jdbc.sql("""
                        select i.case_no, d.decision_no, d.decided_on,
                               coalesce(a.new_fine, d.fine) as fine, f.conduct_from, f.conduct_to
                        from commerce_investigation i
                             join commerce_decision d on d.investigation_id = i.id
                             left join commerce_annulment a on a.investigation_id = i.id
                             join lateral (select conduct_from, conduct_to from commerce_findings
                                           where investigation_id = i.id order by round desc limit 1) f on true
                        where i.case_no = any (:cases) and d.kind = 'PENALTY'
                          and coalesce(a.result, '') not in ('ANNULLED', 'UNLAWFUL')""")
                .param("cases", others.keySet().toArray(String[]::new))
                .query((row, number) -> own(row, others.get(row.getString("case_no"))))
                .list();
    }

    private static EarlierPenalty own(ResultSet row, OtherCase other) throws SQLException {
        return new EarlierPenalty(
                other.caseNo(),
                other.lead(),
                row.getString("decision_no"),
                row.getObject("decided_on", LocalDate.class),
                row.getBigDecimal("fine"),
                row.getObject("conduct_from", LocalDate.class),
                row.getObject("conduct_to", LocalDate.class),
                other.sameMark(),
                other.sameListing());
    }
}
