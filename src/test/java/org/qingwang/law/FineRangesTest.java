package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.common.BadInput;

/** A fine outside the lawful range is annulled by a court, and the whole case with it. */
class FineRangesTest {

    private static final FineRanges RANGES = new FineRanges(Law.shipped());

    /** Trademark Law art. 60: below 50,000 or none up to 250,000; from 50,000 on up to five times. */
    @ParameterizedTest(name = "illegal business of {0}: at most {1}")
    @CsvSource({
        "0,          250000.00, BELOW_THRESHOLD",
        "49999.99,   250000.00, BELOW_THRESHOLD",
        // 5 x 50,000
        "50000,      250000.00, MULTIPLE",
        // 5 x 50,000.01
        "50000.01,   250000.05, MULTIPLE",
        // 5 x 120,000.33
        "120000.33,  600001.65, MULTIPLE",
        // 5 x 99,999,999,999.99: no rounding of large amounts
        "99999999999.99, 499999999999.95, MULTIPLE"
    })
    void theMaximumFollowsTheIllegalBusiness(BigDecimal amount, BigDecimal maximum, FineRange.Reason reason) {
        FineRange range = lawful(conduct("2026-11-10", amount, false, false), "2026-11-20");
        assertThat(range.maximum()).isEqualTo(maximum);
        assertThat(range.minimum()).isEqualTo("0.00");
        assertThat(range.reason()).isEqualTo(reason);
        assertThat(range.allows(maximum)).isTrue();
        assertThat(range.allows(maximum.add(new BigDecimal("0.01")))).isFalse();
        assertThat(range.allows(BigDecimal.ZERO)).isTrue();
        assertThat(range.allows(new BigDecimal("-0.01"))).isFalse();
    }

    @ParameterizedTest(name = "conduct ended {0}, decided {1}: art. {2}")
    @CsvSource({
        "2026-12-10, 2026-12-30, 60",
        "2026-12-31, 2027-01-01, 60",
        "2026-12-31, 2027-03-05, 60",
        "2027-01-01, 2027-01-01, 74",
        "2027-02-01, 2027-03-05, 74"
    })
    void theArticleIsThatOfTheConduct(String endedOn, String decidedOn, String article) {
        FineRange range = lawful(conduct(endedOn, new BigDecimal("1000"), false, false), decidedOn);
        assertThat(range.rule().basis().article()).isEqualTo(article);
    }

    /** One act that breaks several laws is fined by the one with the higher fine (Administrative Penalty Law art. 29). */
    @ParameterizedTest
    @CsvSource({"0", "1000", "49999.99", "50000", "83333.33", "1000000"})
    void noLawOnTheSameGoodsFinesHigherThanTheTrademarkLaw(BigDecimal amount) {
        Infringement facts = conduct("2026-11-10", amount, false, false);
        BigDecimal trademark = lawful(facts, "2026-11-20").maximum();
        for (String other : List.of(
                "competition.confusion",
                "product.unsafe",
                "product.adulterated",
                "product.false-origin",
                "product.labels")) {
            assertThat(RANGES.lawful(other, facts, LocalDate.of(2026, 11, 20)).maximum())
                    .as(other)
                    .isLessThanOrEqualTo(trademark);
        }
    }

    /** Administrative Penalty Law art. 37, with a rule invented for this test: ten times, lowered to three times. */
    @Test
    void aLighterNewLawAppliesToOldConduct() {
        FineRanges lowered = new FineRanges(Law.of(LawFiles.shipped(null)
                .with(
                        1,
                        LawFileReader.read(
                                "fines.yaml",
                                LawFiles.resource("law/fines-lowered.yaml").orElseThrow()))));
        Infringement old = conduct("2025-06-01", new BigDecimal("60000"), false, false);
        assertThat(lowered.lawful("test.lowered", old, LocalDate.of(2025, 12, 31))
                        .maximum())
                .isEqualTo("600000.00");
        assertThat(lowered.lawful("test.lowered", old, LocalDate.of(2026, 1, 1)).maximum())
                .isEqualTo("180000.00");
        assertThat(lowered.lawful("test.raised", old, LocalDate.of(2026, 1, 1)).maximum())
                .as("a stricter new law does not reach back")
                .isEqualTo("180000.00");
    }

    /** Product Quality Law art. 50: at least half the value, at most three times; E-Commerce Law art. 84: fixed amounts. */
    @ParameterizedTest(name = "{0} with {1}, serious {2}: {3} to {4}")
    @CsvSource({
        // 0.5 x and 3 x 30,000
        "product.adulterated, 30000, false, 15000.00, 90000.00, MULTIPLE",
        // 0.3 x 1,000
        "product.labels, 1000, false, 0.00, 300.00, MULTIPLE",
        "ecommerce.ip-measures, 0, false, 50000.00, 500000.00, FIXED",
        "ecommerce.ip-measures, 0, true, 500000.00, 2000000.00, FIXED",
        "ecommerce.seller-vetting, 0, false, 20000.00, 100000.00, FIXED",
        "competition.confusion, 50000, false, 0.00, 250000.00, MULTIPLE"
    })
    void otherLawsHaveFinesOfTheirOwn(
            String rule,
            BigDecimal amount,
            boolean serious,
            BigDecimal least,
            BigDecimal most,
            FineRange.Reason reason) {
        FineRange range =
                RANGES.lawful(rule, conduct("2026-11-10", amount, serious, false), LocalDate.of(2026, 11, 20));
        assertThat(range.minimum()).isEqualTo(least);
        assertThat(range.maximum()).isEqualTo(most);
        assertThat(range.reason()).isEqualTo(reason);
        assertThat(range.allows(least)).isTrue();
        assertThat(range.allows(least.subtract(new BigDecimal("0.01")))).isFalse();
    }

    @Test
    void anInnocentSellerWhoNamesTheSourceIsNotFined() {
        FineRange range = lawful(conduct("2026-11-10", new BigDecimal("80000"), false, true), "2026-11-20");
        assertThat(range.reason()).isEqualTo(FineRange.Reason.INNOCENT_SELLER);
        assertThat(range.allows(new BigDecimal("0.01"))).isFalse();
        assertThat(range.allows(BigDecimal.ZERO)).isTrue();
    }

    @Test
    void aRepeatedInfringementCallsForAFineInTheUpperPartOfTheRange() {
        FineRange range = lawful(conduct("2026-11-10", new BigDecimal("80000"), true, false), "2026-11-20");
        // 5 x 80,000 = 400,000; 70 % of it
        assertThat(range.heavierFrom()).isEqualTo("280000.00");
        assertThat(range.isLighterThanCalledFor(new BigDecimal("279999.99"))).isTrue();
        assertThat(range.isLighterThanCalledFor(new BigDecimal("280000"))).isFalse();
        assertThat(range.allows(new BigDecimal("1000"))).as("still lawful").isTrue();
        assertThat(range.rule().heavierVerified()).isFalse();
    }

    @Test
    void conductBeforeAnyKnownVersionIsRefusedInWords() {
        assertThatThrownBy(() -> lawful(conduct("2012-01-01", BigDecimal.TEN, false, false), "2026-11-20"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("law.fines.no-version"));
    }

    private FineRange lawful(Infringement facts, String decidedOn) {
        return RANGES.lawful(FineRanges.TRADEMARK_INFRINGEMENT, facts, LocalDate.parse(decidedOn));
    }

    private static Infringement conduct(String endedOn, BigDecimal amount, boolean heavier, boolean innocent) {
        return new Infringement(LocalDate.parse(endedOn), amount, heavier, innocent);
    }
}
