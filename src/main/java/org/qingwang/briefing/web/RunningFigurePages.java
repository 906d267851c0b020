package org.qingwang.briefing.web;

import org.qingwang.briefing.RunningFigures;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a campaign's indicators come to today, and the cases behind each. */
@Controller
@RequestMapping("/desk/campaigns/{campaignNo}/figures")
class RunningFigurePages {

    private final RunningFigures figures;
    private final CampaignService campaigns;

    RunningFigurePages(RunningFigures figures, CampaignService campaigns) {
        this.figures = figures;
        this.campaigns = campaigns;
    }

    @GetMapping
    String all(@PathVariable String campaignNo, Model model) {
        Campaign campaign = campaign(campaignNo);
        model.addAttribute("campaign", campaign);
        model.addAttribute("figures", figures.all(campaign));
        return "briefing/running";
    }

    @GetMapping("/{indicator:[a-z-]+}")
    String one(
            @PathVariable String campaignNo,
            @PathVariable String indicator,
            ShownLines.Question question,
            Model model) {
        Campaign campaign = campaign(campaignNo);
        RunningFigures.Listed listed = figures.list(campaign, indicator)
                .orElseThrow(() -> new NotAllowed("figure " + indicator + " of " + campaignNo));
        model.addAttribute("campaign", campaign);
        model.addAttribute("listed", listed);
        model.addAttribute("shown", ShownLines.of(listed.indicator(), listed.lines(), question));
        return "briefing/running-figure";
    }

    private Campaign campaign(String campaignNo) {
        return campaigns.find(campaignNo).orElseThrow(() -> new NotAllowed("campaign " + campaignNo));
    }
}
