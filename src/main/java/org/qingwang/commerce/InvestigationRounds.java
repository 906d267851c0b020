package org.qingwang.commerce;

import static org.qingwang.commerce.Investigations.instant;
import static org.qingwang.commerce.Investigations.utc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.qingwang.law.FineRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code commerce_findings}, {@code commerce_review} and {@code commerce_return}: one row each a round. */
@Repository
class InvestigationRounds {

    private static final String ROUNDS = """
            select f.*, r.result, r.points, r.opinion, r.reviewed_by, b.reason as return_reason,
            """ + InvestigationHearings.COLUMNS + """
            from commerce_findings f
            left join commerce_review r on r.investigation_id = f.investigation_id and r.round = f.round
            left join commerce_return b on b.investigation_id = f.investigation_id and b.round = f.round
            """ + InvestigationHearings.JOINED + """
            where f.investigation_id = :id order by f.round""";

    private final JdbcClient jdbc;

    InvestigationRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addFindings(long id, int round, Findings findings, Instant at, String by) {
        Findings.Inspection inspection = findings.inspection();
        Findings.Goods goods = findings.goods();
        Findings.Seizure seizure = findings.seizure();
        Findings.Source source = findings.source();
        jdbc.sql("""
                        insert into commerce_findings (investigation_id, round, recorded_at, recorded_by,
                            infringement, facts, conduct_from, conduct_to,
                            inspected_on, inspection_place, first_officer, second_officer,
                            identification, identified_by, identified_on,
                            sold_quantity, sold_value, unsold_quantity, unsold_value, valuation, illegal_gains,
                            seized_quantity, seized_on, seizure_no, source_name, source_address, source_region, source_proof,
                            earlier_decision_no, serious_reason, crime_note, proposal, proposed_fine)
                        values (:id, :round, :at, :by,
                            :infringement, :facts, :conductFrom, :conductTo,
                            :inspectedOn, :place, :firstOfficer, :secondOfficer,
                            :identification, :identifiedBy, :identifiedOn,
                            :soldQuantity, :soldValue, :unsoldQuantity, :unsoldValue, :valuation, :illegalGains,
                            :seizedQuantity, :seizedOn, :seizureNo, :sourceName, :sourceAddress, :sourceRegion, :sourceProof,
                            :earlierDecisionNo, :seriousReason, :crimeNote, :proposal, :proposedFine)""")
                .param("id", id)
                .param("round", round)
                .param("at", utc(at))
                .param("by", by)
                .param("infringement", findings.infringement().name())
                .param("facts", findings.facts())
                .param("conductFrom", findings.conductFrom())
                .param("conductTo", findings.conductTo())
                .param("inspectedOn", inspection.on())
                .param("place", inspection.place())
                .param("firstOfficer", inspection.firstOfficer())
                .param("secondOfficer", inspection.secondOfficer())
                .param("identification", findings.identification().result().name())
                .param("identifiedBy", findings.identification().by())
                .param("identifiedOn", findings.identification().on())
                .param("soldQuantity", goods.soldQuantity())
                .param("soldValue", goods.soldValue())
                .param("unsoldQuantity", goods.unsoldQuantity())
                .param("unsoldValue", goods.unsoldValue())
                .param(
                        "valuation",
                        goods.valuation() == null ? null : goods.valuation().name())
                .param("illegalGains", goods.illegalGains())
                .param("seizedQuantity", seizure == null ? null : seizure.quantity())
                .param("seizedOn", seizure == null ? null : seizure.on())
                .param("seizureNo", seizure == null ? null : seizure.documentNo())
                .param("sourceName", source == null ? null : source.name())
                .param("sourceAddress", source == null ? null : source.address())
                .param("sourceRegion", source == null ? null : source.region())
                .param("sourceProof", source == null ? null : source.proof())
                .param("earlierDecisionNo", findings.earlierDecisionNo())
                .param("seriousReason", findings.seriousReason())
                .param("crimeNote", findings.crimeNote())
                .param("proposal", findings.proposal().name())
                .param("proposedFine", findings.proposedFine())
                .update();
    }

