package org.qingwang.briefing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.NotAllowed;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.IndicatorCatalogue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads briefings: for whoever may see their campaign with everything behind them, for everybody what is published. */
@Service
@Transactional(readOnly = true)
public class BriefingDesk {

    private static final int MOST = 100;

    private final Briefings briefings;
    private final AgencyReturns returns;
    private final BriefingFigures figures;
    private final CampaignService campaigns;
    private final IndicatorCatalogue catalogue;

    BriefingDesk(
            Briefings briefings,
            AgencyReturns returns,
            BriefingFigures figures,
            CampaignService campaigns,
            IndicatorCatalogue catalogue) {
        this.briefings = briefings;
        this.returns = returns;
        this.figures = figures;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
    }

    /** What an indicator comes to in the period, and since the campaign began. */
    public record Sum(BigDecimal value, BigDecimal cumulative) {}

    /** A figure that differs from the version before. */
    public record Change(String indicator, String reporter, BigDecimal before, BigDecimal now, String reason) {}

    /**
     * A version of a briefing.
     *
     * @param version null if nothing is compiled yet
     * @param versions all there are, the newest first
     * @param changes against the version before
     */
    public record View(
            Briefing briefing,
            BriefingVersion version,
            List<BriefingVersion> versions,
            List<Indicator> indicators,
            List<AgencyReturn> returns,
            List<Figure> figures,
            Map<String, Sum> totals,
            List<Change> changes) {

        /** @return what an indicator comes to for each agency that has a figure */
        public List<Figure> of(String indicator) {
            return figures.stream()
                    .filter(one -> one.indicator().equals(indicator))
                    .toList();
        }
    }

    /** @return the newest briefings of a campaign; empty for somebody who may not see it */
    public List<Briefing> of(String campaignNo) {
        return campaigns.maySee(Actors.current(), campaignNo)
                ? briefings.newest(Optional.of(campaignNo), MOST)
                : List.of();
    }

    /** @return the newest briefings the current person may see */
    public List<Briefing> newest() {
        return briefings.newest(Optional.empty(), MOST).stream()
                .filter(one -> campaigns.maySee(Actors.current(), one.campaignNo()))
                .toList();
    }

    /**
     * @param version 0 for the newest
     * @return empty if there is none, or it is not for the current person
     */
    public Optional<View> find(String briefingNo, int version) {
        return briefings
                .find(briefingNo)
                .filter(one -> campaigns.maySee(Actors.current(), one.campaignNo()))
                .flatMap(one -> view(one, version == 0 ? one.version() : version));
    }

    /** @return the list behind a figure, as it was when the version was compiled */
    public List<CountedCase> lines(String briefingNo, int version, String indicator) {
        briefings
                .find(briefingNo)
                .filter(one -> campaigns.maySee(Actors.current(), one.campaignNo()))
                .orElseThrow(() -> new NotAllowed("briefing " + briefingNo));
        return figures.lines(briefingNo, version, indicator);
    }

    /** @return the published briefings, the newest first */
    public List<Briefing> published() {
        return briefings.published(MOST);
    }

    /** @return the newest published version, for everybody; empty if there is none */
    public Optional<View> findPublished(String briefingNo) {
        return briefings
                .find(briefingNo)
                .flatMap(one -> briefings.versions(briefingNo).stream()
                        .filter(BriefingVersion::isPublished)
                        .findFirst()
                        .flatMap(version -> view(one, version.version())));
    }

    private Optional<View> view(Briefing briefing, int version) {
        List<BriefingVersion> versions = briefings.versions(briefing.briefingNo());
        Optional<BriefingVersion> chosen =
                versions.stream().filter(one -> one.version() == version).findFirst();
        if (chosen.isEmpty() && briefing.isCompiled()) {
            return Optional.empty();
        }
        List<Figure> now = figures.figures(briefing.briefingNo(), version);
        Map<String, Sum> totals = new HashMap<>();
        figures.totals(briefing.briefingNo(), version).forEach((key, total) -> totals.put(key, sum(total)));
        return Optional.of(new View(
                briefing,
                chosen.orElse(null),
                versions,
                catalogue.all(briefing.indicators()),
                returns.of(briefing.briefingNo()),
                now,
                totals,
                version > 1 ? changes(figures.figures(briefing.briefingNo(), version - 1), now) : List.of()));
    }

    private static Sum sum(Total total) {
        return new Sum(total.value(), total.cumulative());
    }

    private static List<Change> changes(List<Figure> before, List<Figure> now) {
        Map<String, BigDecimal> values = new HashMap<>();
        before.forEach(one -> values.put(key(one), one.value()));
        List<Change> changes = new ArrayList<>();
        for (Figure one : now) {
            BigDecimal earlier = values.get(key(one));
            if (!Objects.equals(earlier, one.value())) {
                changes.add(new Change(one.indicator(), one.reporter(), earlier, one.value(), one.reason()));
            }
        }
        return changes;
    }

    private static String key(Figure figure) {
        return figure.indicator() + " " + figure.reporter();
    }
}
