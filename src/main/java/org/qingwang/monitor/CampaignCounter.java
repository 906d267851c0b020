package org.qingwang.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts the cases of campaigns under way, which are all of their time: the one figure that costs more the more was done.
 * One node counts for all, beside whoever looks; who looks reads what was counted last, and when.
 */
@Component
class CampaignCounter {

    /** So old may a count be before somebody's look has it counted anew. */
    static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(CampaignCounter.class);

    /** So old may it be while nobody looks. */
    private static final Duration AT_REST = Duration.ofMinutes(5);

    private final CampaignCounts counts;
    private final CampaignService campaigns;
    private final TransactionOperations transactions;
    private final ThreadPoolTaskScheduler threads;
    private final Clock clock;

    private Future<?> counting;

    CampaignCounter(
            CampaignCounts counts,
            CampaignService campaigns,
            TransactionOperations transactions,
            ThreadPoolTaskScheduler threads,
            Clock clock) {
        this.counts = counts;
        this.campaigns = campaigns;
        this.transactions = transactions;
        this.threads = threads;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void keep() {
        tryToCount(AT_REST);
    }

    /**
     * Has it counted in a thread of its own; however often it is asked, once at a time.
     *
     * @return whether that was done within this time; otherwise it goes on beside whoever asked
     */
    boolean countedWithin(Duration patience) {
        try {
            counting().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private synchronized Future<?> counting() {
        if (counting == null || counting.isDone()) {
            counting = threads.submit(() -> tryToCount(GOOD_FOR));
        }
        return counting;
    }

    private void tryToCount(Duration goodFor) {
        try {
            count(goodFor);
        } catch (DataAccessException e) {
            LOG.warn("cases of campaigns: counted again later", e);
        }
    }

    /**
     * Counts what was counted longer ago, unless another node is at it.
     *
     * @return how many campaigns were counted
     */
    int count(Duration goodFor) {
        Instant now = clock.instant();
        Integer counted = transactions.execute(transaction -> {
            int done = 0;
            if (counts.claim()) {
                for (Campaign campaign : campaigns.running()) {
                    if (!counts.isCountedSince(campaign.campaignNo(), now.minus(goodFor))) {
                        counts.count(campaign, now);
                        done++;
                    }
                }
            }
            return done;
        });
        return counted == null ? 0 : counted;
    }
}
