package org.qingwang.briefing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qingwang.agency.Actors;
import org.qingwang.briefing.Briefing;
import org.qingwang.briefing.BriefingDesk;
import org.qingwang.briefing.BriefingService;
import org.qingwang.briefing.CampaignFigures;
import org.qingwang.briefing.Figure;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.WrittenNumber;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.IndicatorCatalogue;
import org.qingwang.portal.PageProblems;
import org.qingwang.print.Download;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Briefings for officers: their list, one of them in any version, the list behind a figure, and where the office drafts. */
@Controller
@RequestMapping("/desk/briefings")
class BriefingPages {

    private static final String NUMBER = "/{briefingNo:JB-\\d{4}-\\d{4,}}";

    private final BriefingDesk desk;
    private final BriefingService briefings;
    private final CampaignService campaigns;
    private final IndicatorCatalogue catalogue;
    private final BriefingCsv csv;
    private final PageProblems problems;

    BriefingPages(
            BriefingDesk desk,
            BriefingService briefings,
            CampaignService campaigns,
            IndicatorCatalogue catalogue,
            BriefingCsv csv,
            PageProblems problems) {
        this.desk = desk;
        this.briefings = briefings;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.csv = csv;
        this.problems = problems;
    }

    /** A briefing in a list. */
    public record Line(Briefing briefing, Campaign campaign) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int from, Model model) {
        show(desk.newest(Math.max(0, from)), campaigns, model);
        return "briefing/list";
    }

    /** Each campaign is read once. */
    static void show(BriefingDesk.Page page, CampaignService campaigns, Model model) {
        Map<String, Campaign> read = new HashMap<>();
        model.addAttribute(
                "lines",
                page.briefings().stream()
                        .map(one -> new Line(one, read.computeIfAbsent(one.campaignNo(), campaigns::get)))
                        .toList());
        model.addAttribute("next", page.next());
    }

    @GetMapping(NUMBER)
    String briefing(@PathVariable String briefingNo, @RequestParam(defaultValue = "0") int version, Model model) {
        return show(briefingNo, version, Map.of(), model);
    }

    /** Inside the forms of Tasklist. */
    @GetMapping(NUMBER + "/summary")
    String summary(@PathVariable String briefingNo, Model model) {
        BriefingDesk.View view = view(briefingNo, 0);
        model.addAttribute("view", view);
        model.addAttribute("campaign", campaigns.get(view.briefing().campaignNo()));
        model.addAttribute("outdated", desk.outdatedWords(view));
        model.addAttribute("asked", view.asked());
        model.addAttribute("sent", view.sent());
        return "briefing/summary";
    }

    /** @param given what was filled in and refused, so that nobody types it again */
    private String show(String briefingNo, int version, Map<String, String> given, Model model) {
        BriefingDesk.View view = view(briefingNo, version);
        model.addAttribute("given", given);
        boolean newest = view.version() == null
                || view.version().version() == view.briefing().version();
        boolean runs = CampaignFigures.mayRun(Actors.current());
        model.addAttribute("view", view);
        model.addAttribute("campaign", campaigns.get(view.briefing().campaignNo()));
        model.addAttribute("mayDraft", runs && newest && view.briefing().stage() == Briefing.Stage.DRAFT);
        model.addAttribute("mayCorrect", runs && newest && view.briefing().stage() == Briefing.Stage.PUBLISHED);
        model.addAttribute("reporters", reporters(view));
        model.addAttribute("outdated", runs ? desk.outdatedWords(view) : List.of());
        return "briefing/briefing";
    }

    private static List<String> reporters(BriefingDesk.View view) {
        return Stream.concat(
                        view.returns().stream().map(one -> one.jurisdiction().id()), Stream.of(Figure.OFFICE))
                .toList();
    }

    private BriefingDesk.View view(String briefingNo, int version) {
        return desk.find(briefingNo, version).orElseThrow(() -> new NotAllowed("briefing " + briefingNo));
    }

    /** The cases a figure is the number or the sum of, as they were when the briefing was compiled. */
    @GetMapping(NUMBER + "/figures/{indicator:[a-z-]+}")
    String figure(
            @PathVariable String briefingNo,
            @PathVariable String indicator,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reporter,
            ShownLines.Question question,
            Model model) {
        BriefingDesk.View view = view(briefingNo, version);
        Indicator known = counted(view, indicator);
        List<CountedCase> lines = desk.lines(briefingNo, view.version().version(), indicator).stream()
                .filter(line -> reporter.isEmpty() || line.agency().id().equals(reporter))
                .toList();
        model.addAttribute("view", view);
        model.addAttribute("indicator", known);
        model.addAttribute("reporter", reporter);
        model.addAttribute("shown", ShownLines.of(known, lines, question));
        model.addAttribute(
                "figures",
                view.of(indicator).stream()
                        .filter(one -> reporter.isEmpty() || one.reporter().equals(reporter))
                        .toList());
        return "briefing/figure";
    }

    /** What a figure came to since the campaign began: period by period, and the cases of all of them. */
    @GetMapping(NUMBER + "/figures/{indicator:[a-z-]+}/since")
    String since(
            @PathVariable String briefingNo,
            @PathVariable String indicator,
            @RequestParam(defaultValue = "0") int version,
            ShownLines.Question question,
            Model model) {
        BriefingDesk.View view = view(briefingNo, version);
        Indicator known = counted(view, indicator);
        model.addAttribute("view", view);
        model.addAttribute("indicator", known);
        model.addAttribute("sum", view.totals().get(indicator));
        model.addAttribute("periods", desk.periodsOf(view, indicator));
        model.addAttribute("shown", ShownLines.of(known, desk.linesSinceBegin(view, indicator), question));
        return "briefing/since";
    }

    private Indicator counted(BriefingDesk.View view, String indicator) {
        return catalogue
                .find(indicator)
                .filter(one -> view.indicators().contains(one) && view.version() != null)
                .orElseThrow(() -> new NotAllowed("figure " + indicator));
    }

    @GetMapping(NUMBER + "/figures.csv")
    void csv(
            @PathVariable String briefingNo,
            @RequestParam(defaultValue = "0") int version,
            HttpServletResponse response)
            throws IOException {
        BriefingDesk.View view = view(briefingNo, version);
        Download.label(response, "text/csv; charset=UTF-8", briefingNo + ".csv");
        csv.write(view, response.getOutputStream());
    }

    @PostMapping(NUMBER + "/draft")
    String write(
            @PathVariable String briefingNo,
            @RequestParam(defaultValue = "") String narrative,
            @RequestParam(defaultValue = "") String narrativeZh,
            Model model,
            HttpServletResponse response) {
        return done(
                briefingNo,
                Map.of("narrative", narrative, "narrativeZh", narrativeZh),
                model,
                response,
                () -> briefings.write(briefingNo, narrative, narrativeZh));
    }

    @PostMapping(NUMBER + "/figure")
    String change(
            @PathVariable String briefingNo,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String reporter,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(
                briefingNo,
                Map.of("indicator", indicator, "reporter", reporter, "value", value, "reason", reason),
                model,
                response,
                () -> briefings.change(
                        briefingNo,
                        indicator,
                        reporter,
                        WrittenNumber.read("value", value, "briefing.figure.value"),
                        reason));
    }

    @PostMapping(NUMBER + "/correction")
    String correct(
            @PathVariable String briefingNo,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(briefingNo, Map.of("wrong", reason), model, response, () -> briefings.correct(briefingNo, reason));
    }

    private String done(
            String briefingNo, Map<String, String> given, Model model, HttpServletResponse response, Runnable act) {
        view(briefingNo, 0);
        try {
            act.run();
            return "redirect:/desk/briefings/" + briefingNo;
        } catch (BadInput input) {
            problems.show(input, model, response);
            return show(briefingNo, 0, given, model);
        }
    }
}
