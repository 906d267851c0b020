package org.qingwang.publicsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingwang.common.BadInput;
import org.qingwang.law.ShippedLaw;
import org.qingwang.law.Threshold.Tier;
import org.qingwang.publicsecurity.Assessment.Verdict;

/**
 * If this is wrong, a crime is settled with a fine, or a shopkeeper is handed to the police for nothing. Every expected
 * answer is derived beside it, from the figures of the interpretations of 2004 (conduct until 25 April 2025) and 2025.
 */
class ReferralCalculatorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final ReferralCalculator CALCULATOR = new ReferralCalculator(ShippedLaw.thresholds());

    @ParameterizedTest(name = "{0}, {1} marks, sold {2}, unsold {3}, gains {4}, {5} pieces, until {6}: {7}")
    @CsvSource({
        // art. 213, one mark: business 50,000 or gains 30,000. 20,000 + 29,999.99 = 49,999.99: a cent short
        "COUNTERFEIT_MARK, 1, 20000, 29999.99, 29999.99, 0, 2026-06-30, NOT_REACHED",
        // 20,000 + 30,000 = 50,000
        "COUNTERFEIT_MARK, 1, 20000, 30000, 0, 0, 2026-06-30, ORDINARY",
        "COUNTERFEIT_MARK, 1, 0, 0, 30000, 0, 2026-06-30, ORDINARY",
        // two marks: 30,000 or 20,000
        "COUNTERFEIT_MARK, 2, 10000, 19999.99, 19999.99, 0, 2026-06-30, NOT_REACHED",
        "COUNTERFEIT_MARK, 2, 10000, 20000, 0, 0, 2026-06-30, ORDINARY",
        "COUNTERFEIT_MARK, 3, 0, 0, 20000, 0, 2026-06-30, ORDINARY",
        // serious since 2025: ten times 50,000, with two marks ten times 30,000
        "COUNTERFEIT_MARK, 1, 499999.99, 0, 0, 0, 2026-06-30, ORDINARY",
        "COUNTERFEIT_MARK, 1, 500000, 0, 0, 0, 2026-06-30, SERIOUS",
        "COUNTERFEIT_MARK, 2, 300000, 0, 0, 0, 2026-06-30, SERIOUS",
        // 2004: serious from 250,000; by the law of today 250,000 is ordinary, which is lighter and so it counts
        "COUNTERFEIT_MARK, 1, 250000, 0, 0, 0, 2025-04-25, ORDINARY",
        // serious by both
        "COUNTERFEIT_MARK, 1, 500000, 0, 0, 0, 2025-04-25, SERIOUS",
        // art. 214: what was sold counts, 50,000, or gains of 30,000
        "SELLING_COUNTERFEITS, 1, 49999.99, 0, 29999.99, 0, 2026-06-30, NOT_REACHED",
        "SELLING_COUNTERFEITS, 1, 50000, 0, 0, 0, 2026-06-30, ORDINARY",
        "SELLING_COUNTERFEITS, 1, 0, 0, 30000, 0, 2026-06-30, ORDINARY",
        // two marks change nothing here: 30,000 sold stays below 50,000
        "SELLING_COUNTERFEITS, 2, 30000, 0, 0, 0, 2026-06-30, NOT_REACHED",
        // nothing sold: 150,000 in the warehouse is an attempt
        "SELLING_COUNTERFEITS, 1, 0, 149999.99, 0, 0, 2026-06-30, NOT_REACHED",
        "SELLING_COUNTERFEITS, 1, 0, 150000, 0, 0, 2026-06-30, ATTEMPT",
        // 40,000 sold is not enough, but 40,000 + 110,000 = 150,000
        "SELLING_COUNTERFEITS, 1, 40000, 109999.99, 0, 0, 2026-06-30, NOT_REACHED",
        "SELLING_COUNTERFEITS, 1, 40000, 110000, 0, 0, 2026-06-30, ATTEMPT",
        // 60,000 sold is complete, whatever lies in the warehouse
        "SELLING_COUNTERFEITS, 1, 60000, 110000, 0, 0, 2026-06-30, ORDINARY",
        // until 25 April 2025 gains did not count for art. 214; the later law is harder, so it does not apply
        "SELLING_COUNTERFEITS, 1, 0, 0, 30000, 0, 2025-04-25, NOT_REACHED",
        "SELLING_COUNTERFEITS, 1, 0, 0, 30000, 0, 2025-04-26, ORDINARY",
        // art. 215: 10,000 pieces, with two marks 5,000; until 25 April 2025 20,000 and 10,000
        "ILLEGAL_MARKS, 1, 0, 0, 0, 9999, 2026-06-30, NOT_REACHED",
        "ILLEGAL_MARKS, 1, 0, 0, 0, 10000, 2026-06-30, ORDINARY",
        "ILLEGAL_MARKS, 2, 0, 0, 0, 4999, 2026-06-30, NOT_REACHED",
        "ILLEGAL_MARKS, 2, 0, 0, 0, 5000, 2026-06-30, ORDINARY",
        "ILLEGAL_MARKS, 1, 0, 0, 0, 19999, 2025-04-25, NOT_REACHED",
        "ILLEGAL_MARKS, 1, 0, 0, 0, 20000, 2025-04-25, ORDINARY",
        // art. 218: gains of 100,000, since 26 April 2025 50,000
        "INFRINGING_COPIES, 1, 0, 0, 99999.99, 0, 2025-04-25, NOT_REACHED",
        "INFRINGING_COPIES, 1, 0, 0, 100000, 0, 2025-04-25, ORDINARY",
        "INFRINGING_COPIES, 1, 0, 0, 49999.99, 0, 2025-04-26, NOT_REACHED",
        "INFRINGING_COPIES, 1, 0, 0, 50000, 0, 2025-04-26, ORDINARY",
        // art. 140: what was sold, 50,000, 200,000, 500,000, 2,000,000
        "SHODDY_GOODS, 1, 49999.99, 900000, 900000, 0, 2026-06-30, NOT_REACHED",
        "SHODDY_GOODS, 1, 50000, 0, 0, 0, 2026-06-30, ORDINARY",
        "SHODDY_GOODS, 1, 200000, 0, 0, 0, 2026-06-30, SERIOUS",
        "SHODDY_GOODS, 1, 500000, 0, 0, 0, 2026-06-30, VERY_SERIOUS",
        "SHODDY_GOODS, 1, 2000000, 0, 0, 0, 2026-06-30, GRAVEST"
    })
    void theFiguresOfTheOffenceDecide(
            Offence offence,
            int marks,
            BigDecimal sold,
            BigDecimal unsold,
            BigDecimal gains,
            long pieces,
            LocalDate until,
            String expected) {
        Act act = act(until.minusDays(30), until, sold, unsold, gains, pieces, null);
        assertThat(answer(facts(offence, marks, null, act))).isEqualTo(expected);
    }

    /**
     * Punished on 1 March 2025. Two years end on 1 March 2027. Repeated: art. 213 from 30,000 of business or 20,000 of
     * gains on.
     */
    @ParameterizedTest(name = "{0} to {1}, sold {2}: {3}")
    @CsvSource({
        "2026-06-01, 2026-06-30, 29999.99, NOT_REACHED",
        "2026-06-01, 2026-06-30, 30000, ORDINARY",
        // begun before the penalty: not a repetition, so 50,000 counts
        "2025-03-01, 2026-06-30, 30000, NOT_REACHED",
        // until 25 April 2025 the law knew no repetition
        "2025-03-02, 2025-04-25, 30000, NOT_REACHED",
        "2025-03-02, 2025-04-26, 30000, ORDINARY"
    })
    void whoWasPunishedAndDoesItAgainIsMeasuredByLowerFigures(
            LocalDate from, LocalDate to, BigDecimal sold, String expected) {
        Act again = act(from, to, sold, BigDecimal.ZERO, BigDecimal.ZERO, 0, null);
        assertThat(answer(facts(Offence.COUNTERFEIT_MARK, 1, LocalDate.of(2025, 3, 1), again)))
                .isEqualTo(expected);
    }

    /** A penalty of 30 June 2024: what is done from 1 July 2026 on comes more than two years later. */
    @Test
    void afterTwoYearsTheOrdinaryFiguresCountAgain() {
        LocalDate penalty = LocalDate.of(2024, 6, 30);
        Act onTheLastDay = sold("2026-06-30", "2026-06-30", "30000", null);
        Act aDayLater = sold("2026-07-01", "2026-07-01", "30000", null);
        assertThat(answer(facts(Offence.COUNTERFEIT_MARK, 1, penalty, onTheLastDay)))
                .isEqualTo("ORDINARY");
        assertThat(answer(facts(Offence.COUNTERFEIT_MARK, 1, penalty, aDayLater)))
                .isEqualTo("NOT_REACHED");
    }

    /**
     * Three acts of 20,000, each too small. The first was punished and does not count again: 40,000 is below 50,000.
     * With the third at 30,000 it is 50,000.
     */
    @Test
    void smallActsNobodyPunishedAccumulateAndPunishedOnesDoNot() {
        Act punished = sold("2026-01-01", "2026-01-31", "20000", "ZJ-CF-1");
        Act second = sold("2026-03-01", "2026-03-31", "20000", null);
        Act third = sold("2026-05-01", "2026-05-31", "20000", null);
        Act larger = sold("2026-05-01", "2026-05-31", "30000", null);
        assertThat(answer(facts(Offence.SELLING_COUNTERFEITS, 1, null, punished, second, third)))
                .isEqualTo("NOT_REACHED");
        Assessment reached =
                CALCULATOR.assess(facts(Offence.SELLING_COUNTERFEITS, 1, null, punished, second, larger), TODAY);
        assertThat(reached.verdict()).isEqualTo(Verdict.REACHED);
        assertThat(reached.figures().sold()).isEqualByComparingTo("50000");
    }

    /**
     * Each lot is valued in its own way: 10 sold at 199.90 = 1,999; of those found, 20 marked 299 = 5,980; 30 at the
     * average of 150.50 = 4,515; 5 whose price nobody knows at the genuine 1,280 = 6,400. Together 18,894.
     */
    @Test
    void goodsAreValuedInFourWaysAndTheWayIsKept() {
        List<GoodsLot> goods = List.of(
                new GoodsLot(true, new BigDecimal("10"), new BigDecimal("199.90"), Pricing.SALE_PRICE, null),
                new GoodsLot(false, new BigDecimal("20"), new BigDecimal("299"), Pricing.MARKED_PRICE, null),
                new GoodsLot(false, new BigDecimal("30"), new BigDecimal("150.50"), Pricing.AVERAGE_PRICE, null),
                new GoodsLot(
                        false,
                        new BigDecimal("5"),
                        new BigDecimal("1280"),
                        Pricing.GENUINE_PRICE,
                        "No label, no sales"));
        Act act = new Act(day("2026-06-01"), day("2026-06-30"), goods, BigDecimal.ZERO, 0, null);
        Figures figures = CALCULATOR
                .assess(facts(Offence.COUNTERFEIT_MARK, 1, null, act), TODAY)
                .figures();
        assertThat(figures.sold()).isEqualByComparingTo("1999");
        assertThat(figures.unsold()).isEqualByComparingTo("16895");
        assertThat(figures.business()).isEqualByComparingTo("18894");
        assertThat(act.goods()).extracting(GoodsLot::pricing).containsExactly(Pricing.values());
    }

    /** 60,000 sold: neither two marks nor gains are needed for art. 140 when the goods are shoddy as well. */
    @Test
    void shoddyGoodsAreMeasuredByBothOffences() {
        Act act = sold("2026-06-01", "2026-06-30", "210000", null);
        CrimeFacts facts = new CrimeFacts(Offence.SELLING_COUNTERFEITS, 1, null, List.of(act), true, null);
        assertThat(CALCULATOR.assess(facts, TODAY).offences())
                .extracting(result -> result.offence() + " " + result.tier().orElseThrow())
                // art. 214 since 2025: serious from 500,000; art. 140: from 200,000
                .containsExactly("SELLING_COUNTERFEITS ORDINARY", "SHODDY_GOODS SERIOUS");
    }

    @Test
    void aReasonableSuspicionSufficesWhereOnlyThePoliceCanCount() {
        Act act = sold("2026-06-01", "2026-06-30", "1000", null);
        CrimeFacts suspected = new CrimeFacts(
                Offence.SELLING_COUNTERFEITS,
                1,
                null,
                List.of(act),
                false,
                "The accounts are in the hands of a payment service abroad");
        Assessment assessment = CALCULATOR.assess(suspected, TODAY);
        assertThat(assessment.verdict()).isEqualTo(Verdict.SUSPECTED);
        assertThat(assessment.mustBeReferred()).isTrue();
        assertThat(CALCULATOR
                        .assess(new CrimeFacts(Offence.SELLING_COUNTERFEITS, 1, null, List.of(act), false, " "), TODAY)
                        .mustBeReferred())
                .isFalse();
    }

    /** For services no figures are known here: they are never said to be reached, only to be suspected. */
    @Test
    void anOffenceWithoutKnownFiguresRestsOnSuspicionAlone() {
        Act act = act(day("2026-06-01"), day("2026-06-30"), amount("0"), amount("0"), amount("9000000"), 0, null);
        assertThat(answer(facts(Offence.COUNTERFEIT_SERVICE_MARK, 1, null, act)))
                .isEqualTo("NOT_REACHED");
        CrimeFacts suspected =
                new CrimeFacts(Offence.COUNTERFEIT_SERVICE_MARK, 1, null, List.of(act), false, "Gains of nine million");
        assertThat(CALCULATOR.assess(suspected, TODAY).verdict()).isEqualTo(Verdict.SUSPECTED);
    }

    @Test
    void anAnswerSaysWhetherItsFiguresWereCheckedAgainstTheLaw() {
        Act old = sold("2025-01-01", "2025-04-25", "1000", null);
        Act recent = sold("2026-01-01", "2026-06-30", "1000", null);
        assertThat(CALCULATOR
                        .assess(facts(Offence.ILLEGAL_MARKS, 1, null, old), TODAY)
                        .isVerified())
                .isTrue();
        assertThat(CALCULATOR
                        .assess(facts(Offence.ILLEGAL_MARKS, 1, null, recent), TODAY)
                        .isVerified())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Offence.class)
    void everyOffenceCanBeAskedForInBothTimes(Offence offence) {
        for (String until : List.of("2025-04-25", "2025-04-26")) {
            Act act = sold("2025-01-01", until, "100", null);
            assertThat(answer(facts(offence, 1, null, act))).isEqualTo("NOT_REACHED");
        }
    }

    @Test
    void factsThatContradictThemselvesAreRefusedInWords() {
        Act fine = sold("2026-06-01", "2026-06-30", "1", null);
        refused("publicsecurity.marks-missing", facts(Offence.COUNTERFEIT_MARK, 0, null, fine));
        refused(
                "publicsecurity.nothing-to-judge",
                facts(Offence.COUNTERFEIT_MARK, 1, null, sold("2026-06-01", "2026-06-30", "1", "CF-1")));
        refused("publicsecurity.date-in-future", facts(Offence.COUNTERFEIT_MARK, 1, TODAY.plusDays(1), fine));
        refused(
                "publicsecurity.date-in-future",
                facts(Offence.COUNTERFEIT_MARK, 1, null, sold("2026-06-01", "2026-11-23", "1", null)));
        refused(
                "publicsecurity.conduct-ends-before-it-starts",
                facts(Offence.COUNTERFEIT_MARK, 1, null, sold("2026-06-30", "2026-06-29", "1", null)));
        refused("publicsecurity.below-zero", facts(Offence.COUNTERFEIT_MARK, 1, null, gains("-0.01")));
        refused("publicsecurity.below-zero", lot(false, "-1", Pricing.MARKED_PRICE));
        refused("publicsecurity.sold-goods-have-their-price", lot(true, "1", Pricing.MARKED_PRICE));
        refused("publicsecurity.unsold-goods-have-none", lot(false, "1", Pricing.SALE_PRICE));
        refused("publicsecurity.why-no-other-price", lot(false, "1", Pricing.GENUINE_PRICE));
        refused(
                "law.no-version",
                facts(Offence.COUNTERFEIT_MARK, 1, null, sold("2000-01-01", "2000-01-31", "1", null)));
    }

    private void refused(String messageKey, CrimeFacts facts) {
        assertThatThrownBy(() -> CALCULATOR.assess(facts, TODAY))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }

    private String answer(CrimeFacts facts) {
        Assessment assessment = CALCULATOR.assess(facts, TODAY);
        OffenceResult offence = assessment.offences().get(0);
        assertThat(assessment.verdict()).isEqualTo(offence.isReached() ? Verdict.REACHED : Verdict.NOT_REACHED);
        return offence.isAttempt() ? "ATTEMPT" : offence.tier().map(Tier::name).orElse("NOT_REACHED");
    }

    private static CrimeFacts facts(Offence offence, int marks, LocalDate punishedOn, Act... acts) {
        return new CrimeFacts(offence, marks, punishedOn, List.of(acts), false, null);
    }

    private static CrimeFacts lot(boolean sold, String quantity, Pricing pricing) {
        GoodsLot lot = new GoodsLot(sold, new BigDecimal(quantity), BigDecimal.TEN, pricing, null);
        Act act = new Act(day("2026-06-01"), day("2026-06-30"), List.of(lot), BigDecimal.ZERO, 0, null);
        return facts(Offence.COUNTERFEIT_MARK, 1, null, act);
    }

    private static Act gains(String gains) {
        return act(day("2026-06-01"), day("2026-06-30"), amount("0"), amount("0"), amount(gains), 0, null);
    }

    private static Act sold(String from, String to, String value, String penaltyNo) {
        return act(day(from), day(to), amount(value), amount("0"), amount("0"), 0, penaltyNo);
    }

    private static Act act(
            LocalDate from,
            LocalDate to,
            BigDecimal sold,
            BigDecimal unsold,
            BigDecimal gains,
            long pieces,
            String penaltyNo) {
        List<GoodsLot> goods = List.of(
                new GoodsLot(true, BigDecimal.ONE, sold, Pricing.SALE_PRICE, null),
                new GoodsLot(false, BigDecimal.ONE, unsold, Pricing.MARKED_PRICE, null));
        return new Act(from, to, goods, gains, pieces, penaltyNo);
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
