package org.qingwang.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.indicator.RandomHistories.AGENCIES;
import static org.qingwang.indicator.RandomHistories.WEEKS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.common.Bilingual;
import org.qingwang.indicator.Breakdown;
import org.qingwang.indicator.CaseQuery;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.RandomHistories;
import org.qingwang.indicator.RandomHistories.History;
import org.qingwang.indicator.Unit;

/**
 * Briefings of eight weeks over random histories, some figures changed by their agencies. If one of these fails, a published
 * table contradicts itself, the table of the next week, or the cases behind it.
 */
class BriefingSumsPropertyTest {

    private static final List<Indicator> INDICATORS = RandomHistories.FLOWS.stream()
            .map(BriefingSumsPropertyTest::indicator)
            .toList();
    private static final Map<String, Jurisdiction> REPORTERS =
            AGENCIES.stream().collect(Collectors.toMap(Jurisdiction::id, Function.identity()));

    /** What was compiled for a week. */
    private record Compiled(Map<String, List<CountedCase>> lists, List<Figure> figures, Map<String, Total> totals) {}

    @Provide
    Arbitrary<History> histories() {
        return RandomHistories.histories();
    }

    /** For each week at most one agency says another number than its cases do. */
    @Provide
    Arbitrary<List<Integer>> changes() {
        return Arbitraries.integers().between(-1, 20).list().ofSize(WEEKS);
    }

    @Property(tries = 60)
    void agenciesRegionsAndPeriodsAddUpToTheListsAndToWhatWasChanged(
            @ForAll("histories") History history, @ForAll("changes") List<Integer> changes) {
        Map<String, BigDecimal> sinceBegin = new HashMap<>();
        for (Compiled week : weeks(history, changes)) {
            for (Indicator indicator : INDICATORS) {
                List<Figure> own = week.figures().stream()
                        .filter(figure -> figure.indicator().equals(indicator.key()))
                        .toList();
                List<CountedCase> list = week.lists().get(indicator.key());
                assertThat(sum(own, Figure::listed)).isEqualByComparingTo(Tally.sum(list));
                ListCut.of(indicator, list)
                        .forEach(cut -> assertThat(cut.parts().stream()
                                        .map(ListCut.Part::sum)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                                .as("%s by %s", indicator.key(), cut.by())
                                .isEqualByComparingTo(Tally.sum(list)));
                BigDecimal changed = own.stream()
                        .filter(Figure::differs)
                        .map(figure -> figure.reported().subtract(figure.listed()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                Total total = week.totals().get(indicator.key());
                assertThat(total.value()).isEqualByComparingTo(Tally.sum(list).add(changed));
                BigDecimal all = sinceBegin.merge(indicator.key(), total.value(), BigDecimal::add);
                assertThat(total.cumulative()).isEqualByComparingTo(all);
            }
        }
    }

    /** Compiled with what was known on its last day, or years later with all that came after: the same. */
    @Property(tries = 60)
    void anOldBriefingIsTheSameWhateverHappensLater(
            @ForAll("histories") History history, @ForAll("changes") List<Integer> changes) {
        List<Compiled> later = weeks(history, changes);
        for (int week = 0; week < WEEKS; week++) {
            History then = history.until(RandomHistories.span(week).until());
            assertThat(weeks(then, changes).get(week)).isEqualTo(later.get(week));
        }
    }

    private static List<Compiled> weeks(History history, List<Integer> changes) {
        List<Compiled> weeks = new ArrayList<>();
        Map<String, Total> before = Map.of();
        for (int number = 0; number < WEEKS; number++) {
            int week = number;
            Map<String, List<CountedCase>> lists = new LinkedHashMap<>();
            INDICATORS.forEach(one -> lists.put(one.key(), RandomHistories.week(history, one.query(), week)));
            List<Figure> figures = Tally.figures(INDICATORS, lists, REPORTERS, changed(week, changes.get(week)));
            before = Tally.totals(INDICATORS, figures, before);
            weeks.add(new Compiled(lists, figures, before));
        }
        return weeks;
    }

    private static List<Figure> changed(int week, int value) {
        return value < 0
                ? List.of()
                : List.of(new Figure(
                        INDICATORS.get(week % INDICATORS.size()).key(),
                        AGENCIES.get(week % AGENCIES.size()).id(),
                        null,
                        BigDecimal.valueOf(value),
                        "Counted by hand"));
    }

    private static BigDecimal sum(List<Figure> figures, Function<Figure, BigDecimal> part) {
        return figures.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Indicator indicator(CaseQuery query) {
        Bilingual words = new Bilingual(query.name(), query.name());
        return new Indicator(
                query.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words,
                words,
                query.isSum() ? Unit.CNY : Unit.CASES,
                AGENCIES.stream().map(Jurisdiction::agency).distinct().toList(),
                query,
                List.of(Breakdown.values()));
    }
}
