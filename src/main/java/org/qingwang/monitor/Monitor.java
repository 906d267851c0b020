package org.qingwang.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.CampaignService;
import org.qingwang.campaign.OverviewService;
import org.springframework.stereotype.Service;

/**
 * Where everything stands, for those who watch across agencies. Counted at most twice a minute on each node, however many
 * watch; the cases of campaigns beside it, on one node for all.
 */
@Service
public class Monitor {

    private static final Duration GOOD_FOR = CampaignCounter.GOOD_FOR;
    private static final Duration PATIENCE = Duration.ofMillis(150);
    private static final Duration SOON = Duration.ofDays(7);
    private static final int MOST_STEPS = 12;
    private static final int MOST_MODELS = 5;

    private final MonitorRows rows;
    private final CampaignService campaigns;
    private final OverviewService overview;
    private final CampaignCounter counter;
    private final Clock clock;

    private Snapshot last;

    Monitor(
            MonitorRows rows,
            CampaignService campaigns,
            OverviewService overview,
            CampaignCounter counter,
            Clock clock) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.overview = overview;
        this.counter = counter;
        this.clock = clock;
    }

    /**
     * @return what somebody may see: the campaign office and supervisors all of it, administrators what stands still,
     *     everybody else nothing
     */
    public Optional<Snapshot> of(Actor actor) {
        if (actor.seesEverything()) {
            return Optional.of(now());
        }
        return actor.isAdministrator() ? Optional.of(now().incidentsAlone()) : Optional.empty();
    }

    /** @return where an agency's overdue tasks stand, for whoever watches across agencies; nothing for others */
    public List<LateModel> lateModels(Actor actor, Jurisdiction agency) {
        return actor.seesEverything() ? rows.lateModels(agency, clock.instant(), MOST_MODELS) : List.of();
    }

    /** The end of the time in which a clock counts as soon due. */
    public static Instant soon(Instant now) {
        return now.plus(SOON);
    }

    /** Something was mended: who looks next is shown it, on this node at once. */
    public synchronized void forget() {
        last = null;
    }

    private synchronized Snapshot now() {
        Instant now = clock.instant();
        if (last == null || isOld(last.at(), now) || last.isIncomplete()) {
            last = count(now);
        }
        return last;
    }

    private static boolean isOld(Instant counted, Instant now) {
        return Duration.between(counted, now).abs().compareTo(GOOD_FOR) >= 0;
    }

    /** Few cases are counted while one waits; a million is counted beside, and shown at the next look. */
    private List<CampaignProgress> freshProgress(Instant now) {
        List<CampaignProgress> found = progress();
        boolean old = found.stream()
                .anyMatch(one -> one.counted() == null || isOld(one.counted().at(), now));
        return old && counter.countedWithin(PATIENCE) ? progress() : found;
    }

    private List<CampaignProgress> progress() {
        return campaigns.running().stream()
                .map(campaign -> rows.progress(campaign, overview.elapsed(campaign)))
                .toList();
    }

    private Snapshot count(Instant now) {
        return new Snapshot(
                now,
                freshProgress(now),
                rows.openCases(),
                rows.steps(MOST_STEPS),
                rows.pressure(now, soon(now)),
                rows.supervised(),
                rows.pledges(),
                rows.incidents());
    }
}
