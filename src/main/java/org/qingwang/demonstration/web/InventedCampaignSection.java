package org.qingwang.demonstration.web;

import java.util.Optional;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignSection;
import org.qingwang.demonstration.Demonstration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the page of an invented campaign that it is one. */
@Component
@Order(1)
class InventedCampaignSection implements CampaignSection {

    private final Demonstration demonstration;

    InventedCampaignSection(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @Override
    public String fragment() {
        return "demonstration/campaign :: campaignPart";
    }

    @Override
    public Optional<Campaign> of(Campaign campaign) {
        return demonstration.isInvented(campaign.campaignNo()) ? Optional.of(campaign) : Optional.empty();
    }
}
