package org.qingwang.briefing.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingwang.briefing.ListCut;
import org.qingwang.indicator.Breakdown;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;

/**
 * A list behind a figure as a page shows it.
 *
 * @param by what the reader chose a part of; null for the whole list
 * @param value the part; null for all parts that are not shown singly
 * @param cuts of the whole list
 * @param lines of the part, as many as fit a page
 * @param from how many lines come before
 * @param all how many lines the part has
 */
record ShownLines(Breakdown by, String value, List<ListCut> cuts, List<CountedCase> lines, int from, int all) {

    private static final int PAGE = 200;

    /** What of a list is asked for; everything may be left open. */
    record Question(Breakdown by, String value, Boolean rest, Integer from) {}

    static ShownLines of(Indicator indicator, List<CountedCase> list, Question question) {
        Breakdown by = question.by();
        List<ListCut> cuts = ListCut.of(indicator, list);
        boolean rest = by != null && Boolean.TRUE.equals(question.rest());
        String value = question.value() == null ? "" : question.value();
        Set<String> meant = rest ? singly(cuts, by) : Set.of(value);
        List<CountedCase> part = list.stream()
                .filter(line -> by == null || meant.contains(ListCut.valueOf(by, line)) != rest)
                .toList();
        int from = question.from() == null ? 0 : Math.max(0, Math.min(question.from(), part.size()));
        return new ShownLines(
                by,
                rest ? null : value,
                cuts,
                part.subList(from, Math.min(from + PAGE, part.size())),
                from,
                part.size());
    }

    private static Set<String> singly(List<ListCut> cuts, Breakdown by) {
        return cuts.stream()
                .filter(cut -> cut.by() == by)
                .flatMap(cut -> cut.parts().stream())
                .map(ListCut.Part::value)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** @return where the next page begins; null if this is the last */
    public Integer next() {
        return from + PAGE < all ? from + PAGE : null;
    }
}
