package org.qingwang.pledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.common.Bilingual;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** If this fails, a firm signs something nobody can measure, or reads it in one language only. */
class PledgeTextsTest {

    @Test
    void theSevenHeadingsAndTheDutiesOfTheLawAreThere() throws IOException {
        List<PledgeText> texts = new PledgeTexts().newest();

        assertThat(texts).extracting(PledgeText::id).containsExactly("e-commerce-law", "pact-2018");
        assertThat(texts.get(1).commitments())
                .extracting(one -> one.heading().in(Locale.ENGLISH))
                .containsExactly(
                        "Genuine goods",
                        "Honest dealing",
                        "Fairness",
                        "Data protection",
                        "Reward and penalty",
                        "Openness and sharing",
                        "Keeping promises");
        assertThat(texts.get(0).commitments())
                .extracting(one -> one.basis().in(Locale.ENGLISH).replaceAll("\\D", ""))
                .containsExactly("27", "31", "36", "41", "42", "43", "44");
    }

    @Test
    void allThreeWaysOfMeasuringAreUsed() throws IOException {
        assertThat(new PledgeTexts().get("pact-2018/1").commitments())
                .extracting(one -> one.measure().kind())
                .contains(Measure.Kind.values());
    }

    @ParameterizedTest
    @CsvSource({"72,,72,false", "72,,72.1,true", ",95,95,false", ",95,94.9,true"})
    void aCommitmentIsBrokenBeyondItsValueAndNotAtIt(
            BigDecimal above, BigDecimal below, BigDecimal value, boolean broken) {
        Bilingual words = new Bilingual("x", "某");
        assertThat(new Measure(Measure.Kind.FIGURE, "x", words, words, above, below).isBrokenBy(value))
                .isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "brokenAbove: \"72\"|brokenAbove: \"72\", brokenBelow: \"3\"",
                "brokenAbove: \"72\"|brokenAbov: \"72\"",
                "number: 7|number: 9",
                "kind: DOCUMENT|kind: OPINION",
                "zh: \"保证正品\"|zh: \"\"",
                "period: 6|period: 60"
            },
            delimiter = '|')
    void aTextThatCannotBeRightStopsTheStart(String right, String wrong) throws IOException {
        String text = new ClassPathResource("pledge/pact-2018-1.yaml").getContentAsString(UTF_8);
        assertThat(text).contains(right);
        ByteArrayResource file =
                new ByteArrayResource(text.replace(right, wrong).getBytes(UTF_8));
        assertThatThrownBy(() -> new PledgeTexts(file)).isInstanceOf(IllegalStateException.class);
    }

    /** Otherwise somebody could change what a firm has signed. */
    @Test
    void aVersionThereIsCannotBeReplaced() {
        ClassPathResource file = new ClassPathResource("pledge/pact-2018-1.yaml");
        assertThatThrownBy(() -> new PledgeTexts(file, file)).hasMessageContaining("pact-2018/1");
    }
}
