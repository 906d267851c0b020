package org.qingwang.briefing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.qingwang.briefing.BriefingFigures.Behind;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.briefing.PublicBriefing.Cell;
import org.qingwang.campaign.CampaignService;
import org.qingwang.indicator.Indicator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Published briefings as everybody reads them. */
@Service
@Transactional(readOnly = true)
public class PublicBriefings {

    private static final int REGION = 6;

    private final BriefingDesk desk;
    private final BriefingFigures figures;
    private final RunningTotals running;
    private final CampaignService campaigns;

    PublicBriefings(BriefingDesk desk, BriefingFigures figures, RunningTotals running, CampaignService campaigns) {
        this.desk = desk;
        this.figures = figures;
        this.running = running;
        this.campaigns = campaigns;
    }

    /** @return the newest published version; empty if there is none */
    public Optional<PublicBriefing> find(String briefingNo) {
        return desk.findPublished(briefingNo).map(this::of);
    }

    private PublicBriefing of(BriefingDesk.View view) {
        Map<String, Map<String, Long>> behind =
                figures.casesBehind(view.briefing().briefingNo());
        Map<String, Total> totals = new HashMap<>();
        view.totals().forEach((key, sum) -> totals.put(key, new Total(sum.value(), sum.cumulative())));
        Map<String, Behind> cases = new HashMap<>();
        behind.forEach((key, agencies) -> cases.put(key, new Behind(sum(agencies), 0)));
        Set<String> untold = running.hidden(view.briefing(), view.indicators(), totals, cases);
        List<String> regions = view.figures().stream()
                .filter(figure -> !figure.reporter().equals(Figure.OFFICE))
                .map(figure -> regionOf(figure.reporter()))
                .distinct()
                .sorted()
                .toList();
        return new PublicBriefing(
                campaigns.get(view.briefing().campaignNo()),
                view.briefing(),
                view.version(),
                view.versions().stream()
                        .filter(one -> one.version() < view.version().version())
                        .toList(),
                view.changes(),
                (int) view.asked(),
                (int) view.sent(),
                view.returns().stream()
                        .filter(one -> one.stage() == AgencyReturn.Stage.LATE)
                        .map(one -> one.jurisdiction().id())
                        .toList(),
                regions.size() > 1 ? regions : List.of(),
                view.indicators().stream()
                        .filter(indicator -> view.totals().containsKey(indicator.key()))
                        .map(indicator -> row(
                                indicator,
                                view,
                                behind.getOrDefault(indicator.key(), Map.of()),
                                untold.contains(indicator.key())))
                        .toList());
    }

    private static long sum(Map<String, Long> cases) {
        return cases.values().stream().mapToLong(Long::longValue).sum();
    }

    private static PublicBriefing.Row row(
            Indicator indicator, BriefingDesk.View view, Map<String, Long> behind, boolean untold) {
        Map<String, BigDecimal> values = new TreeMap<>();
        Map<String, Long> cases = new HashMap<>();
        for (Figure figure : view.of(indicator.key())) {
            if (figure.value() != null && !figure.reporter().equals(Figure.OFFICE)) {
                values.merge(regionOf(figure.reporter()), figure.value(), BigDecimal::add);
            }
        }
        behind.forEach((agency, count) -> cases.merge(regionOf(agency), count, Long::sum));
        Set<String> small = SmallCounts.hidden(indicator, values, cases);
        Map<String, Cell> byRegion = new TreeMap<>();
        values.forEach((region, value) -> byRegion.put(region, Cell.of(value, small.contains(region))));
        BriefingDesk.Sum sum = view.totals().get(indicator.key());
        boolean hidden = SmallCounts.hides(indicator, sum.value(), sum(behind));
        return new PublicBriefing.Row(
                indicator,
                Cell.of(view.isReported(indicator.key()) ? sum.value() : null, hidden),
                Cell.of(sum.cumulative(), hidden || untold),
                byRegion);
    }

    private static String regionOf(String jurisdiction) {
        return jurisdiction.substring(jurisdiction.length() - REGION);
    }
}
