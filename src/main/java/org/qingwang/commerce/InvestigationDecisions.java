package org.qingwang.commerce;

import static org.qingwang.commerce.Investigations.instant;
import static org.qingwang.commerce.Investigations.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingwang.law.Resting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code commerce_decision}: the decision of an investigation with the range its fine was checked against. */
@Repository
class InvestigationDecisions {

    private final JdbcClient jdbc;

    InvestigationDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many decisions rest on each version of a rule on fines */
    List<Resting> byRule() {
        return jdbc.sql("select range_rule, range_version, count(*) as cases from commerce_decision"
                        + " group by range_rule, range_version")
                .query((row, number) -> new Resting(
                        row.getString("range_rule"),
                        row.getObject("range_version", LocalDate.class),
                        0,
                        row.getLong("cases")))
                .list();
    }

    void add(long id, Dossier.Decided decided) {
        Decision decision = decided.decision();
        LawfulRange range = decided.range();
        jdbc.sql("""
                        insert into commerce_decision (investigation_id, decided_at, decided_by,
                            kind, decision_no, decided_on, notice_on, party_statement, party_words,
                            fine, confiscated_gains, confiscated_quantity, confiscated_value, collective, collective_record,
                            reason, lighter_reason, fined_by, another_act,
                            range_rule, range_version, range_maximum, range_heavier_from, range_reason)
                        values (:id, :at, :by,
                            :kind, :decisionNo, :decidedOn, :noticeOn, :partyStatement, :partyWords,
                            :fine, :gains, :quantity, :value, :collective, :collectiveRecord,
                            :reason, :lighterReason, :finedBy, :anotherAct,
                            :rule, :version, :maximum, :heavierFrom, :rangeReason)""")
                .param("id", id)
                .param("at", utc(decided.at()))
                .param("by", decided.by())
                .param("kind", decision.kind().name())
                .param("decisionNo", decision.decisionNo())
                .param("decidedOn", decision.decidedOn())
                .param("noticeOn", decision.noticeOn())
                .param(
                        "partyStatement",
                        decision.partyStatement() == null
                                ? null
                                : decision.partyStatement().name())
                .param("partyWords", decision.partyWords())
                .param("fine", decision.fine())
                .param("gains", decision.confiscatedGains())
                .param("quantity", decision.confiscatedQuantity())
                .param("value", decision.confiscatedValue())
                .param("collective", decision.collective())
                .param("collectiveRecord", decision.collectiveRecord())
                .param("reason", decision.reason())
                .param("lighterReason", decision.lighterReason())
                .param("finedBy", decision.oneFine().finedBy(), Types.VARCHAR)
                .param("anotherAct", decision.oneFine().anotherAct(), Types.VARCHAR)
                .param("rule", range.rule())
                .param("version", range.version())
                .param("maximum", range.maximum())
                .param("heavierFrom", range.heavierFrom())
                .param("rangeReason", range.reason().name())
                .update();
    }

    Optional<Dossier.Decided> of(long id) {
        return jdbc.sql("""
                        select d.*, a.begun_at, a.result, a.ground, a.document_no, a.effective_on, a.new_fine, a.new_gains,
                               a.new_quantity, a.new_value, a.decide_anew, a.reason as annulment_reason, a.carried_out_at,
                               a.withdrawn_on, a.withdrawal_note, a.refunded, a.refunded_on, a.refund_receipt,
                               a.goods_quantity, a.goods_returned_on, a.goods_received_by, a.goods_value, a.goods_receipt,
                               a.goods_note
                        from commerce_decision d left join commerce_annulment a using (investigation_id)
                        where investigation_id = :id""").param("id", id).query(InvestigationDecisions::map).optional();
    }

    private static Dossier.Decided map(ResultSet row, int number) throws SQLException {
        String partyStatement = row.getString("party_statement");
        Decision decision = new Decision(
                DecisionKind.valueOf(row.getString("kind")),
                row.getString("decision_no"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("notice_on", LocalDate.class),
                partyStatement == null ? null : PartyStatement.valueOf(partyStatement),
                row.getString("party_words"),
                row.getBigDecimal("fine"),
                row.getBigDecimal("confiscated_gains"),
                row.getBigDecimal("confiscated_quantity"),
                row.getBigDecimal("confiscated_value"),
                row.getBoolean("collective"),
                row.getString("collective_record"),
                row.getString("reason"),
                row.getString("lighter_reason"),
                new OneFine(row.getString("fined_by"), row.getString("another_act")));
        return new Dossier.Decided(
                decision,
                instant(row, "decided_at"),
                row.getString("decided_by"),
                InvestigationRounds.range(row),
                Annulments.file(row));
    }
}
