package org.qingwang.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
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

    private final CampaignOverview overview;
    private final CampaignRecords records;
    private final CampaignHistory history;
    private final AgencyService agencies;
    private final StatutoryClocks clocks;
    private final Clock time;

    OverviewService(
            CampaignOverview overview,
            CampaignRecords records,
            CampaignHistory history,
            AgencyService agencies,
            StatutoryClocks clocks,
            Clock time) {
        this.overview = overview;
        this.records = records;
        this.history = history;
        this.agencies = agencies;
        this.clocks = clocks;
        this.time = time;
    }

    /** Figures by region, and all of them together. */
    public record Figures(List<RegionFigures> regions, RegionFigures all) {}

    /** What was said of a case or complaint against the criteria. */
    public record Stated(String kind, String number, boolean included, String reason) {}

    public Figures figures(Campaign campaign) {
        List<RegionFigures> regions = overview.byRegion(campaign, time.instant());
        return new Figures(regions, RegionFigures.sum(regions));
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
