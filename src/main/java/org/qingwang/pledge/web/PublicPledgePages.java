package org.qingwang.pledge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.PledgeService;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.PublicAllowance;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public register of pledges, the check of a certificate, and where a firm that lost its link asks for a new one. */
@Controller
@RequestMapping("/pledges")
class PublicPledgePages {

    /** Longer than a mail takes to be written, so that its time tells nothing. */
    static final Duration LINK_ANSWERED_AFTER = Duration.ofMillis(200);

    private static final int LONGEST = 200;

    private final PledgeService pledges;
    private final PeriodService periods;
    private final PublicAllowance allowance;
    private final PageProblems problems;

    PublicPledgePages(PledgeService pledges, PeriodService periods, PublicAllowance allowance, PageProblems problems) {
        this.pledges = pledges;
        this.periods = periods;
        this.allowance = allowance;
        this.problems = problems;
    }

    @ModelAttribute
    void countRequest(HttpServletRequest request) {
        allowance.ask(request);
    }

    @GetMapping
    String register(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        String words = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        List<PledgeService.Line> found = pledges.published(words, after);
        List<PledgeService.Line> shown = found.subList(0, Math.min(found.size(), PledgeService.PAGE));
        model.addAttribute("lines", shown);
        model.addAttribute("q", words);
        model.addAttribute("after", after);
        model.addAttribute(
                "older",
                found.size() > shown.size()
                        ? shown.get(shown.size() - 1).pledge().pledgeNo()
                        : null);
        return "pledge/register";
    }

    @GetMapping("/{pledgeNo:CNS-\\d{6}-\\d{4}-\\d{6}}")
    String pledge(@PathVariable String pledgeNo, Model model) {
        PledgeService.Sheet sheet = pledges.findPublic(pledgeNo)
                .orElseThrow(() -> new NotAllowed("pledge " + pledgeNo + ", which is not published"));
        model.addAttribute("sheet", sheet);
        model.addAttribute("periods", periods.of(pledgeNo));
        model.addAttribute("merchants", pledges.under(pledgeNo));
        return "pledge/public";
    }

    /** Whoever holds a certificate sees here whether it is real and still holds. */
    @GetMapping("/verify")
    String verify(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("code", code.length() > LONGEST ? "" : code);
        if (!code.isBlank()) {
            Optional<PledgeService.Sheet> found = pledges.verify(code);
            if (found.isEmpty()) {
                allowance.guessed(request);
                problems.show(new BadInput("code", "pledge.verify.unknown"), model, response);
            } else {
                model.addAttribute("sheet", found.get());
                model.addAttribute(
                        "unchanged", PledgeService.isUnchanged(found.get().pledge()));
            }
        }
        return "pledge/verify";
    }

    @GetMapping("/link")
    String lost() {
        return "pledge/lost";
    }

    /** Has one answer, whether there is such a firm or not, and takes as long for it. */
    @PostMapping("/link")
    String sendLink(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Model model)
            throws InterruptedException {
        allowance.guessed(request);
        long end = System.nanoTime() + LINK_ANSWERED_AFTER.toNanos();
        if (code.length() <= LONGEST) {
            pledges.requestLink(code);
        }
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        model.addAttribute("sent", true);
        return "pledge/lost";
    }
}
