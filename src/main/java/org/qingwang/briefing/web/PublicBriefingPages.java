package org.qingwang.briefing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.qingwang.briefing.BriefingDesk;
import org.qingwang.briefing.PublicBriefing;
import org.qingwang.briefing.PublicBriefings;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.NotAllowed;
import org.qingwang.portal.PublicAllowance;
import org.qingwang.print.Download;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Published briefings, on a page, as PDF and as CSV. */
@Controller
@RequestMapping("/briefings")
class PublicBriefingPages {

    private static final String NUMBER = "/{briefingNo:JB-\\d{4}-\\d{4,}}";

    private final PublicBriefings briefings;
    private final BriefingDesk desk;
    private final CampaignService campaigns;
    private final BriefingPaper paper;
    private final BriefingCsv csv;
    private final PublicAllowance allowance;

    PublicBriefingPages(
            PublicBriefings briefings,
            BriefingDesk desk,
            CampaignService campaigns,
            BriefingPaper paper,
            BriefingCsv csv,
            PublicAllowance allowance) {
        this.briefings = briefings;
        this.desk = desk;
        this.campaigns = campaigns;
        this.paper = paper;
        this.csv = csv;
        this.allowance = allowance;
    }

    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int from, Model model) {
        BriefingPages.show(desk.published(Math.max(0, from)), campaigns, model);
        return "briefing/published";
    }

    @GetMapping(NUMBER)
    String briefing(@PathVariable String briefingNo, Model model) {
        model.addAttribute("published", published(briefingNo));
        return "briefing/public";
    }

    @GetMapping(NUMBER + "/briefing.pdf")
    void paper(@PathVariable String briefingNo, HttpServletResponse response) throws IOException {
        byte[] file = paper.of(published(briefingNo), LocaleContextHolder.getLocale());
        Download.label(response, "application/pdf", briefingNo + ".pdf");
        response.getOutputStream().write(file);
    }

    @GetMapping(NUMBER + "/figures.csv")
    void csv(@PathVariable String briefingNo, HttpServletResponse response) throws IOException {
        PublicBriefing published = published(briefingNo);
        Download.label(response, "text/csv; charset=UTF-8", briefingNo + ".csv");
        csv.write(published, response.getOutputStream());
    }

    private PublicBriefing published(String briefingNo) {
        return briefings
                .find(briefingNo)
                .orElseThrow(() -> new NotAllowed("briefing " + briefingNo + ", which is not published"));
    }
}
