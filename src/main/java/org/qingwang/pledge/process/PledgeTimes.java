package org.qingwang.pledge.process;

import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PledgeService;

/** The times a pledge's own text sets. */
@ModelBean("pledgeTimes")
public class PledgeTimes {

    private final PledgeService pledges;

    PledgeTimes(PledgeService pledges) {
        this.pledges = pledges;
    }

    /** @return how often and after how long the firm is reminded, as ISO 8601 has it */
    public String reminders(String pledgeNo) {
        return pledges.reminders(pledgeNo);
    }
}
