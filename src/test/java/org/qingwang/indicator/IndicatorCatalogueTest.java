package org.qingwang.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** If this fails, a campaign counts something whose meaning nobody can look up, or waits for a figure that never comes. */
class IndicatorCatalogueTest {

    private final IndicatorCatalogue catalogue = read();

    @Test
    void theNineCountersOf2011AreThereInTheirOrder() {
        assertThat(catalogue.set("weekly-2011").orElseThrow().keys())
                .containsExactly(
                        "supervised-new",
                        "supervised-total",
                        "supervised-progress",
                        "supervised-administrative",
                        "supervised-police",
                        "supervised-court",
                        "supervised-closed",
                        "supervised-published",
                        "sites-closed");
    }

    @Test
    void aCampaignMayChooseAmongFourSets() {
        assertThat(catalogue.sets())
                .extracting(IndicatorSet::id)
                .containsExactlyInAnyOrder("weekly-2011", "online-market", "customs", "four-organs");
    }

    @Test
    void everyQueryIsReachedByAnIndicatorOrIsLeftOutOnPurpose() {
        List<CaseQuery> used = catalogue.sets().stream()
                .flatMap(set -> set.indicators().stream())
                .map(Indicator::query)
                .toList();
        assertThat(CaseQuery.values())
                .filteredOn(query -> !used.contains(query))
                .containsExactly(CaseQuery.CASES_OPENED, CaseQuery.CASES_PUBLISHED, CaseQuery.CASES_BEGUN_ANEW);
    }

    /** A sentence that no timeline has would leave its figure at zero for ever. */
    @Test
    void everySentenceThatCountsIsOneOfATimeline() throws IOException {
        Properties sentences = new Properties();
        for (String bundle : List.of(
                "casefile",
                "commerce",
                "customs",
                "publicsecurity",
                "platform",
                "supervision",
                "cooperation",
                "joining")) {
            sentences.putAll(
                    PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/" + bundle + ".properties")));
        }
        assertThat(Stream.concat(CaseQuery.allKeys().stream(), SupervisedCases.KEYS.stream()))
                .allMatch(sentences::containsKey);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "unit: BATCHES|unit: MILES",
                "query: BATCHES_DETAINED|query: BATCHES_LOST",
                "query: VALUE_DETAINED|query: BATCHES_DETAINED",
                "owners: [CUSTOMS]|owners: []",
                "owners: [CUSTOMS]|owners: [NAVY]",
                "zh: \"扣留批次\"|zh: \"\"",
                "key: batches-confiscated|key: batches-detained",
                "verified: false|verfied: false"
            },
            delimiter = '|')
    void aSetThatCannotBeRightStopsTheStart(String right, String wrong) throws IOException {
        String set = new ClassPathResource("indicator/customs.yaml").getContentAsString(UTF_8);
        assertThat(set).contains(right);
        ByteArrayResource file = new ByteArrayResource(set.replace(right, wrong).getBytes(UTF_8));
        assertThatThrownBy(() -> new IndicatorCatalogue(file)).isInstanceOf(IllegalStateException.class);
    }

    private static IndicatorCatalogue read() {
        try {
            return new IndicatorCatalogue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
