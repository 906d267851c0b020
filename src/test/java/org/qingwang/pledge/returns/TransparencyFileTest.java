package org.qingwang.pledge.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.common.BadInput;

/** Rows of real platforms' reports. If this fails, a firm's figures are read wrong, or their contradictions stay hidden. */
class TransparencyFileTest {

    private static final String HEAD =
            "Applicability,Service,Reporting period,Section,Indicator,Scope,Value,Contextual Information\n";

    @Test
    void everyFigureKeepsItsRowAndWhatStoodThere() throws IOException {
        Report report = read("temu-4.csv");

        assertThat(report.part()).isEqualTo(Part.NOTICES);
        assertThat(report.service()).isEqualTo("Temu");
        assertThat(report.from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(report.to()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(report.figures())
                .filteredOn(figure -> figure.indicator().equals("Median time to take action"))
                .first()
                .satisfies(figure -> {
                    assertThat(figure.row()).isEqualTo(2);
                    assertThat(figure.of()).isEqualTo("TOTAL");
                    assertThat(figure.value()).isEqualByComparingTo("20.22");
                    assertThat(figure.written()).isEqualTo("20.22");
                });
    }

    @Test
    void naAndBlanksAreFindingsAndNeverZero() throws IOException {
        Report report = read("temu-4.csv");

        assertThat(kinds(report)).contains(Finding.Kind.NOT_AVAILABLE, Finding.Kind.BLANK);
        assertThat(report.figures())
                .filteredOn(figure ->
                        figure.written().equals("NA") || figure.written().isEmpty())
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.value()).isNull());
    }

    @Test
    void spacesInTheHeaderAndAMedianWithoutUnitAreSaid() throws IOException {
        assertThat(read("aliexpress-4.csv").findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.SPACES)
                .extracting(Finding::arguments)
                .containsExactly(List.of("Number of notices received"));
        assertThat(read("aliexpress-4.csv").findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.NO_UNIT)
                .hasSize(2);
    }

    /** 432,714 notices on intellectual property, and none in any of its sub-categories. */
    @Test
    void partsThatAreNotTheWholeAreSaidWithBothFigures() throws IOException {
        assertThat(read("aliexpress-4.csv").findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.SUM)
                .anySatisfy(finding -> {
                    assertThat(finding.row()).isEqualTo(3);
                    assertThat(finding.arguments())
                            .containsExactly(
                                    "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS",
                                    "Number of notices received",
                                    new BigDecimal("432714"),
                                    BigDecimal.ZERO);
                })
                .noneSatisfy(finding -> assertThat(finding.arguments())
                        .as("83,868 + 33,696 + 66,605 + 232 = 184,401")
                        .startsWith(
                                "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS",
                                "Number of actions taken on the basis of the law"));
    }

