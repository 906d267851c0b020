package org.qingwang.monitor.web;

import jakarta.servlet.http.HttpServletResponse;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.monitor.IncidentKind;
import org.qingwang.monitor.IncidentService;
import org.qingwang.monitor.Monitor;
import org.qingwang.portal.PageProblems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands still, in words: all kinds of it, and one kind with the button that has all of it tried again. */
@Controller
@RequestMapping(IncidentPages.ADDRESS)
class IncidentPages {

    static final String ADDRESS = "/desk/incidents";

    private static final String KIND = "/{process:[a-z0-9-]{1,64}}/{step:\\w{1,64}}";

    private final IncidentService incidents;
    private final IncidentWords words;
    private final Monitor monitor;
    private final PageProblems problems;

    IncidentPages(IncidentService incidents, IncidentWords words, Monitor monitor, PageProblems problems) {
        this.incidents = incidents;
        this.words = words;
        this.monitor = monitor;
        this.problems = problems;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("kinds", incidents.kinds());
        model.addAttribute("say", words.in(LocaleContextHolder.getLocale()));
        return "monitor/incidents";
    }

    @GetMapping(KIND)
    String kind(
            @PathVariable String process,
            @PathVariable String step,
            @RequestParam(required = false) String mail,
            Model model) {
        return page(new IncidentKind.Id(process, step, mail), "", model);
    }

    @PostMapping(KIND)
    String tryAgain(
            @PathVariable String process,
            @PathVariable String step,
            @RequestParam(required = false) String mail,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        IncidentKind.Id kind = new IncidentKind.Id(process, step, mail);
        try {
            model.addAttribute("retried", incidents.tryAgain(kind, reason));
            monitor.forget();
            return page(kind, "", model);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return page(kind, reason, model);
        }
    }

    private String page(IncidentKind.Id id, String reason, Model model) {
        model.addAttribute("kind", incidents.find(id).orElse(null));
        model.addAttribute("steps", incidents.of(id));
        model.addAttribute("most", IncidentService.AT_ONCE);
        model.addAttribute("mayMend", IncidentService.mayMend(Actors.current()));
        model.addAttribute("reason", reason);
        model.addAttribute("say", words.in(LocaleContextHolder.getLocale()));
        return "monitor/incident";
    }
}
