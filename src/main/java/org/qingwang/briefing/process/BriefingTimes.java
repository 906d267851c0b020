package org.qingwang.briefing.process;

import org.qingwang.briefing.BriefingService;
import org.qingwang.engine.ModelBean;

/** The times a briefing's period sets. */
@ModelBean("briefingTimes")
public class BriefingTimes {

    private final BriefingService briefings;

    BriefingTimes(BriefingService briefings) {
        this.briefings = briefings;
    }

    /** @return how long the period still lasts, as ISO 8601 has it */
    public String untilPeriodOver(String briefingNo) {
        return briefings.untilPeriodOver(briefingNo);
    }
}
