package org.qingwang.campaign.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code key-task} carries. */
@Component
class KeyTaskProcess implements ProcessContract {

    static final String KEY = "key-task";

    /** Number of the key task; also the business key. */
    static final String TASK_NO = "taskNo";

    /** Whether its owner reported it as done. */
    static final String DONE = "done";

    /** Name of the {@code TaskReview.Decision}. */
    static final String DECISION = "decision";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CampaignProcess.CAMPAIGN_NO, TASK_NO, CampaignLiaisonProcess.JURISDICTION, DONE, DECISION);
    }
}
