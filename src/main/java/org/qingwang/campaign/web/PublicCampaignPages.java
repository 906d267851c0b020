package org.qingwang.campaign.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignService;
import org.qingwang.campaign.OverviewService;
import org.qingwang.portal.PublicAllowance;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What everybody may read of a campaign: what it is, until when, and what others can learn from it. */
@Controller
@RequestMapping("/public/campaigns")
class PublicCampaignPages {

    private final CampaignService campaigns;
    private final OverviewService overview;
    private final PublicAllowance allowance;

    PublicCampaignPages(CampaignService campaigns, OverviewService overview, PublicAllowance allowance) {
        this.campaigns = campaigns;
        this.overview = overview;
        this.allowance = allowance;
    }

    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("campaigns", campaigns.published());
        return "campaign/public-list";
    }

    @GetMapping("/{campaignNo}")
    String page(@PathVariable String campaignNo, Model model) {
        Campaign campaign =
                campaigns.published(campaignNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("campaign", campaign);
        model.addAttribute("practices", campaign.isOver() ? overview.practices(campaignNo) : List.of());
        return "campaign/public";
    }
}
