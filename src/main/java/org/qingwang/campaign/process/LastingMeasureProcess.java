package org.qingwang.campaign.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code lasting-measure} carries. */
@Component
class LastingMeasureProcess implements ProcessContract {

    static final String KEY = "lasting-measure";

    /** Number of the measure; also the business key. */
    static final String MEASURE_NO = "measureNo";

    /** Whether its owner gave it up. */
    static final String ENDED = "ended";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CampaignProcess.CAMPAIGN_NO, MEASURE_NO, CampaignLiaisonProcess.JURISDICTION, ENDED);
    }
}
