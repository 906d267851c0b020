package org.qingwang.campaign.past.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.qingwang.campaign.past.PastCampaign;
import org.qingwang.campaign.past.PastCampaigns;
import org.qingwang.common.Bilingual;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.IndicatorCatalogue;
import org.qingwang.portal.PublicAllowance;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Campaigns of the past, for the desk and for everybody: what was published is no secret. */
@Controller
class PastCampaignPages {

    private static final String PAGE = "campaign/past";

    private final PastCampaigns campaigns;
    private final IndicatorCatalogue indicators;
    private final PublicAllowance allowance;

    PastCampaignPages(PastCampaigns campaigns, IndicatorCatalogue indicators, PublicAllowance allowance) {
        this.campaigns = campaigns;
        this.indicators = indicators;
        this.allowance = allowance;
    }

    @GetMapping("/desk/campaigns/past/{id}")
    String atTheDesk(@PathVariable String id, Model model) {
        return page(id, "/desk/campaigns", model);
    }

    @GetMapping("/public/campaigns/past/{id}")
    String forEverybody(@PathVariable String id, HttpServletRequest request, Model model) {
        allowance.ask(request);
        return page(id, "/public/campaigns", model);
    }

    private String page(String id, String list, Model model) {
        PastCampaign campaign = campaigns.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("campaign", campaign);
        model.addAttribute("counters", reported(campaign));
        model.addAttribute("list", list);
        return PAGE;
    }

    private List<Bilingual> reported(PastCampaign campaign) {
        List<String> keys = indicators.set(campaign.counters()).orElseThrow().keys();
        return indicators.all(keys).stream().map(Indicator::name).toList();
    }
}
