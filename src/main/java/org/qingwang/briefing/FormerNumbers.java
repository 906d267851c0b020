package org.qingwang.briefing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.qingwang.briefing.BriefingFigures.Behind;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.IndicatorCatalogue;
import org.springframework.stereotype.Component;

/**
 * Finds what a draft still says after a figure was changed. Sentences that stand as they were written are put right by the
 * {@link Narrative}; of those somebody worded nobody but the officer knows what they mean.
 */
@Component
class FormerNumbers {

    private final BriefingFigures figures;
    private final AgencyReturns returns;
    private final IndicatorCatalogue catalogue;
    private final RunningTotals running;
    private final Narrative narrative;

    FormerNumbers(
            BriefingFigures figures,
            AgencyReturns returns,
            IndicatorCatalogue catalogue,
            RunningTotals running,
            Narrative narrative) {
        this.figures = figures;
        this.returns = returns;
        this.catalogue = catalogue;
        this.running = running;
        this.narrative = narrative;
    }

    /** @return in the order of the texts, English first */
    List<OutdatedWords> in(Briefing briefing, BriefingVersion version) {
        Map<String, List<BigDecimal>> former = outdated(briefing.briefingNo(), version.version());
        if (former.isEmpty()) {
            return List.of();
        }
        Narrative.Matter matter = matter(briefing, version.version());
        List<OutdatedWords> found = new ArrayList<>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Set<String> written =
                    new HashSet<>(List.of(narrative.of(matter, language).split("\n")));
            Stream.of(version.narrative(language).split("\n"))
                    .map(String::strip)
                    .filter(line -> !written.contains(line))
                    .forEach(line -> found.addAll(in(line, language, former)));
        }
        return found;
    }

    /** Numbers an indicator no longer comes to, for no agency and in no sum. */
    private Map<String, List<BigDecimal>> outdated(String briefingNo, int version) {
        Map<String, List<BigDecimal>> former = figures.former(briefingNo, version);
        if (former.isEmpty()) {
            return former;
        }
        Map<String, Total> totals = figures.totals(briefingNo, version);
        List<Figure> present = figures.figures(briefingNo, version);
        former.forEach((key, numbers) -> numbers.removeIf(number -> Stream.concat(
                        present.stream()
                                .filter(one -> one.indicator().equals(key) && one.value() != null)
                                .map(Figure::value),
                        sums(totals.get(key)))
                .anyMatch(value -> value.compareTo(number) == 0)));
        former.values().removeIf(List::isEmpty);
        return former;
    }

    private static Stream<BigDecimal> sums(Total total) {
        return total == null ? Stream.empty() : Stream.of(total.value(), total.cumulative());
    }

    private Narrative.Matter matter(Briefing briefing, int version) {
        List<Indicator> indicators = catalogue.all(briefing.indicators());
        Map<String, Total> totals = figures.totals(briefing.briefingNo(), version);
        Map<String, Behind> behind = figures.behind(briefing.briefingNo());
        return new Narrative.Matter(
                briefing,
                returns.of(briefing.briefingNo()),
                indicators,
                totals,
                behind,
                running.hidden(briefing, indicators, totals, behind),
                Tally.reported(figures.figures(briefing.briefingNo(), version)));
    }

    private List<OutdatedWords> in(String sentence, Locale language, Map<String, List<BigDecimal>> former) {
        List<OutdatedWords> found = new ArrayList<>();
        former.forEach((key, numbers) -> numbers.stream()
                .filter(number -> WrittenFigure.isNamedIn(sentence, number))
                .forEach(number -> found.add(new OutdatedWords(
                        language, sentence, catalogue.find(key).orElseThrow(), number))));
        return found;
    }
}
