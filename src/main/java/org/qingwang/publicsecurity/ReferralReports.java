package org.qingwang.publicsecurity;

import static org.qingwang.publicsecurity.Referrals.instant;
import static org.qingwang.publicsecurity.Referrals.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qingwang.law.Resting;
import org.qingwang.law.ThresholdRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code referral_report} and {@code referral_act}. An act of a report has one lot of goods. */
@Repository
class ReferralReports {

    private final JdbcClient jdbc;

    ReferralReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String referralNo, ReferralFile.Reported reported, Assessment assessment) {
        Report report = reported.report();
        CrimeFacts crime = report.crime();
        jdbc.sql("""
                        insert into referral_report
                            (referral_no, recorded_at, recorded_by, reported_on, first_officer, second_officer, facts,
                             offence, marks, punished_on, shoddy, suspicion, verdict)
                        values (:no, :at, :by, :on, :first, :second, :facts, :offence, :marks, :punishedOn, :shoddy,
                                :suspicion, :verdict)""")
                .param("no", referralNo)
                .param("at", utc(reported.at()))
                .param("by", reported.by())
                .param("on", report.reportedOn())
                .param("first", report.firstOfficer())
                .param("second", report.secondOfficer())
                .param("facts", report.facts())
                .param("offence", crime.offence().name())
                .param("marks", crime.marks())
                .param("punishedOn", crime.punishedOn())
                .param("shoddy", crime.shoddy())
                .param("suspicion", crime.suspicion())
                .param("verdict", reported.verdict().name())
                .update();
        for (int position = 0; position < crime.acts().size(); position++) {
            add(referralNo, position + 1, crime.acts().get(position));
        }
        assessment.offences().stream()
                .map(OffenceResult::rule)
                .filter(Objects::nonNull)
                .forEach(rule -> add(referralNo, rule));
    }

    private void add(String referralNo, ThresholdRule rule) {
        jdbc.sql("insert into referral_measured (referral_no, rule, rule_version) values (:no, :rule, :version)")
                .param("no", referralNo)
                .param("rule", rule.id())
                .param("version", rule.from())
                .update();
    }

    List<Resting> byRule() {
        return jdbc.sql(
                        "select rule, rule_version, count(*) as files from referral_measured group by rule, rule_version")
                .query((row, number) -> new Resting(
                        row.getString("rule"), row.getObject("rule_version", LocalDate.class), 0, row.getLong("files")))
                .list();
    }

    private void add(String referralNo, int position, Act act) {
        GoodsLot lot = act.goods().get(0);
        jdbc.sql("""
                        insert into referral_act
                            (referral_no, position, conduct_from, conduct_to, sold, quantity, unit_price, pricing,
                             no_other_price, gains, pieces, penalty_no)
                        values (:no, :position, :from, :to, :sold, :quantity, :price, :pricing, :noOther, :gains,
                                :pieces, :penaltyNo)""")
                .param("no", referralNo)
                .param("position", position)
                .param("from", act.from())
                .param("to", act.to())
                .param("sold", lot.sold())
                .param("quantity", lot.quantity())
                .param("price", lot.unitPrice())
                .param("pricing", lot.pricing().name())
                .param("noOther", lot.noOtherPrice())
                .param("gains", act.gains())
                .param("pieces", act.pieces())
                .param("penaltyNo", act.penaltyNo())
                .update();
    }

    Optional<ReferralFile.Reported> of(String referralNo) {
        List<Act> acts = jdbc.sql("select * from referral_act where referral_no = :no order by position")
                .param("no", referralNo)
                .query(ReferralReports::act)
                .list();
        return jdbc.sql("select * from referral_report where referral_no = :no")
                .param("no", referralNo)
                .query((row, number) -> reported(row, acts))
                .optional();
    }

    private static Act act(ResultSet row, int number) throws SQLException {
        GoodsLot lot = new GoodsLot(
                row.getBoolean("sold"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                Pricing.valueOf(row.getString("pricing")),
                row.getString("no_other_price"));
        return new Act(
                row.getObject("conduct_from", LocalDate.class),
                row.getObject("conduct_to", LocalDate.class),
                List.of(lot),
                row.getBigDecimal("gains"),
                row.getLong("pieces"),
                row.getString("penalty_no"));
    }

    private static ReferralFile.Reported reported(ResultSet row, List<Act> acts) throws SQLException {
        CrimeFacts crime = new CrimeFacts(
                Offence.valueOf(row.getString("offence")),
                row.getInt("marks"),
                row.getObject("punished_on", LocalDate.class),
                acts,
                row.getBoolean("shoddy"),
                row.getString("suspicion"));
        Report report = new Report(
                row.getObject("reported_on", LocalDate.class),
                row.getString("first_officer"),
                row.getString("second_officer"),
                row.getString("facts"),
                crime);
        return new ReferralFile.Reported(
                report,
                Assessment.Verdict.valueOf(row.getString("verdict")),
                instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }
}
