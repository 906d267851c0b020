package org.qingwang.briefing.web;

import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.briefing.Briefing;
import org.qingwang.briefing.BriefingDesk;
import org.qingwang.briefing.CampaignFigures;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The briefings of a campaign on its page, and for the office the way to what it counts. */
@Component
@Order(30)
class CampaignBriefingSection implements CampaignSection {

    private final BriefingDesk desk;

    CampaignBriefingSection(BriefingDesk desk) {
        this.desk = desk;
    }

    /** What the fragment shows. */
    record View(Campaign campaign, List<Briefing> briefings, boolean mayChoose) {}

    @Override
    public String fragment() {
        return "briefing/campaign :: campaignPart";
    }

    @Override
    public Optional<View> of(Campaign campaign) {
        List<Briefing> briefings = desk.of(campaign.campaignNo());
        boolean runs = CampaignFigures.mayRun(Actors.current());
        return briefings.isEmpty() && !runs ? Optional.empty() : Optional.of(new View(campaign, briefings, runs));
    }
}
