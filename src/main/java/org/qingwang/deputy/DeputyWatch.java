package org.qingwang.deputy;

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

/** Looks from time to time, on every node, whose tasks are to go to a deputy or back. */
@Component
@ConditionalOnProperty(name = "qingwang.clocks.watch", havingValue = "true", matchIfMissing = true)
class DeputyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeputyWatch.class);

    private final DeputySweep sweep;
    private final List<WatchHold> holds;
    private volatile boolean ready;

    DeputyWatch(DeputySweep sweep, List<WatchHold> holds) {
        this.sweep = sweep;
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
            sweep.run();
        } catch (DataAccessException e) {
            LOG.warn("deputies: tried again later", e);
        }
    }
}
