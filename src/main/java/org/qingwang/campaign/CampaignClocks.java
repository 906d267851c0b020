package org.qingwang.campaign;

import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.law.ClockSubjects;
import org.springframework.stereotype.Component;

/** What clocks ask about campaigns: the office is told of each that is missed. */
@Component
class CampaignClocks implements ClockSubjects {

    private final Campaigns campaigns;

    CampaignClocks(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Optional<Subject> find(String number) {
        return CampaignNumbers.campaignOf(number).map(campaignNo -> new Subject(null, true));
    }

    @Override
    public boolean maySee(Actor actor, String number) {
        return CampaignNumbers.campaignOf(number)
                .filter(campaignNo -> campaigns.maySee(actor, campaignNo))
                .isPresent();
    }

    @Override
    public Optional<String> pageOf(String number) {
        return CampaignNumbers.campaignOf(number).map(campaignNo -> "/desk/campaigns/" + campaignNo);
    }
}
