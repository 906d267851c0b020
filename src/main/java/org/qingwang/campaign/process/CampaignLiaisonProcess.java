package org.qingwang.campaign.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code campaign-liaison} carries. */
@Component
class CampaignLiaisonProcess implements ProcessContract {

    static final String KEY = "campaign-liaison";

    /** Number of the campaign and id of the agency in one; also the business key. */
    static final String PARTICIPATION = "participation";

    /** The agency, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CampaignProcess.CAMPAIGN_NO, PARTICIPATION, JURISDICTION);
    }
}
