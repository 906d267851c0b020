package org.qingwang.rehearsal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.SafeCsv;
import org.qingwang.print.Download;
import org.qingwang.rehearsal.Outcome.ClockLine;
import org.qingwang.rehearsal.Rehearsal;
import org.qingwang.rehearsal.RehearsalService;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Rehearsals for the campaign office and supervisors: their list, a new one, one under way, what came of it. */
@Controller
@RequestMapping("/desk/rehearsal")
class RehearsalPages {

    private static final String NUMBER = "/{rehearsalNo:TY-\\d{4}-\\d{4,}}";
    private static final String REFRESH_SECONDS = "2";
    private static final int PAGE = 20;
    private static final int SEEDS = 1_000_000;

    private final RehearsalService rehearsals;
    private final CampaignService campaigns;
    private final AgencyService agencies;
    private final RehearsalWords words;
    private final MessageSource messages;
    private final PageProblems problems;
    private final Clock clock;

    RehearsalPages(
            RehearsalService rehearsals,
            CampaignService campaigns,
            AgencyService agencies,
            RehearsalWords words,
            MessageSource messages,
            PageProblems problems,
            Clock clock) {
        this.rehearsals = rehearsals;
        this.campaigns = campaigns;
        this.agencies = agencies;
        this.words = words;
        this.messages = messages;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int from, Model model) {
        int offset = Math.max(0, from);
        List<Rehearsal> found = rehearsals.newest(offset, PAGE + 1);
        model.addAttribute("rehearsals", found.stream().limit(PAGE).toList());
        model.addAttribute("next", found.size() > PAGE ? offset + PAGE : null);
        model.addAttribute("campaigns", campaigns.mine());
        return "rehearsal/list";
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String campaign, Model model) {
        requireRehearser();
        long seed = ThreadLocalRandom.current().nextLong(1, SEEDS);
        RehearsalForm form = campaign.isBlank()
                ? RehearsalForm.blank(nextMonday(), seed)
                : RehearsalForm.of(
                        campaigns.find(campaign).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                        workplaces(),
                        seed);
        return show(form, model);
    }

    /** What another was asked with, to be changed. */
    @GetMapping(NUMBER + "/again")
    String again(@PathVariable String rehearsalNo, Model model) {
        return show(RehearsalForm.of(rehearsals.get(rehearsalNo).plan()), model);
    }

    private LocalDate nextMonday() {
        return WorkingCalendar.dateOf(clock.instant()).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private String show(RehearsalForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("workplaces", workplaces());
        model.addAttribute(
                "kinds",
                Stream.of(Agency.COMMERCE, Agency.CUSTOMS, Agency.PUBLIC_SECURITY)
                        .toList());
        model.addAttribute("most", RehearsalService.MOST_COMPLAINTS);
        return "rehearsal/form";
    }

    private List<Jurisdiction> workplaces() {
        return agencies.jurisdictions().stream()
                .filter(where -> where.agency() != Agency.OFFICE)
                .toList();
    }

    @PostMapping
    String ask(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) String more,
            Model model,
            HttpServletResponse response) {
        requireRehearser();
        RehearsalForm form = RehearsalForm.of(sent);
        if (more != null) {
            return show(form.withMoreRows(), model);
        }
        try {
            return "redirect:/desk/rehearsal/" + rehearsals.ask(form.plan(), form.formKey());
        } catch (BadInput input) {
            problems.show(input, model, response);
            return show(form, model);
        }
    }

    /** Brings itself up to date while it is played, without any script. */
    @GetMapping(NUMBER)
    String rehearsal(@PathVariable String rehearsalNo, Model model, HttpServletResponse response) {
        Rehearsal rehearsal = rehearsals.get(rehearsalNo);
        if (!rehearsal.stage().isOver()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        model.addAttribute("rehearsal", rehearsal);
        model.addAttribute("plan", rehearsal.plan());
        model.addAttribute("answer", rehearsal.answer().orElse(null));
        return "rehearsal/rehearsal";
    }

    @PostMapping(NUMBER + "/cancel")
    String cancel(@PathVariable String rehearsalNo) {
        rehearsals.cancel(rehearsalNo);
        return "redirect:/desk/rehearsal/" + rehearsalNo;
    }

    @GetMapping(NUMBER + "/clocks.csv")
    void csv(@PathVariable String rehearsalNo, HttpServletResponse response) throws IOException {
        Rehearsal rehearsal = rehearsals.get(rehearsalNo);
        List<ClockLine> lines = rehearsal
                .answer()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .outcome()
                .clocks();
        Download.label(response, "text/csv; charset=UTF-8", rehearsalNo + ".csv");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        SafeCsv csv = new SafeCsv(out);
        csv.row(Stream.of("place", "clock", "started", "met", "missed", "share", "running", "first", "longest")
                .map(column -> say("rehearsal.column." + column))
                .toList());
        for (ClockLine line : lines) {
            csv.row(row(line, rehearsal.plan().firstDay()));
        }
        out.flush();
    }

    private List<String> row(ClockLine line, LocalDate day) {
        return List.of(
                words.place(line.jurisdiction()),
                words.rule(line.rule(), day),
                String.valueOf(line.started()),
                String.valueOf(line.met()),
                String.valueOf(line.missed()),
                words.percent(line) + "%",
                String.valueOf(line.running()),
                line.firstMissed() == null ? "" : line.firstMissed().toString(),
                String.valueOf(line.longestOverdue()));
    }

    private String say(String key) {
        Locale language = LocaleContextHolder.getLocale();
        return messages.getMessage(key, null, language);
    }

    private static void requireRehearser() {
        if (!RehearsalService.mayRehearse(Actors.current())) {
            throw new NotAllowed(Actors.current().userId() + " does not rehearse campaigns");
        }
    }
}
