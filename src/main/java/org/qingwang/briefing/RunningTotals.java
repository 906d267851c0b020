package org.qingwang.briefing;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.qingwang.briefing.BriefingFigures.Behind;
import org.qingwang.briefing.BriefingFigures.Earlier;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.briefing.SmallCounts.Untold;
import org.qingwang.indicator.Indicator;
import org.springframework.stereotype.Component;

/** Which running totals of a briefing the public does not see, since they would tell what an earlier one did not. */
@Component
class RunningTotals {

    private final BriefingFigures figures;

    RunningTotals(BriefingFigures figures) {
        this.figures = figures;
    }

    /**
     * Reads what the campaign's earlier periods came to, in one query however many there are.
     *
     * @param totals of the briefing
     * @param behind what is behind each indicator in it
     * @return keys of the indicators whose running total is not told
     */
    Set<String> hidden(
            Briefing briefing,
            Collection<Indicator> indicators,
            Map<String, Total> totals,
            Map<String, Behind> behind) {
        Map<String, Untold> untold = new LinkedHashMap<>();
        indicators.forEach(one -> untold.put(one.key(), new Untold(one)));
        for (Earlier one :
                figures.earlier(briefing.campaignNo(), briefing.span().to(), untold.keySet())) {
            untold.get(one.indicator()).add(one.value(), one.cases());
        }
        Set<String> hidden = new HashSet<>();
        untold.forEach((key, one) -> {
            if (totals.containsKey(key)) {
                one.add(
                        totals.get(key).value(),
                        behind.getOrDefault(key, Behind.NOTHING).cases());
            }
            if (one.hidesRunningTotal()) {
                hidden.add(key);
            }
        });
        return hidden;
    }
}
