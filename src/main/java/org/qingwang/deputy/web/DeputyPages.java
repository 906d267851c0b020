package org.qingwang.deputy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.deputy.DeputyService;
import org.qingwang.deputy.DeputySweep;
import org.qingwang.deputy.Deputyship;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.portal.PageProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who does whose tasks while somebody is away: the own agency's deputies, to be named and ended. */
@Controller
@RequestMapping("/desk/deputies")
class DeputyPages {

    private final DeputyService deputies;
    private final DeputySweep sweep;
    private final PageProblems problems;
    private final Clock clock;

    DeputyPages(DeputyService deputies, DeputySweep sweep, PageProblems problems, Clock clock) {
        this.deputies = deputies;
        this.sweep = sweep;
        this.problems = problems;
        this.clock = clock;
    }

    /** Supervisors and the office belong to no agency: they give an absent officer's tasks to others. */
    @ModelAttribute
    void onlyThoseOfAnAgency() {
        if (Actors.current().homeJurisdiction().isEmpty()) {
            throw new NotAllowed("deputies of no agency");
        }
    }

    /** The form as typed. */
    record Named(String absent, String deputy, String firstDay, String lastDay, String reason) {}

    /**
     * A line of the list.
     *
     * @param state how it stands: {@code later}, {@code now}, {@code over} or {@code ended}
     * @param staying how many tasks the deputy could not do
     */
    record Line(Deputyship deputyship, String state, int staying, boolean mayEnd) {}

    @GetMapping
    String list(Model model) {
        LocalDate today = today();
        return page(new Named(Actors.current().userId(), "", today.toString(), today.toString(), ""), model);
    }

    @PostMapping
    String name(@ModelAttribute Named named, Model model, HttpServletResponse response) {
        try {
            deputies.name(
                    named.absent(),
                    named.deputy(),
                    day("firstDay", named.firstDay()),
                    day("lastDay", named.lastDay()),
                    named.reason());
            sweep.bringUpToDate();
            return "redirect:/desk/deputies";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return page(named, model);
        }
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    String end(@PathVariable long id) {
        deputies.end(id);
        sweep.bringUpToDate();
        return "redirect:/desk/deputies";
    }

    private String page(Named named, Model model) {
        model.addAttribute("named", named);
        model.addAttribute("absentees", deputies.absentees());
        model.addAttribute("colleagues", deputies.colleagues());
        List<Line> lines = deputies.list().stream().map(this::line).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("today", today());
        return "deputy/deputies";
    }

    private Line line(Deputyship deputyship) {
        boolean over = deputyship.isOverOn(today());
        return new Line(
                deputyship,
                state(deputyship, over),
                deputies.staying(deputyship),
                !over && DeputyService.mayEnd(deputyship));
    }

    private String state(Deputyship deputyship, boolean over) {
        if (deputyship.endedAt() != null) {
            return "ended";
        }
        if (over) {
            return "over";
        }
        return deputyship.holdsOn(today()) ? "now" : "later";
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(clock.instant());
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeParseException e) {
            throw new BadInput(field, "deputy.no-day", text == null ? "" : text.strip());
        }
    }
}
