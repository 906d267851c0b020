package org.qingwang.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** If this fails, an officer who searches for a seller or mark does not find the case. */
class SearchTermsTest {

    @Test
    void aTwoCharacterChineseMarkIsFoundWithinALongerName() {
        assertThat(SearchTerms.of(List.of("杭州耐克体育用品店"))).containsAll(SearchTerms.of("耐克"));
    }

    @Test
    void partOfALatinNameIsFoundInAnyCaseAndWidth() {
        assertThat(SearchTerms.of(List.of("ＮＩＫＥ-Outlet 88"))).containsAll(SearchTerms.of("nike out"));
    }

    @Test
    void aTwoLetterMarkIsFoundAsAWord() {
        assertThat(SearchTerms.of(List.of("LV 女包"))).containsAll(SearchTerms.of("lv"));
    }

    @Test
    void punctuationAsksForNothing() {
        assertThat(SearchTerms.of(" -- %_ ")).isEmpty();
    }
}
