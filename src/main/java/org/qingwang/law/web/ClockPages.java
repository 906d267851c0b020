package org.qingwang.law.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.law.ClockDesk;
import org.qingwang.law.SuspensionGround;
import org.qingwang.law.WorkingCalendar;
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

/** One clock: where it stands, what was done to it, and what its agency may do. */
@Controller
@RequestMapping("/desk/clocks/{id:\\d{1,18}}")
class ClockPages {

    private final ClockDesk desk;
    private final LawWords words;
    private final PageProblems problems;
    private final Clock time;

    ClockPages(ClockDesk desk, LawWords words, PageProblems problems, Clock time) {
        this.desk = desk;
        this.words = words;
        this.problems = problems;
        this.time = time;
    }

    @GetMapping
    String page(@PathVariable long id, Model model) {
        ClockDesk.View view =
                desk.find(Actors.current(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("view", view);
        model.addAttribute("clock", view.clock());
        model.addAttribute("words", words);
        model.addAttribute("today", WorkingCalendar.dateOf(time.instant()));
        return "law/clock";
    }

    @PostMapping("/suspend")
    String suspend(
            @PathVariable long id,
            @RequestParam SuspensionGround ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model,
            HttpServletResponse response) {
        return done(id, model, response, () -> desk.suspend(Actors.current(), id, ground, reason, day));
    }

    @PostMapping("/resume")
    String resume(
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model,
            HttpServletResponse response) {
        return done(id, model, response, () -> desk.resume(Actors.current(), id, day));
    }

    @PostMapping("/extend")
    String extend(
            @PathVariable long id,
            @RequestParam Integer amount,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(id, model, response, () -> desk.extend(Actors.current(), id, amount, reason));
    }

    private String done(long id, Model model, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return "redirect:/desk/clocks/" + id;
        } catch (BadInput input) {
            problems.show(input, model, response);
            return page(id, model);
        }
    }
}