    /** Six disputes, two outcomes, none left open. */
    @Test
    void complaintsWithoutOutcomeAreSaid() throws IOException {
        assertThat(read("aliexpress-7.csv").findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.SUM)
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .startsWith(
                                "Out-of-court dispute settlement bodies",
                                "Number of disputes submitted to out-of-court dispute settlement bodies")
                        .endsWith(new BigDecimal("6"), new BigDecimal("2")));
    }

    @Test
    void theIndicatorsAreThoseOfTheParts() throws IOException {
        Map<Indicator, IndicatorValue> computed =
                Indicators.of(List.of(read("aliexpress-4.csv"), read("aliexpress-5.csv"), read("aliexpress-7.csv")));
        Map<Indicator, BigDecimal> found = new EnumMap<>(Indicator.class);
        computed.forEach((indicator, value) -> found.put(indicator, value.value()));

        assertThat(computed.get(Indicator.REVERSED_SHARE).rows(Part.APPEALS))
                .as("the total, the partially reversed and the reversed")
                .containsExactly(2L, 4L, 5L);
        assertThat(computed.get(Indicator.OWN_INITIATIVE_SHARE).parts())
                .containsExactlyInAnyOrder(Part.NOTICES, Part.OWN_INITIATIVE);
        assertThat(found)
                .containsEntry(Indicator.NOTICES, new BigDecimal("547070"))
                .containsEntry(Indicator.ITEMS, new BigDecimal("492538"))
                .containsEntry(Indicator.MEDIAN_TIME, new BigDecimal("17.2"))
                // 1,181,766 of 1,181,766 + 184,863 + 45,297
                .containsEntry(Indicator.OWN_INITIATIVE_SHARE, new BigDecimal("83.7"))
                // 1,131,793 of 1,181,766
                .containsEntry(Indicator.AUTOMATED_SHARE, new BigDecimal("95.8"))
                // 63,251 of 178,230
                .containsEntry(Indicator.REVERSED_SHARE, new BigDecimal("35.5"))
                .containsEntry(Indicator.SUSPENDED_SELLERS, new BigDecimal("97573"))
                .containsEntry(Indicator.SUSPENDED_NOTIFIERS, BigDecimal.ZERO);
        assertThat(Indicators.of(List.of(read("temu-4.csv"))))
                .as("what was not sent is missing, not zero")
                .containsOnlyKeys(Indicator.NOTICES, Indicator.ITEMS, Indicator.MEDIAN_TIME);
    }

    @Test
    void oddCellsAndForeignRowsAreSaid() {
        Report report = only(
                "\uFEFF" + HEAD
                        + "All,Shop,2026-01-01/2026-06-30,Use of automated means for content moderation,Measures,Total number,12,\n"
                        + "All,Shop,2026-01-01/2026-06-30,Use of automated means for content moderation,Accuracy,Total number,about half,\n"
                        + "All,Shop,2026-01-01/2026-06-30,Use of automated means for content moderation,Recall,Total number,-3,\n"
                        + "All,Other,2026-01-01/2026-06-30,Use of automated means for content moderation,Recall,Total number,4,\n");

        assertThat(report.part()).isEqualTo(Part.AUTOMATED_MEANS);
        assertThat(kinds(report))
                .containsExactly(Finding.Kind.NO_NUMBER, Finding.Kind.NEGATIVE, Finding.Kind.OTHER_REPORT);
        assertThat(report.figures()).hasSize(3);
    }

    @Test
    void severalPartsInOneFileAreReadEachWithTheRowsOfTheFile() throws IOException {
        List<Report> parts = TransparencyFile.read(text("temu-4.csv") + "\n" + text("aliexpress-7.csv"));

        assertThat(parts).extracting(Report::part).containsExactly(Part.NOTICES, Part.APPEALS);
        assertThat(parts.get(1).figures().get(0).row())
                .as("a blank line and a header stand between them")
                .isEqualTo(text("temu-4.csv").lines().count() + 3);
        assertThatThrownBy(() -> TransparencyFile.read(text("temu-4.csv") + "\n" + text("aliexpress-4.csv")))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.messageKey()).isEqualTo("returns.refused.twice-in-file"));
    }

    @Test
    void aRowThatStandsTwiceOrHasLostACellIsForTheSenderToMend() {
        Report report = only(HEAD
                + "All,Shop,2026-01-01/2026-06-30,S,I,Total number,1,\n"
                + "All,Shop,2026-01-01/2026-06-30,S,I,Total number,2,\n"
                + "All,Shop,2026-01-01/2026-06-30,S,I,Median time (hours),3\n");

        assertThat(report.findings())
                .filteredOn(Finding::isForSender)
                .extracting(finding -> finding.kind() + " " + finding.row())
                .containsExactly("TWICE 3", "CELLS 4");
        assertThat(report.figures()).extracting(Figure::row).containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliexpress-4.csv", "aliexpress-5.csv", "aliexpress-7.csv", "temu-4.csv"})
    void noRealReportHasToBeMendedBeforeItIsSent(String name) throws IOException {
        assertThat(read(name).findings()).noneMatch(Finding::isForSender);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n1,2\n",
                "Service,Indicator\n",
                HEAD,
                HEAD + "All,Shop,last year,S,I,Total number,1,\n",
                HEAD + "All,Shop,2026-02-30/2026-06-30,S,I,Total number,1,\n",
                HEAD + "All,Shop,2026-06-30/2026-01-01,S,I,Total number,1,\n"
            })
    void whatIsNoSuchFileIsRefusedInWords(String text) {
        assertThatThrownBy(() -> TransparencyFile.read(text))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.messageKey()).startsWith("returns.refused."));
    }

    private static Report only(String text) {
        assertThat(TransparencyFile.read(text)).hasSize(1);
        return TransparencyFile.read(text).get(0);
    }

    private static List<Finding.Kind> kinds(Report report) {
        return report.findings().stream().map(Finding::kind).toList();
    }

    private static Report read(String name) throws IOException {
        return only(text(name));
    }

    private static String text(String name) throws IOException {
        try (InputStream file = TransparencyFileTest.class.getResourceAsStream("/returns/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
