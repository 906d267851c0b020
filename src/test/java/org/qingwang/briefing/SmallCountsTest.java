package org.qingwang.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.agency.Agency;
import org.qingwang.common.Bilingual;
import org.qingwang.indicator.CaseQuery;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.Unit;

/** If this fails, a neighbour learns from a public briefing whose case it was, or the public is kept from what it may read. */
class SmallCountsTest {

    @ParameterizedTest
    @CsvSource({
        "CASES, 0, 0, false",
        "CASES, 1, 1, true",
        "CASES, 2, 2, true",
        "CASES, 3, 3, false",
        "CASES, -1, 1, true",
        "PERSONS, 2, 0, true",
        "CNY, 160000, 2, true",
        "CNY, 160000, 3, false",
        "CNY, 0, 0, false",
        "ITEMS, 1, 1, false"
    })
    void whatCouldBeToldApartIsHidden(Unit unit, BigDecimal value, long cases, boolean hidden) {
        assertThat(SmallCounts.hides(indicator(unit), value, cases)).isEqualTo(hidden);
    }

    /** 1 + 5 + 9: with 15 in all, hiding the 1 alone hides nothing. */
    @Test
    void aSinglePartIsNotHiddenAlone() {
        Map<String, BigDecimal> parts = Map.of("33", value(1), "44", value(5), "31", value(9), "11", value(0));
        assertThat(SmallCounts.hidden(indicator(Unit.CASES), parts, Map.of())).containsExactlyInAnyOrder("33", "44");
        Map<String, BigDecimal> two = Map.of("33", value(1), "44", value(2), "31", value(9));
        assertThat(SmallCounts.hidden(indicator(Unit.CASES), two, Map.of())).containsExactlyInAnyOrder("33", "44");
    }

    /** Whoever takes the number of a week from the running total knows the total before, and so what was not told of it. */
    @Test
    void aRunningTotalDoesNotTellTheOneNumberThatWasNotTold() {
        SmallCounts.Untold firms = new SmallCounts.Untold(indicator(Unit.FIRMS));
        firms.add(value(9), 0);
        assertThat(firms.hidesRunningTotal()).isFalse();
        firms.add(value(2), 0);
        assertThat(firms.hidesRunningTotal()).isTrue();
        firms.add(value(0), 0);
        assertThat(firms.hidesRunningTotal()).as("11 less 9").isTrue();
        firms.add(value(1), 0);
        assertThat(firms.hidesRunningTotal()).isTrue();
        firms.add(value(5), 0);
        assertThat(firms.hidesRunningTotal())
                .as("of two weeks together it tells 3")
                .isFalse();
        firms.add(value(4), 0);
        assertThat(firms.hidesRunningTotal()).isFalse();

        SmallCounts.Untold money = new SmallCounts.Untold(indicator(Unit.CNY));
        money.add(value(160_000), 1);
        money.add(value(90_000), 1);
        money.add(value(0), 0);
        assertThat(money.hidesRunningTotal()).as("the money of two cases").isTrue();
    }

    private static BigDecimal value(long value) {
        return BigDecimal.valueOf(value);
    }

    private static Indicator indicator(Unit unit) {
        Bilingual words = new Bilingual("x", "某");
        return new Indicator(
                "x", words, words, unit, List.of(Agency.COMMERCE), unit.isMoney() ? CaseQuery.FINES : null, List.of());
    }
}
