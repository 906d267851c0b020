package org.qingwang.campaign.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.campaign.ActivityService;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignAgency;
import org.qingwang.campaign.CampaignPart;
import org.qingwang.campaign.CampaignSection;
import org.qingwang.campaign.CampaignService;
import org.qingwang.campaign.ComplaintPart;
import org.qingwang.campaign.KeyTask;
import org.qingwang.campaign.KeyTaskService;
import org.qingwang.campaign.LastingMeasureService;
import org.qingwang.campaign.OverviewService;
import org.qingwang.casefile.CaseListPage;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.engine.picture.ProcessPicture.WaitingStep;
import org.qingwang.engine.picture.ProcessPictures;
import org.qingwang.pledge.Pledge;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Campaigns for officers: their list, and one campaign: its plan held against where it stands. */
@Controller
class CampaignPages {

    /** So that a page of a national campaign does not list what waits at every agency. */
    private static final int MOST_STEPS = 12;

    private final CampaignService campaigns;
    private final OverviewService overview;
    private final KeyTaskService tasks;
    private final LastingMeasureService measures;
    private final ActivityService activities;
    private final ProcessPictures pictures;
    private final ObjectProvider<CampaignSection> sections;
    private final CaseVocabulary vocabulary;

    CampaignPages(
            CampaignService campaigns,
            OverviewService overview,
            KeyTaskService tasks,
            LastingMeasureService measures,
            ActivityService activities,
            ProcessPictures pictures,
            ObjectProvider<CampaignSection> sections,
            CaseVocabulary vocabulary) {
        this.campaigns = campaigns;
        this.overview = overview;
        this.tasks = tasks;
        this.measures = measures;
        this.activities = activities;
        this.pictures = pictures;
        this.sections = sections;
        this.vocabulary = vocabulary;
    }

    /** A part of the page that another capability draws. */
    record DrawnSection(String fragment, Object content) {}

    @GetMapping("/desk/campaigns")
    String list(Model model) {
        model.addAttribute("campaigns", campaigns.mine());
        model.addAttribute("mayRun", CampaignService.mayRun(Actors.current()));
        return "campaign/list";
    }

    @GetMapping("/desk/campaigns/{campaignNo}")
    String page(@PathVariable String campaignNo, Model model) {
        Campaign campaign = visible(campaignNo);
        Actor actor = Actors.current();
        Locale locale = LocaleContextHolder.getLocale();
        List<KeyTask> keyTasks = tasks.of(campaignNo);
        List<CampaignAgency> agencies = campaigns.agenciesOf(campaignNo);
        model.addAttribute("campaign", campaign);
        model.addAttribute("mayRun", CampaignService.mayRun(actor));
        addReader(model);
        model.addAttribute("waiting", waiting(campaignNo, keyTasks, agencies, locale));
        model.addAttribute("pictures", pictures.of(campaignNo, locale));
        model.addAttribute("elapsed", overview.elapsed(campaign));
        model.addAttribute("tasks", keyTasks);
        model.addAttribute(
                "done",
                keyTasks.stream()
                        .filter(task -> task.stage() == KeyTask.Stage.DONE)
                        .count());
        model.addAttribute("agencies", agencies);
        model.addAttribute(
                "confirmed",
                agencies.stream()
                        .filter(agency -> agency.takesPart() && agency.isConfirmed())
                        .count());
        model.addAttribute(
                "asked", agencies.stream().filter(CampaignAgency::takesPart).count());
        addFindings(campaign, model);
        return "campaign/campaign";
    }

    /**
     * Inside the forms of Tasklist.
     *
     * @param about number of the key task or lasting measure that the form is about; empty for the campaign itself
     */
    @GetMapping("/desk/campaigns/{campaignNo}/summary")
    String summary(@PathVariable String campaignNo, @RequestParam(defaultValue = "") String about, Model model) {
        model.addAttribute("campaign", visible(campaignNo));
        model.addAttribute(
                "task",
                tasks.of(campaignNo).stream()
                        .filter(task -> task.taskNo().equals(about))
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "measure",
                measures.of(campaignNo).stream()
                        .filter(measure -> measure.measureNo().equals(about))
                        .findFirst()
                        .orElse(null));
        return "campaign/summary";
    }

