package org.qingwang.briefing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.briefing.CampaignFigures;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.indicator.IndicatorCatalogue;
import org.qingwang.portal.PageProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a campaign counts beside the set of its plan, and whom its briefings are mailed to. */
@Controller
class CampaignIndicatorPages {

    private static final String ADDRESS = "/desk/campaigns/{campaignNo}/indicators";

    private final CampaignFigures figures;
    private final CampaignService campaigns;
    private final IndicatorCatalogue catalogue;
    private final PageProblems problems;

    CampaignIndicatorPages(
            CampaignFigures figures, CampaignService campaigns, IndicatorCatalogue catalogue, PageProblems problems) {
        this.figures = figures;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    @GetMapping(ADDRESS)
    String form(@PathVariable String campaignNo, Model model) {
        Campaign campaign = campaign(campaignNo);
        CampaignFigures.Choice choice = figures.choiceOf(campaignNo);
        return form(campaign, choice.indicators(), String.join("\n", choice.recipients()), model);
    }

    private String form(Campaign campaign, List<String> chosen, String recipients, Model model) {
        model.addAttribute("campaign", campaign);
        model.addAttribute("sets", catalogue.sets());
        model.addAttribute("chosen", chosen);
        model.addAttribute("recipients", recipients);
        return "briefing/indicators";
    }

    @PostMapping(ADDRESS)
    String choose(
            @PathVariable String campaignNo,
            @RequestParam(defaultValue = "") List<String> indicators,
            @RequestParam(defaultValue = "") String recipients,
            Model model,
            HttpServletResponse response) {
        Campaign campaign = campaign(campaignNo);
        try {
            List<String> addresses = Arrays.stream(recipients.split("[\\s,;，；]+"))
                    .filter(address -> !address.isBlank())
                    .toList();
            figures.choose(campaignNo, indicators, addresses);
            return "redirect:/desk/campaigns/" + campaignNo + "/indicators";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(campaign, indicators, recipients, model);
        }
    }

    private Campaign campaign(String campaignNo) {
        return campaigns
                .find(campaignNo)
                .filter(found -> CampaignFigures.mayRun(Actors.current()))
                .orElseThrow(() -> new NotAllowed("indicators of " + campaignNo));
    }
}
