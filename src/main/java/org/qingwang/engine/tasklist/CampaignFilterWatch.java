package org.qingwang.engine.tasklist;

import java.util.List;
import org.qingwang.law.WatchHold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks from time to time which campaigns have begun and ended. */
@Component
@ConditionalOnProperty(name = "qingwang.clocks.watch", havingValue = "true", matchIfMissing = true)
class CampaignFilterWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignFilterWatch.class);

    private final CampaignFilters filters;
    private final List<WatchHold> holds;
    private volatile boolean ready;

    CampaignFilterWatch(CampaignFilters filters, List<WatchHold> holds) {
        this.filters = filters;
        this.holds = holds;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ready = true;
    }

    @Scheduled(fixedDelayString = "${qingwang.clocks.every:PT20S}")
    void look() {
        if (!ready || holds.stream().anyMatch(WatchHold::holds)) {
            return;
        }
        try {
            filters.update();
        } catch (DataAccessException e) {
            LOG.warn("lists of campaigns: tried again later", e);
        }
    }
}
