package org.qingwang.briefing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.qingwang.agency.Actors;
import org.qingwang.briefing.AgencyReturn;
import org.qingwang.briefing.ReturnService;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.WrittenNumber;
import org.qingwang.portal.PageProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The return of an agency: what its cases say, and where it says otherwise with a reason. */
@Controller
class AgencyReturnPages {

    private static final String RETURN = "/desk/returns/{returnNo:JB-\\d{4}-\\d{4,}-[a-z]+-\\d{6}}";

    private final ReturnService returns;
    private final CampaignService campaigns;
    private final PageProblems problems;

    AgencyReturnPages(ReturnService returns, CampaignService campaigns, PageProblems problems) {
        this.returns = returns;
        this.campaigns = campaigns;
        this.problems = problems;
    }

    @GetMapping(RETURN)
    String show(@PathVariable String returnNo, Model model) {
        ReturnService.View view = view(returnNo);
        AgencyReturn one = view.agencyReturn();
        model.addAttribute("view", view);
        model.addAttribute("campaign", campaigns.get(view.briefing().campaignNo()));
        model.addAttribute(
                "mayEnter",
                one.stage() == AgencyReturn.Stage.ASKED && Actors.current().worksFor(one.jurisdiction()));
        return "briefing/return";
    }

    /** Inside the forms of Tasklist. */
    @GetMapping(RETURN + "/summary")
    String summary(@PathVariable String returnNo, Model model) {
        ReturnService.View view = view(returnNo);
        model.addAttribute("view", view);
        model.addAttribute("campaign", campaigns.get(view.briefing().campaignNo()));
        return "briefing/return-summary";
    }

    @PostMapping(RETURN)
    String enter(@PathVariable String returnNo, HttpServletRequest request, Model model, HttpServletResponse response) {
        ReturnService.View view = view(returnNo);
        try {
            Map<String, BigDecimal> values = new HashMap<>();
            Map<String, String> reasons = new HashMap<>();
            for (ReturnService.Line line : view.lines()) {
                String key = line.indicator().key();
                String value = request.getParameter("value-" + key);
                if (value != null) {
                    values.put(
                            key,
                            value.isBlank()
                                    ? null
                                    : WrittenNumber.read("value-" + key, value, "briefing.figure.value"));
                    reasons.put(key, request.getParameter("reason-" + key));
                }
            }
            returns.enter(returnNo, values, reasons);
            return "redirect:/desk/returns/" + returnNo;
        } catch (BadInput input) {
            problems.show(input, model, response);
            model.addAttribute("typed", typed(request));
            return show(returnNo, model);
        }
    }

    /** What was filled in, so that nobody types it again. */
    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        return typed;
    }

    private ReturnService.View view(String returnNo) {
        return returns.find(returnNo).orElseThrow(() -> new NotAllowed("return " + returnNo));
    }
}
