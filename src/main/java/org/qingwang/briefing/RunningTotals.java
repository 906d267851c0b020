package org.qingwang.briefing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.briefing.SmallCounts.Untold;
import org.qingwang.indicator.Indicator;
import org.springframework.stereotype.Component;

/** Which running totals of a briefing the public does not see, since they would tell what an earlier one did not. */
@Component
class RunningTotals {

    private final Briefings briefings;
    private final BriefingFigures figures;

    RunningTotals(Briefings briefings, BriefingFigures figures) {
        this.briefings = briefings;
        this.figures = figures;
    }

    /**
     * @param totals of the briefing
     * @param cases how many cases are behind each indicator in it
     * @return keys of the indicators whose running total is not told
     */
    Set<String> hidden(
            Briefing briefing, Collection<Indicator> indicators, Map<String, Total> totals, Map<String, Long> cases) {
        Map<String, Untold> untold = new LinkedHashMap<>();
        indicators.forEach(one -> untold.put(one.key(), new Untold(one)));
        for (Briefing earlier : before(briefing)) {
            add(untold, figures.totals(earlier.briefingNo(), earlier.version()), behind(earlier));
        }
        add(untold, totals, cases);
        Set<String> hidden = new HashSet<>();
        untold.forEach((key, one) -> {
            if (one.hidesRunningTotal()) {
                hidden.add(key);
            }
        });
        return hidden;
    }

    private List<Briefing> before(Briefing briefing) {
        List<Briefing> before =
                new ArrayList<>(briefings.newest(Optional.of(briefing.campaignNo()), Integer.MAX_VALUE).stream()
                        .filter(one -> one.isCompiled()
                                && one.span().to().isBefore(briefing.span().to()))
                        .toList());
        Collections.reverse(before);
        return before;
    }

    private Map<String, Long> behind(Briefing briefing) {
        Map<String, Long> cases = new LinkedHashMap<>();
        figures.casesBehind(briefing.briefingNo(), briefing.version())
                .forEach((key, agencies) -> cases.put(
                        key,
                        agencies.values().stream().mapToLong(Long::longValue).sum()));
        return cases;
    }

    private static void add(Map<String, Untold> untold, Map<String, Total> totals, Map<String, Long> cases) {
        untold.forEach((key, one) -> {
            if (totals.containsKey(key)) {
                one.add(totals.get(key).value(), cases.getOrDefault(key, 0L));
            }
        });
    }
}
