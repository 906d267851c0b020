package org.qingwang.law;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks from time to time, on every node, what clocks have to say and whether the law was corrected elsewhere. */
@Component
@ConditionalOnProperty(name = "qingwang.clocks.watch", havingValue = "true", matchIfMissing = true)
class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final ClockSweep sweep;
    private final LawCorrections corrections;
    private final List<WatchHold> holds;
    private volatile boolean ready;
    private boolean settled;

    ClockWatch(ClockSweep sweep, LawCorrections corrections, List<WatchHold> holds) {
        this.sweep = sweep;
        this.corrections = corrections;
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
            if (!settled) {
                corrections.settleProvisional();
                settled = true;
            }
            corrections.catchUp();
            while (ClockSweep.isFullBatch(sweep.tellDue())) {
                LOG.debug("more clocks have something to say");
            }
        } catch (DataAccessException e) {
            LOG.warn("clocks: tried again later", e);
        }
    }
}
