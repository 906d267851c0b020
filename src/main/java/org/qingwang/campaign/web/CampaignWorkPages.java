package org.qingwang.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.ActivityService;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignAgency;
import org.qingwang.campaign.CampaignService;
import org.qingwang.campaign.PlanService;
import org.qingwang.campaign.ScopeChange;
import org.qingwang.campaign.ScopeService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.common.BadInput;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.PledgeTexts;
import org.qingwang.portal.PageProblems;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where the office works on a campaign beside its tasks, and where an agency says which case belongs to it. */
@Controller
@RequestMapping("/desk/campaigns/{campaignNo}")
class CampaignWorkPages {

    private final CampaignService campaigns;
    private final PlanService plans;
    private final ScopeService scope;
    private final ActivityService activities;
    private final AgencyService agencies;
    private final PledgeTexts texts;
    private final CaseVocabulary vocabulary;
    private final PageProblems problems;

    CampaignWorkPages(
            CampaignService campaigns,
            PlanService plans,
            ScopeService scope,
            ActivityService activities,
            AgencyService agencies,
            PledgeTexts texts,
            CaseVocabulary vocabulary,
            PageProblems problems) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.scope = scope;
        this.activities = activities;
        this.agencies = agencies;
        this.texts = texts;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** What was filled in, so that nobody types it again. */
    record Given(
            LocalDate lastDay,
            List<String> regions,
            String reason,
            String number,
            String jurisdiction,
            LocalDate day,
            String findings,
            String codes) {

        static Given of(Campaign campaign) {
            return new Given(campaign.plan().lastDay(), campaign.plan().regions(), "", "", "", null, "", "");
        }

        Given withReason(String words) {
            return new Given(lastDay, regions, words, number, jurisdiction, day, findings, codes);
        }

        Given withScope(LocalDate last, List<String> all) {
            return new Given(last, all, reason, number, jurisdiction, day, findings, codes);
        }

        Given withNumber(String typed) {
            return new Given(lastDay, regions, reason, typed, jurisdiction, day, findings, codes);
        }

        Given withInspection(String agency, LocalDate on, String found) {
            return new Given(lastDay, regions, reason, number, agency, on, found, codes);
        }

        Given withCodes(String typed) {
            return new Given(lastDay, regions, reason, number, jurisdiction, day, findings, typed);
        }
    }

    @GetMapping("/work")
    String form(@PathVariable String campaignNo, Model model) {
        Campaign campaign = visible(campaignNo);
        return form(campaign, Given.of(campaign), model);
    }

    @PostMapping("/scope")
    String change(
            @PathVariable String campaignNo,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam(defaultValue = "") List<String> regions,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(
                campaignNo,
                given -> given.withScope(lastDay, regions).withReason(reason),
                model,
                response,
                () -> scope.change(campaignNo, new ScopeChange(lastDay, regions, reason)));
    }

    @PostMapping("/call-off")
    String callOff(
            @PathVariable String campaignNo,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(
                campaignNo,
                given -> given.withReason(reason),
                model,
                response,
                () -> plans.callOff(campaignNo, reason));
    }

    @PostMapping("/cases")
    String override(
            @PathVariable String campaignNo,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "true") boolean included,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(
                campaignNo,
                given -> given.withNumber(number).withReason(reason),
                model,
                response,
                () -> scope.override(campaignNo, number, included, reason));
    }

    @PostMapping("/inspections")
    String inspected(
            @PathVariable String campaignNo,
            @RequestParam(defaultValue = "") String jurisdiction,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String findings,
            Model model,
            HttpServletResponse response) {
        return done(
                campaignNo,
                given -> given.withInspection(jurisdiction, day, findings),
                model,
                response,
                () -> activities.inspected(
                        campaignNo, new ActivityService.Inspection(agency(jurisdiction), day, findings)));
    }

    @PostMapping("/drives")
    String drive(
            @PathVariable String campaignNo,
            @RequestParam(defaultValue = "") String codes,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response) {
        return done(
                campaignNo,
                given -> given.withCodes(codes),
                model,
                response,
                () -> activities.startDrive(campaignNo, CreditCode.readAll(codes), text));
    }

    private Jurisdiction agency(String id) {
        return agencies.jurisdictions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private String done(
            String campaignNo, UnaryOperator<Given> typed, Model model, HttpServletResponse response, Runnable act) {
        Campaign campaign = visible(campaignNo);
        try {
            act.run();
            return "redirect:/desk/campaigns/" + campaignNo;
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(campaign, typed.apply(Given.of(campaign)), model);
        }
    }

    private String form(Campaign campaign, Given given, Model model) {
        model.addAttribute("campaign", campaign);
        model.addAttribute("given", given);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("mayRun", CampaignService.mayRun(Actors.current()));
        model.addAttribute(
                "regions",
                agencies.jurisdictions().stream()
                        .map(Jurisdiction::region)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("texts", texts.newest());
        model.addAttribute(
                "agencies",
                campaigns.agenciesOf(campaign.campaignNo()).stream()
                        .filter(CampaignAgency::takesPart)
                        .toList());
        return "campaign/work";
    }

    private Campaign visible(String campaignNo) {
        return campaigns.find(campaignNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