    void setRange(long id, int round, LawfulRange range, SeenHistory history) {
        jdbc.sql("""
                        update commerce_findings
                        set range_rule = :rule, range_version = :version, range_maximum = :maximum,
                            range_heavier_from = :heavierFrom, range_reason = :reason,
                            repeats = :repeats, same_act = :sameAct
                        where investigation_id = :id and round = :round""")
                .param("rule", range.rule())
                .param("version", range.version())
                .param("maximum", range.maximum())
                .param("heavierFrom", range.heavierFrom())
                .param("reason", range.reason().name())
                .param("repeats", history.repeats().toArray(String[]::new))
                .param("sameAct", history.sameAct().toArray(String[]::new))
                .param("id", id)
                .param("round", round)
                .update();
    }

    void addReview(long id, int round, Review review, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_review
                            (investigation_id, round, reviewed_at, reviewed_by, result, points, opinion)
                        values (:id, :round, :at, :by, :result, :points, :opinion)""")
                .param("id", id)
                .param("round", round)
                .param("at", utc(at))
                .param("by", by)
                .param("result", review.result().name())
                .param("points", review.points().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param("opinion", review.opinion())
                .update();
    }

    void addReturn(long id, int round, String reason, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_return (investigation_id, round, returned_at, returned_by, reason)
                        values (:id, :round, :at, :by, :reason)""")
                .param("id", id)
                .param("round", round)
                .param("at", utc(at))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    /** All rounds, the first first. */
    List<Dossier.Round> of(long id) {
        return jdbc.sql(ROUNDS).param("id", id).query(InvestigationRounds::map).list();
    }

    private static Dossier.Round map(ResultSet row, int number) throws SQLException {
        return new Dossier.Round(
                row.getInt("round"),
                findings(row),
                instant(row, "recorded_at"),
                row.getString("recorded_by"),
                row.getString("range_rule") == null ? null : range(row),
                row.getString("result") == null ? null : review(row),
                row.getString("reviewed_by"),
                InvestigationHearings.map(row),
                row.getString("return_reason"),
                new SeenHistory(texts(row, "repeats"), texts(row, "same_act")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Findings findings(ResultSet row) throws SQLException {
        return new Findings(
                InfringementKind.valueOf(row.getString("infringement")),
                row.getString("facts"),
                date(row, "conduct_from"),
                date(row, "conduct_to"),
                new Findings.Inspection(
                        date(row, "inspected_on"),
                        row.getString("inspection_place"),
                        row.getString("first_officer"),
                        row.getString("second_officer")),
                new Findings.Identified(
                        Identification.valueOf(row.getString("identification")),
                        row.getString("identified_by"),
                        date(row, "identified_on")),
                goods(row),
                seizure(row),
                source(row),
                row.getString("earlier_decision_no"),
                row.getString("serious_reason"),
                row.getString("crime_note"),
                DecisionKind.valueOf(row.getString("proposal")),
                row.getBigDecimal("proposed_fine"));
    }

    private static Findings.Goods goods(ResultSet row) throws SQLException {
        String valuation = row.getString("valuation");
        return new Findings.Goods(
                row.getBigDecimal("sold_quantity"),
                row.getBigDecimal("sold_value"),
                row.getBigDecimal("unsold_quantity"),
                row.getBigDecimal("unsold_value"),
                valuation == null ? null : Valuation.valueOf(valuation),
                row.getBigDecimal("illegal_gains"));
    }

    private static Findings.Seizure seizure(ResultSet row) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("seized_quantity");
        return quantity == null
                ? null
                : new Findings.Seizure(quantity, date(row, "seized_on"), row.getString("seizure_no"));
    }

    private static Findings.Source source(ResultSet row) throws SQLException {
        String name = row.getString("source_name");
        return name == null
                ? null
                : new Findings.Source(
                        name,
                        row.getString("source_address"),
                        row.getString("source_region"),
                        row.getString("source_proof"));
    }

    private static Review review(ResultSet row) throws SQLException {
        String points = row.getString("points");
        return new Review(
                ReviewResult.valueOf(row.getString("result")),
                points.isEmpty()
                        ? List.of()
                        : Arrays.stream(points.split(","))
                                .map(ReviewPoint::valueOf)
                                .toList(),
                row.getString("opinion"));
    }

    static LawfulRange range(ResultSet row) throws SQLException {
        return new LawfulRange(
                row.getString("range_rule"),
                date(row, "range_version"),
                row.getBigDecimal("range_maximum"),
                row.getBigDecimal("range_heavier_from"),
                FineRange.Reason.valueOf(row.getString("range_reason")));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
