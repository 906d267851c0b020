package org.qingwang.briefing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.briefing.BriefingFigures.Standing;
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
    private final FormerNumbers former;
    private final CampaignService campaigns;
    private final IndicatorCatalogue catalogue;

    BriefingDesk(
            Briefings briefings,
            AgencyReturns returns,
            BriefingFigures figures,
            FormerNumbers former,
            CampaignService campaigns,
            IndicatorCatalogue catalogue) {
        this.briefings = briefings;
        this.returns = returns;
        this.figures = figures;
        this.former = former;
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

        /** Whether anybody said or counted anything of an indicator in the period. */
        public boolean isReported(String indicator) {
            return of(indicator).stream().anyMatch(one -> one.value() != null);
        }

        /** @return how many agencies report */
        public long asked() {
            return returns.stream()
                    .filter(one -> one.stage() != AgencyReturn.Stage.TAKEN_BACK)
                    .count();
        }

        /** @return how many of them have reported */
        public long sent() {
            return returns.stream()
                    .filter(one -> one.stage() == AgencyReturn.Stage.SENT)
                    .count();
        }

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
                ? briefings.newest(Optional.of(campaignNo), 0, MOST)
                : List.of();
    }

    /**
     * Some briefings, the newest first.
     *
     * @param next how many come before the next page; null if this is the last
     */
    public record Page(List<Briefing> briefings, Integer next) {

        static Page of(int from, List<Briefing> found) {
            return found.size() > MOST ? new Page(found.subList(0, MOST), from + MOST) : new Page(found, null);
        }
    }

    /** @return the briefings the current person may see */
    public Page newest(int from) {
        Page all = Page.of(from, briefings.newest(Optional.empty(), from, MOST + 1));
        Map<String, Boolean> seen = new HashMap<>();
        return new Page(
                all.briefings().stream()
                        .filter(one -> seen.computeIfAbsent(
                                one.campaignNo(), campaign -> campaigns.maySee(Actors.current(), campaign)))
                        .toList(),
                all.next());
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

    /** @return sentences of a draft that still name a number which no longer holds; of a published version none */
    public List<OutdatedWords> outdatedWords(View view) {
        return view.version() == null || view.version().isPublished()
                ? List.of()
                : former.in(view.briefing(), view.version());
    }

    /** @return the list behind a figure, as it was when the version was compiled */
    public List<CountedCase> lines(String briefingNo, int version, String indicator) {
        briefings
                .find(briefingNo)
                .filter(one -> campaigns.maySee(Actors.current(), one.campaignNo()))
                .orElseThrow(() -> new NotAllowed("briefing " + briefingNo));
        return figures.lines(briefingNo, version, indicator);
    }

    /**
     * What an indicator came to in a period.
     *
     * @param version of the briefing whose value it is
     */
    public record Period(Briefing briefing, int version, BigDecimal value) {}

    /**
     * Takes what an indicator comes to since the campaign began apart. A briefing goes on from its predecessor as that one
     * was then: one that was corrected afterwards counts as it stood before.
     *
     * @param view a compiled version
     * @return one for each period that has a value, the newest first; their values add up to the cumulative total
     */
    public List<Period> periodsOf(View view, String indicator) {
        Sum sum = view.totals().get(indicator);
        if (sum == null) {
            return List.of();
        }
        List<Period> periods = new ArrayList<>();
        periods.add(new Period(view.briefing(), view.version().version(), sum.value()));
        if (!isStock(indicator)) {
            addEarlier(periods, view.briefing(), indicator, sum.cumulative().subtract(sum.value()));
        }
        return periods;
    }

    /** What is there at a moment is not added up. */
    private boolean isStock(String indicator) {
        return catalogue.find(indicator).filter(Indicator::isStock).isPresent();
    }

    private void addEarlier(List<Period> periods, Briefing briefing, String indicator, BigDecimal cumulative) {
        Map<String, List<Standing>> byBriefing = new LinkedHashMap<>();
        figures.standings(briefing.campaignNo(), briefing.span().to(), indicator)
                .forEach(one -> byBriefing
                        .computeIfAbsent(one.briefing().briefingNo(), no -> new ArrayList<>())
                        .add(one));
        BigDecimal reached = cumulative;
        for (List<Standing> versions : byBriefing.values()) {
            Optional<Standing> standing = standingAt(versions, reached);
            if (standing.isEmpty()) {
                return;
            }
            Total total = standing.get().total();
            periods.add(new Period(standing.get().briefing(), standing.get().version(), total.value()));
            reached = total.cumulative().subtract(total.value());
        }
    }

    /** The newest version that came to so much; the newest of all if none did. */
    private static Optional<Standing> standingAt(List<Standing> versions, BigDecimal cumulative) {
        List<Standing> counted =
                versions.stream().filter(one -> one.total() != null).toList();
        return counted.stream()
                .filter(one -> one.total().cumulative().compareTo(cumulative) == 0)
                .findFirst()
                .or(() -> counted.stream().findFirst());
    }

    /** @return the lists of an indicator in this briefing and all before it, in the order of the days */
    public List<CountedCase> linesSinceBegin(View view, String indicator) {
        return figures.linesUntil(
                view.briefing().campaignNo(), view.briefing().span().to(), indicator);
    }

    /** @return the published briefings */
    public Page published(int from) {
        return Page.of(from, briefings.published(from, MOST + 1));
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
