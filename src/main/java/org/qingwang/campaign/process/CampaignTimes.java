package org.qingwang.campaign.process;

import org.qingwang.campaign.LastingMeasureService;
import org.qingwang.campaign.RunService;
import org.qingwang.engine.ModelBean;

/** The times a campaign's own plan sets. */
@ModelBean("campaignTimes")
public class CampaignTimes {

    private final RunService campaigns;
    private final LastingMeasureService measures;

    CampaignTimes(RunService campaigns, LastingMeasureService measures) {
        this.campaigns = campaigns;
        this.measures = measures;
    }

    /** @return how long until returns are asked for next, as ISO 8601 has it */
    public String untilReturns(String campaignNo) {
        return campaigns.untilReturns(campaignNo);
    }

    /** @return how long until the owner of a lasting measure is reminded, as ISO 8601 has it */
    public String untilReminder(String measureNo) {
        return measures.untilReminder(measureNo);
    }
}
