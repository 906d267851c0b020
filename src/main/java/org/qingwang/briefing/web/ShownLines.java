package org.qingwang.briefing.web;

import java.util.List;
import org.qingwang.briefing.ListCut;
import org.qingwang.indicator.Breakdown;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;

/**
 * A list behind a figure as a page shows it.
 *
 * @param by what the reader chose a part of; null for the whole list
 * @param value the part
 * @param cuts of the whole list
 * @param lines of the part, as many as fit a page
 * @param from how many lines come before
 * @param all how many lines the part has
 */
record ShownLines(Breakdown by, String value, List<ListCut> cuts, List<CountedCase> lines, int from, int all) {

    private static final int PAGE = 200;

    /** What of a list is asked for; everything may be left open. */
    record Question(Breakdown by, String value, Integer from) {}

    static ShownLines of(Indicator indicator, List<CountedCase> list, Question question) {
        Breakdown by = question.by();
        String value = question.value() == null ? "" : question.value();
        List<CountedCase> part = list.stream()
                .filter(line -> by == null || ListCut.valueOf(by, line).equals(value))
                .toList();
        int from = question.from() == null ? 0 : Math.max(0, Math.min(question.from(), part.size()));
        return new ShownLines(
                by,
                value,
                ListCut.of(indicator, list),
                part.subList(from, Math.min(from + PAGE, part.size())),
                from,
                part.size());
    }

    /** @return where the next page begins; null if this is the last */
    public Integer next() {
        return from + PAGE < all ? from + PAGE : null;
    }
}
