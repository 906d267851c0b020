package org.qingwang.briefing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.campaign.Campaign;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.IndicatorCatalogue;
import org.qingwang.indicator.IndicatorSet;
import org.qingwang.indicator.Span;
import org.qingwang.indicator.Unit;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the indicators of a campaign come to at this moment, since it began: what its cases say, and of what nobody computes
 * what the newest briefing had. Whoever calls this answers for who reads it.
 */
@Service
@Transactional(readOnly = true)
public class RunningFigures {

    private static final String FUNNEL = "four-organs";

    private final CampaignFigures campaignFigures;
    private final Briefings briefings;
    private final BriefingFigures figures;
    private final IndicatorCatalogue catalogue;
    private final Clock time;

    RunningFigures(
            CampaignFigures campaignFigures,
            Briefings briefings,
            BriefingFigures figures,
            IndicatorCatalogue catalogue,
            Clock time) {
        this.campaignFigures = campaignFigures;
        this.briefings = briefings;
        this.figures = figures;
        this.catalogue = catalogue;
        this.time = time;
    }

    /**
     * An indicator.
     *
     * @param value null if nobody knows it
     * @param from the briefing an entered figure is of; null for what the cases say
     */
    public record Running(Indicator indicator, BigDecimal value, Briefing from) {}

    /** The list behind a figure. */
    public record Listed(Indicator indicator, Span span, List<CountedCase> lines) {}

    /** @return cases from administration over police and procuratorate to the courts; empty before the first day */
    public List<Running> funnel(Campaign campaign) {
        List<String> keys = catalogue.set(FUNNEL).orElseThrow().indicators().stream()
                .filter(one -> one.unit() == Unit.CASES)
                .map(Indicator::key)
                .toList();
        return of(campaign, keys);
    }

    /** @return what the campaign counts, in its order; empty before the first day */
    public List<Running> all(Campaign campaign) {
        return of(campaign, campaignFigures.indicatorsOf(campaign));
    }

    private List<Running> of(Campaign campaign, List<String> keys) {
        Optional<Span> span = since(campaign);
        if (span.isEmpty()) {
            return List.of();
        }
        Map<String, List<CountedCase>> lists = campaignFigures.lists(campaign.campaignNo(), keys, span.get());
        Briefing newest = briefings.newestCompiled(campaign.campaignNo()).orElse(null);
        Map<String, Total> entered = newest == null ? Map.of() : figures.totals(newest.briefingNo(), newest.version());
        return catalogue.all(keys).stream()
                .map(one -> lists.containsKey(one.key())
                        ? new Running(one, Tally.sum(lists.get(one.key())), null)
                        : entered(one, entered.get(one.key()), newest))
                .toList();
    }

    private static Running entered(Indicator indicator, Total total, Briefing newest) {
        return total == null ? new Running(indicator, null, null) : new Running(indicator, total.cumulative(), newest);
    }

    /** @return the list behind a figure; empty before the first day, or where none is computed, or the key is unknown */
    public Optional<Listed> list(Campaign campaign, String key) {
        Set<String> known = new LinkedHashSet<>(campaignFigures.indicatorsOf(campaign));
        catalogue.set(FUNNEL).map(IndicatorSet::keys).ifPresent(known::addAll);
        return catalogue
                .find(key)
                .filter(one -> known.contains(key) && one.isComputed())
                .flatMap(one -> since(campaign)
                        .map(span -> new Listed(
                                one,
                                span,
                                campaignFigures
                                        .lists(campaign.campaignNo(), List.of(key), span)
                                        .get(key))));
    }

    /** Until today, or the day the campaign was closed. */
    private Optional<Span> since(Campaign campaign) {
        LocalDate begin = campaign.plan().firstDay();
        Instant until = campaign.endedAt() == null ? time.instant() : campaign.endedAt();
        LocalDate last = WorkingCalendar.dateOf(until);
        return last.isBefore(begin) ? Optional.empty() : Optional.of(new Span(begin, begin, last));
    }
}
