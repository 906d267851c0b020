package org.qingwang.campaign.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.campaign.past.PastCampaign.Claim;
import org.qingwang.campaign.past.PastCampaign.Figure;
import org.qingwang.campaign.past.PastCampaign.Group;
import org.qingwang.common.Bilingual;

/** If this fails, a published figure stands without its source, or hides the one that contradicts it. */
class PastCampaignsTest {

    private PastCampaign campaign;

    @BeforeEach
    void read() throws IOException {
        campaign = new PastCampaigns().find("history-2011").orElseThrow();
    }

    @Test
    void nineMinistriesAndTheExtensionAreThere() {
        assertThat(campaign.agencies()).hasSize(9);
        assertThat(campaign.phases()).hasSize(3);
        assertThat(campaign.events())
                .extracting(event -> event.what().en())
                .anySatisfy(what -> assertThat(what).contains("extended from March to June"));
    }

    /** The Chinese page said 436, the English one 463. */
    @Test
    void figuresThatContradictEachOtherStandBesideEachOtherWithTheirSources() {
        Figure arrested = figures()
                .filter(one ->
                        one.claims().stream().anyMatch(claim -> claim.source().equals("online-en")))
                .findFirst()
                .orElseThrow();

        assertThat(arrested.claims()).extracting(Claim::value).containsExactly(number("436"), number("463"));
        assertThat(arrested.conflict()).isNotNull();
        assertThat(arrested.most()).isEqualByComparingTo("463");
        Figure value = figures()
                .filter(one ->
                        one.claims().stream().anyMatch(claim -> claim.source().equals("other-total")))
                .findFirst()
                .orElseThrow();
        assertThat(value.claims())
                .extracting(Claim::value)
                .as("3.43 and 13.1 thousand million yuan")
                .containsExactly(number("3430000000"), number("13100000000"));
    }

    @Test
    void twoClaimsOfOneDayAreNeverLeftWithoutAWord() {
        assertThat(figures().filter(one -> one.conflict() == null))
                .allSatisfy(
                        one -> assertThat(one.claims()).extracting(Claim::asOf).doesNotHaveDuplicates());
    }

    @Test
    void aFigureOfNobodyIsRefused() {
        Bilingual words = new Bilingual("Cases", "案件");
        Claim claim = new Claim(BigDecimal.ONE, null, null, "nobody");
        Group group = new Group(words, List.of(new Figure(words, words, List.of(claim), null)));
        assertThatThrownBy(() -> new PastCampaign(
                        "x", words, words, List.of(), List.of(), List.of(), "weekly-2011", List.of(group), Map.of()))
                .hasMessageContaining("nobody");
    }

    private Stream<Figure> figures() {
        return campaign.groups().stream().flatMap(group -> group.figures().stream());
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }
}
