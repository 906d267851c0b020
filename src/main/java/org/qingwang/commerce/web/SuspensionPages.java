package org.qingwang.commerce.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.qingwang.agency.Actors;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Investigation;
import org.qingwang.commerce.Suspension;
import org.qingwang.commerce.SuspensionService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.portal.PageProblems;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lets an investigation stand still while something else has to be decided first, and go on. */
@Controller
@RequestMapping("/desk/cases/{caseNo}/suspension")
class SuspensionPages {

    private static final int LONGEST = 2000;

    private final SuspensionService suspensions;
    private final CommerceService commerce;
    private final PageProblems problems;
    private final Clock time;

    SuspensionPages(SuspensionService suspensions, CommerceService commerce, PageProblems problems, Clock time) {
        this.suspensions = suspensions;
        this.commerce = commerce;
        this.problems = problems;
        this.time = time;
    }

    /** What an officer fills in: the first six to let the case stand still, the last two to let it go on. */
    record Fields(
            Suspension.Ground ground,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate suspendedOn,
            String authority,
            String fileNo,
            String approvedBy,
            String reason,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate resumedOn) {

        Suspension suspension() {
            return new Suspension(
                    ground,
                    suspendedOn,
                    LimitedText.of("authority", authority, LONGEST),
                    LimitedText.of("fileNo", fileNo, LONGEST),
                    LimitedText.of("approvedBy", approvedBy, LONGEST),
                    LimitedText.of("reason", reason, LONGEST));
        }

        Suspension.Resumption resumption() {
            return new Suspension.Resumption(resumedOn, LimitedText.of("reason", reason, LONGEST));
        }
    }

    @GetMapping
    String page(@PathVariable String caseNo, Model model) {
        LocalDate today = WorkingCalendar.dateOf(time.instant());
        return form(caseNo, new Fields(Suspension.Ground.TITLE_IN_DISPUTE, today, "", "", "", "", today), model);
    }

    @PostMapping
    String suspend(
            @PathVariable String caseNo,
            @ModelAttribute("form") Fields form,
            Model model,
            HttpServletResponse response) {
        return done(caseNo, form, model, response, () -> suspensions.suspend(caseNo, form.suspension()));
    }

    @PostMapping("/end")
    String resume(
            @PathVariable String caseNo,
            @ModelAttribute("form") Fields form,
            Model model,
            HttpServletResponse response) {
        return done(caseNo, form, model, response, () -> suspensions.resume(caseNo, form.resumption()));
    }

    private String done(String caseNo, Fields form, Model model, HttpServletResponse response, Runnable act) {
        ownInvestigation(caseNo);
        try {
            act.run();
            return "redirect:/desk/cases/" + caseNo;
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(caseNo, form, model);
        }
    }

    private String form(String caseNo, Fields form, Model model) {
        Investigation investigation = ownInvestigation(caseNo);
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("form", form);
        model.addAttribute("grounds", Suspension.Ground.values());
        model.addAttribute("suspension", suspensions.of(investigation).orElse(null));
        model.addAttribute("today", WorkingCalendar.dateOf(time.instant()));
        return "commerce/suspension";
    }

    private Investigation ownInvestigation(String caseNo) {
        return commerce.dossierOf(caseNo)
                .map(dossier -> dossier.investigation())
                .filter(investigation -> suspensions.maySuspend(Actors.current(), investigation))
                .orElseThrow(() -> new NotAllowed("suspension of " + caseNo));
    }
}
