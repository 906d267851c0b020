package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.common.BadInput;

/** If the wrong text of a law is cited, or a figure of one law is taken for another's, the decision does not stand. */
class LawAsDataTest {

    private static final Law LAW = Law.shipped();

    /** The Trademark Law of 2026 is in force from 1 January 2027. */
    @ParameterizedTest(name = "{0}, conduct {1}, decision {2}: art. {3}")
    @CsvSource({
        "trademark.penalty, 2026-12-31, 2027-03-01, 60",
        "trademark.penalty, 2027-01-01, 2027-03-01, 74",
        "trademark.acts, 2026-12-31, 2027-03-01, 57",
        "trademark.acts, 2027-01-01, 2027-03-01, 72",
        // procedure follows the law of the day on which something is done
        "trademark.powers, 2026-12-31, 2026-12-31, 62",
        "trademark.powers, 2026-12-31, 2027-01-01, 76",
        "trademark.referral, 2026-12-01, 2027-01-01, 75",
        "trademark.disposal, 2026-12-01, 2027-01-01, 77"
    })
    void aCaseCitesTheTextOfItsTime(String id, LocalDate conduct, LocalDate decision, String article) {
        assertThat(new LegalReferences(LAW).cite(id, conduct, decision).basis().article())
                .isEqualTo(article);
    }

    /** Regulation's tiers: below 20,000 the value; to 200,000 half of it, at least 20,000; above that 100,000. */
    @ParameterizedTest(name = "goods worth {0}: {1}")
    @CsvSource({
        "0, 0.00",
        "19999.99, 19999.99",
        // half would be 10,000: at least 20,000
        "20000, 20000.00",
        "40000, 20000.00",
        // half of 40,000.02
        "40000.02, 20000.01",
        "200000, 100000.00",
        "200000.01, 100000.00",
        "9000000, 100000.00"
    })
    void customsAsksForSecurityByTheValueOfTheGoods(BigDecimal value, BigDecimal security) {
        Securities.Required required =
                new Securities(LAW).required("customs.security-ex-officio", value, LocalDate.of(2026, 11, 22));
        assertThat(required.required()).isEqualTo(security);
        assertThat(required.rule().verified()).as("shown as unverified").isFalse();
    }

    @Test
    void goodsOfLessThanNothingAreRefusedInWords() {
        assertThatThrownBy(() -> new Securities(LAW)
                        .required("customs.security-ex-officio", new BigDecimal("-1"), LocalDate.of(2026, 11, 22)))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("law.security.negative"));
    }

    /** The thresholds of crimes changed on 26 April 2025; a figure nobody checked carries its mark. */
    @Test
    void thresholdsFollowTheDayOfTheConduct() {
        Thresholds thresholds = new Thresholds(LAW);
        ThresholdRule before = thresholds.inForce("crime.illegal-marks", LocalDate.of(2025, 4, 25));
        ThresholdRule after = thresholds.inForce("crime.illegal-marks", LocalDate.of(2025, 4, 26));
        assertThat(pieces(before).amount()).isEqualByComparingTo("20000");
        assertThat(pieces(before).verified()).isTrue();
        assertThat(pieces(after).amount()).isEqualByComparingTo("10000");
        assertThat(pieces(after).verified()).isFalse();
        assertThat(thresholds.versions("crime.illegal-marks")).hasSize(2);
        assertThatThrownBy(() -> thresholds.inForce("crime.illegal-marks", LocalDate.of(2000, 1, 1)))
                .isInstanceOf(BadInput.class);
    }

    private static Threshold pieces(ThresholdRule rule) {
        return rule.find(Threshold.Measure.PIECES, Threshold.Circumstance.ANY, Threshold.Tier.ORDINARY)
                .orElseThrow();
    }

    @Test
    void everyRuleSaysInBothLanguagesWhatItIsAndWhereItStands() {
        for (LawKind kind : LawKind.values()) {
            assertThat(LAW.current().all(kind.type())).isNotEmpty().allSatisfy(rule -> {
                assertThat(rule.name()).isNotBlank();
                assertThat(rule.nameZh()).matches(".*\\p{IsHan}.*");
                assertThat(rule.basis().lawZh()).matches(".*\\p{IsHan}.*");
                assertThat(rule.verified() && rule.basis().article().isEmpty())
                        .as(rule.id() + ": a figure without an article cannot have been checked")
                        .isFalse();
            });
        }
    }

    /** What an administrator takes away and brings back unchanged is the same law. */
    @Test
    void everyRuleReadsTheSameAfterItWasWritten() {
        LAW.current().rules().forEach((id, versions) -> {
            String file = LawKind.of(versions.get(0)).fileName();
            assertThat(LawFileReader.read(file, LawFileWriter.write(versions)).rules())
                    .containsOnlyKeys(id)
                    .containsEntry(id, versions);
        });
    }

    /** The operator lays the State Council's notice for a year into a folder: it counts, before what this product brings. */
    @Test
    void aYearIsAddedByAFileInTheOperatorsFolder(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("2028.yaml"),
                "year: 2028\nprovisional: false\nholidays:\n  - name: New Year · 元旦\n    days: [2028-01-03]\nmakeUpDays: [2028-01-08]\n");
        WorkingCalendar calendar = new WorkingCalendar(LawFiles.shipped(folder));
        // Mon 3 January off; Sat 8 January worked
        assertThat(calendar.isWorkingDay(LocalDate.of(2028, 1, 3))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2028, 1, 8))).isTrue();
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2029, 1, 3)))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.arguments()).contains("calendar/2029.yaml"));
    }
}
