package org.qingwang.pledge.process;

import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.PledgeService;

/** The times a pledge's own text sets. */
@ModelBean("pledgeTimes")
public class PledgeTimes {

    private final PledgeService pledges;
    private final PeriodService periods;

    PledgeTimes(PledgeService pledges, PeriodService periods) {
        this.pledges = pledges;
        this.periods = periods;
    }

    /** @return how often and after how long the firm is reminded, as ISO 8601 has it */
    public String reminders(String pledgeNo) {
        return pledges.reminders(pledgeNo);
    }

    /** @return how long the present period still lasts, as ISO 8601 has it */
    public String untilPeriodEnd(String pledgeNo) {
        return periods.untilEnd(pledgeNo);
    }
}
