package org.qingwang.publicsecurity.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.publicsecurity.Act;
import org.qingwang.publicsecurity.CrimeFacts;
import org.qingwang.publicsecurity.GoodsLot;
import org.qingwang.publicsecurity.Offence;
import org.qingwang.publicsecurity.Pricing;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.publicsecurity.Report;
import org.springframework.stereotype.Component;

/** Two officers reported a suspected crime to the head. */
@Component
class WriteReportForm implements FormHandler<WriteReportForm.Fields> {

    enum Whereabouts {
        SOLD,
        UNSOLD
    }

    /** One row of the form: an act with the goods it was about. */
    record Row(
            LocalDate conductFrom,
            LocalDate conductTo,
            Whereabouts goods,
            BigDecimal quantity,
            BigDecimal unitPrice,
            Pricing pricing,
            String noOtherPrice,
            BigDecimal gains,
            Long pieces,
            String penaltyNo) {

        Act toAct() {
            GoodsLot lot =
                    new GoodsLot(goods == Whereabouts.SOLD, cents(quantity), cents(unitPrice), pricing, noOtherPrice);
            return new Act(conductFrom, conductTo, List.of(lot), cents(gains), pieces == null ? 0 : pieces, penaltyNo);
        }

        private static BigDecimal cents(BigDecimal amount) {
            return (amount == null ? BigDecimal.ZERO : amount).setScale(2, RoundingMode.UNNECESSARY);
        }
    }

    record Fields(
            LocalDate reportedOn,
            String firstOfficer,
            String secondOfficer,
            Offence offence,
            int marks,
            LocalDate punishedOn,
            boolean shoddy,
            List<Row> acts,
            String suspicion,
            String facts) {

        Report toReport() {
            List<Act> all = acts.stream().map(Row::toAct).toList();
            return new Report(
                    reportedOn,
                    firstOfficer,
                    secondOfficer,
                    facts,
                    new CrimeFacts(offence, marks, punishedOn, all, shoddy, suspicion));
        }
    }

    private final ReferralService referrals;

    WriteReportForm(ReferralService referrals) {
        this.referrals = referrals;
    }

    @Override
    public String formId() {
        return "referral-report-write-report";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        referrals.report(
                submission.variable(CriminalReferralProcess.REFERRAL_NO), form.toReport(), submission.formReference());
        return Map.of();
    }
}