    /** The cases behind a figure of a campaign's page; somebody of an agency is shown those he or she reads. */
    @GetMapping("/desk/campaigns/{campaignNo}/cases")
    String cases(
            @PathVariable String campaignNo,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String by,
            @RequestParam(required = false) String value,
            @RequestParam(defaultValue = "false") boolean rest,
            @RequestParam(required = false) String after,
            Model model) {
        Campaign campaign = visible(campaignNo);
        CampaignPart asked = CampaignPart.of(kind, by, value);
        CampaignPart part = rest && asked.by() != null ? overview.others(campaign, asked) : asked;
        model.addAttribute("campaign", campaign);
        model.addAttribute("part", part);
        model.addAttribute("page", overview.cases(campaign, part, CaseListPage.Cursor.parse(after)));
        addReader(model);
        return "campaign/cases";
    }

    /** The complaints behind a figure; somebody of an agency is shown those it received. */
    @GetMapping("/desk/campaigns/{campaignNo}/complaints")
    String complaints(
            @PathVariable String campaignNo,
            @RequestParam(required = false) String by,
            @RequestParam(required = false) String value,
            @RequestParam(required = false) String before,
            Model model) {
        Campaign campaign = visible(campaignNo);
        ComplaintPart part = ComplaintPart.of(by, value);
        model.addAttribute("campaign", campaign);
        model.addAttribute("part", part);
        model.addAttribute("page", overview.complaints(campaign, part, Optional.ofNullable(before)));
        addReader(model);
        return "campaign/complaints";
    }

    /** The clocks behind a figure, those of cases that the reader may see. */
    @GetMapping("/desk/campaigns/{campaignNo}/clocks")
    String clocks(
            @PathVariable String campaignNo,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) Long after,
            Model model) {
        Campaign campaign = visible(campaignNo);
        model.addAttribute("campaign", campaign);
        model.addAttribute("region", region);
        model.addAttribute("page", overview.missed(campaign, region, after));
        addReader(model);
        return "campaign/clocks";
    }

    private Campaign visible(String campaignNo) {
        return campaigns.find(campaignNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void addReader(Model model) {
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("watches", Actors.current().seesEverything());
    }

    private void addFindings(Campaign campaign, Model model) {
        String campaignNo = campaign.campaignNo();
        boolean watches = Actors.current().seesEverything();
        model.addAttribute("figures", overview.figures(campaign));
        model.addAttribute("matters", overview.matters(campaign));
        model.addAttribute("trend", overview.trend(campaign));
        model.addAttribute("supervised", overview.supervised(campaign));
        model.addAttribute("pressing", overview.pressing(campaign));
        model.addAttribute("lastAsked", overview.lastAsked(campaignNo).orElse(null));
        model.addAttribute("exceptions", overview.exceptions(campaignNo));
        model.addAttribute("practices", overview.practices(campaignNo));
        model.addAttribute("measures", measures.of(campaignNo));
        model.addAttribute("inspections", activities.inspections(campaignNo));
        model.addAttribute("drives", watches ? activities.drives(campaignNo) : List.of());
        model.addAttribute("stages", Pledge.Stage.values());
        model.addAttribute("events", overview.events(campaignNo));
        model.addAttribute(
                "sections",
                sections.orderedStream()
                        .flatMap(section ->
                                section
                                        .of(campaign)
                                        .map(content -> new DrawnSection(section.fragment(), content))
                                        .stream())
                        .toList());
    }

    /** What the campaign itself waits for first, then what is due soonest at the agencies. */
    private List<WaitingStep> waiting(
            String campaignNo, List<KeyTask> keyTasks, List<CampaignAgency> agencies, Locale locale) {
        Stream<String> parts = Stream.concat(
                agencies.stream()
                        .filter(agency -> agency.takesPart() && !agency.isConfirmed())
                        .map(CampaignAgency::participation),
                keyTasks.stream().filter(KeyTask::isOpen).map(KeyTask::taskNo));
        List<WaitingStep> steps = new ArrayList<>(pictures.waitingStepsOf(campaignNo, locale));
        parts.limit(MOST_STEPS)
                .flatMap(part -> pictures.waitingStepsOf(part, locale).stream())
                .sorted(Comparator.comparing(WaitingStep::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(steps::add);
        return steps;
    }
}
