package org.qingwang.briefing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qingwang.briefing.Figure;

/** If this fails, what one of ninety agencies did is lost among ninety lines that say zero, or is not shown at all. */
class BriefingWordsTest {

    private final BriefingWords words = new BriefingWords(null, null, null);

    @Test
    void ofManyAgenciesThoseThatSayZeroAreFolded() {
        List<Figure> figures = new ArrayList<>(nothing(7));
        Figure three = figure("customs-110000", "3", null);
        Figure lessThanItsCases = figure("customs-310000", "1", "0");
        figures.add(3, three);
        figures.add(lessThanItsCases);

        assertThat(words.telling(figures)).containsExactly(three, lessThanItsCases);
        assertThat(words.silent(figures)).containsExactlyElementsOf(nothing(7));
    }

    @Test
    void ofFewAgenciesEachHasItsLine() {
        assertThat(words.telling(nothing(8))).hasSize(8);
        assertThat(words.silent(nothing(8))).isEmpty();
    }

    private static List<Figure> nothing(int agencies) {
        return IntStream.range(0, agencies)
                .mapToObj(n -> figure("commerce-33000" + n, "0", null))
                .toList();
    }

    private static Figure figure(String reporter, String listed, String reported) {
        return new Figure(
                "cases-filed",
                reporter,
                new BigDecimal(listed),
                reported == null ? null : new BigDecimal(reported),
                reported == null ? null : "One was joined");
    }
}
