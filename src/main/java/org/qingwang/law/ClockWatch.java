package org.qingwang.law;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What clocks have to say by now, and whether the law was corrected on another node. */
@Component
class ClockWatch implements Watched {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final ClockSweep sweep;
    private final LawCorrections corrections;
    private boolean settled;

    ClockWatch(ClockSweep sweep, LawCorrections corrections) {
        this.sweep = sweep;
        this.corrections = corrections;
    }

    @Override
    public String subject() {
        return "clocks";
    }

    @Override
    public void bringUpToDate() {
        if (!settled) {
            corrections.settleProvisional();
            settled = true;
        }
        corrections.catchUp();
        while (ClockSweep.isFullBatch(sweep.tellDue())) {
            LOG.debug("more clocks have something to say");
        }
    }
}
