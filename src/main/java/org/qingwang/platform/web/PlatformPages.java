package org.qingwang.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.LadderStep;
import org.qingwang.platform.PlatformRecord;
import org.qingwang.platform.PlatformService;
import org.qingwang.portal.PageProblems;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How each platform deals with notices, and the steps taken against those that keep failing. For staff of all agencies. */
@Controller
@RequestMapping("/desk/platforms")
class PlatformPages {

    private final PlatformService platforms;
    private final CaseVocabulary vocabulary;
    private final PageProblems problems;
    private final Clock time;

    PlatformPages(PlatformService platforms, CaseVocabulary vocabulary, PageProblems problems, Clock time) {
        this.platforms = platforms;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.time = time;
    }

    @ModelAttribute
    void requireStaff() {
        Actor actor = Actors.current();
        if (!actor.seesEverything() && actor.homeJurisdiction().isEmpty()) {
            throw new NotAllowed("the platforms");
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("platforms", platforms.platforms());
        model.addAttribute("badFaith", platforms.badFaith());
        return "platform/list";
    }

    @GetMapping("/{key}")
    String platform(@PathVariable String key, Model model) {
        PlatformRecord platform = platforms.platform(key).orElseThrow(() -> new NotAllowed("platform " + key));
        model.addAttribute("platform", platform);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("mayTakeSteps", PlatformService.mayTakeSteps(Actors.current()));
        model.addAttribute("today", WorkingCalendar.dateOf(time.instant()));
        return "platform/platform";
    }

    @PostMapping("/{key}/steps")
    String step(
            @PathVariable String key,
            @RequestParam LadderStep.Kind step,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate takenOn,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate rectifyBy,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            platforms.takeStep(key, step, takenOn, rectifyBy, reason);
            return "redirect:/desk/platforms/{key}";
        } catch (BadInput input) {
            problems.show(input, model, response);
            model.addAttribute("reason", reason);
            return platform(key, model);
        }
    }
}
