package org.qingwang.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.CampaignPart.By;
import org.qingwang.casefile.CaseListPage;
import org.qingwang.casefile.CaseQueries;
import org.qingwang.common.NotAllowed;
import org.qingwang.complaint.ComplaintPage;
import org.qingwang.complaint.ComplaintSearch;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a campaign stands, for whoever may see it: figures of all of it, and single cases of those he or she reads. */
@Service
@Transactional(readOnly = true)
public class OverviewService {

    private static final Duration SOON = Duration.ofDays(7);
    private static final int MOST_CLOCKS = 30;
    private static final int WHOLE = 100;
    private static final int MOST_PARTS = 8;
    private static final int MOST_WEEKS = 26;

    private final CampaignOverview overview;
    private final CampaignRecords records;
    private final CampaignHistory history;
    private final AgencyService agencies;
    private final StatutoryClocks clocks;
    private final CaseQueries cases;
    private final ComplaintService complaints;
    private final Clock time;

    OverviewService(
            CampaignOverview overview,
            CampaignRecords records,
            CampaignHistory history,
            AgencyService agencies,
            StatutoryClocks clocks,
            CaseQueries cases,
            ComplaintService complaints,
            Clock time) {
        this.overview = overview;
        this.records = records;
        this.history = history;
        this.agencies = agencies;
        this.clocks = clocks;
        this.cases = cases;
        this.complaints = complaints;
        this.time = time;
    }

    /** Figures by region, and all of them together. */
    public record Figures(List<RegionFigures> regions, RegionFigures all) {

        /** Cases of the region that has most. */
        public int most() {
            return regions.stream().mapToInt(RegionFigures::cases).max().orElse(0);
        }
    }

    /** What was said of a case or complaint against the criteria. */
    public record Stated(String kind, String number, boolean included, String reason) {}

    public Figures figures(Campaign campaign) {
        List<RegionFigures> regions = overview.byRegion(campaign, time.instant());
        return new Figures(regions, RegionFigures.sum(regions));
    }

    /**
     * A campaign's cases by one thing they are about.
     *
     * @param first the most frequent parts
     * @param rest all others together; null if there are none
     */
    public record Matter(By by, List<PartFigures> first, PartFigures rest) {

        /** Cases of the most frequent part. */
        public int most() {
            return first.stream().mapToInt(PartFigures::cases).max().orElse(0);
        }
    }

    /** Week by week, from Monday to Sunday. */
    public record Trend(List<PartFigures> weeks) {

        /** The largest figure that is drawn. */
        public int most() {
            return weeks.stream()
                    .mapToInt(week -> Math.max(week.cases(), week.closed()))
                    .max()
                    .orElse(0);
        }
    }

    /** @return what the cases of a campaign are about: goods, platforms, rights */
    public List<Matter> matters(Campaign campaign) {
        return overview.byMatter(campaign).entrySet().stream()
                .map(found -> matter(found.getKey(), found.getValue()))
                .toList();
    }

    private static Matter matter(By by, List<PartFigures> all) {
        int shown = Math.min(MOST_PARTS, all.size());
        PartFigures rest = all.stream().skip(shown).reduce(PartFigures::and).orElse(null);
        return new Matter(by, all.subList(0, shown), rest);
    }

    /** @return the last weeks of a campaign in which something happened, with those in between */
    public Trend trend(Campaign campaign) {
        Map<String, PartFigures> found = new LinkedHashMap<>();
        overview.byWeek(campaign).forEach(week -> found.put(week.value(), week));
        if (found.isEmpty()) {
            return new Trend(List.of());
        }
        List<String> mondays = List.copyOf(found.keySet());
        LocalDate last = LocalDate.parse(mondays.get(mondays.size() - 1));
        LocalDate earliest = last.minusWeeks(MOST_WEEKS - 1L);
        LocalDate first = LocalDate.parse(mondays.get(0));
        return new Trend((first.isBefore(earliest) ? earliest : first)
                .datesUntil(last.plusDays(1), Period.ofWeeks(1))
                .map(monday -> found.getOrDefault(monday.toString(), new PartFigures(monday.toString(), 0, 0, 0)))
                .toList());
    }

