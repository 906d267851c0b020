package org.qingwang.campaign.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code campaign} carries. */
@Component
class CampaignProcess implements ProcessContract {

    static final String KEY = "campaign";

    /** Number of the campaign; also the business key. */
    static final String CAMPAIGN_NO = "campaignNo";

    /** Name of the {@code PlanDecision.Decision}. */
    static final String DECISION = "decision";

    /** Whether the campaign's time is over. */
    static final String OVER = "over";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CAMPAIGN_NO, DECISION, OVER);
    }
}