    /** @return all parts of a campaign that its page does not show singly */
    public CampaignPart others(Campaign campaign, CampaignPart part) {
        List<String> shown = matters(campaign).stream()
                .filter(matter -> matter.by() == part.by())
                .flatMap(matter -> matter.first().stream())
                .map(PartFigures::value)
                .toList();
        return part.others(shown);
    }

    /** @return those of a campaign's cases that a figure counts and the current person may see, the newest first */
    public CaseListPage cases(Campaign campaign, CampaignPart part, Optional<CaseListPage.Cursor> after) {
        return cases.page(CampaignCases.scope(campaign, part), after);
    }

    /**
     * @param before the last complaint already shown; empty for the newest
     * @return those of a campaign's complaints that a figure counts and the current person may see, the newest first
     */
    public ComplaintPage complaints(Campaign campaign, ComplaintPart part, Optional<String> before) {
        Actor actor = Actors.current();
        Optional<Jurisdiction> intake = actor.seesEverything()
                ? Optional.empty()
                : Optional.of(actor.homeJurisdiction()
                        .orElseThrow(() -> new NotAllowed("complaints of " + campaign.campaignNo())));
        ComplaintSearch search = new ComplaintSearch(intake, Optional.empty(), Optional.empty(), before);
        return complaints.page(search, CampaignCases.scope(campaign, part));
    }

    /**
     * A page of clocks.
     *
     * @param after where the next page begins; null if this is the last
     */
    public record MissedClocks(List<StatutoryClock> clocks, Long after) {}

    /**
     * @param region six-digit code; empty for all
     * @param after the last clock already shown; null for the first
     * @return clocks of a campaign's cases whose time is over and whose cases the current person may see, the earliest first
     */
    public MissedClocks missed(Campaign campaign, String region, Long after) {
        List<Long> found = overview.missed(campaign, time.instant(), region, after, readers());
        List<Long> shown = found.subList(0, Math.min(found.size(), CampaignOverview.CLOCKS));
        return new MissedClocks(clocks.all(shown), found.size() > shown.size() ? shown.get(shown.size() - 1) : null);
    }

    public List<SupervisedCase> supervised(Campaign campaign) {
        return overview.supervised(campaign, readers());
    }

    /** @return clocks of cases that are over or end within a week, the earliest first */
    public List<StatutoryClock> pressing(Campaign campaign) {
        Instant until = time.instant().plus(SOON);
        return clocks.openOfAny(overview.pressing(campaign, until, readers())).stream()
                .filter(clock -> clock.end().filter(end -> end.isBefore(until)).isPresent())
                .sorted(Comparator.comparing(StatutoryClock::dueAt))
                .limit(MOST_CLOCKS)
                .toList();
    }

    /** @return which part of a campaign's time is over, in percent */
    public int elapsed(Campaign campaign) {
        LocalDate first = campaign.plan().firstDay();
        long all = ChronoUnit.DAYS.between(first, campaign.plan().lastDay()) + 1;
        long gone = ChronoUnit.DAYS.between(first, WorkingCalendar.dateOf(time.instant()));
        return (int) Math.max(0, Math.min(WHOLE, gone * WHOLE / all));
    }

    /** @return last day of the period returns were asked for last */
    public Optional<LocalDate> lastAsked(String campaignNo) {
        return records.lastAsked(campaignNo);
    }

    /** @return the newest first; whether the reader may see what they are about is for its own page to say */
    public List<Stated> exceptions(String campaignNo) {
        return records.overrides(campaignNo).stream()
                .map(one -> new Stated(one.kind(), one.subject(), one.included(), one.reason()))
                .toList();
    }

    public List<Evaluation.Practice> practices(String campaignNo) {
        return records.practices(campaignNo);
    }

    /** @return the newest first */
    public List<CampaignEvent> events(String campaignNo) {
        return history.of(campaignNo);
    }

    private Set<Jurisdiction> readers() {
        Actor actor = Actors.current();
        return actor.seesEverything()
                ? null
                : new HashSet<>(agencies.jurisdictions().stream()
                        .filter(actor::worksFor)
                        .toList());
    }
}
