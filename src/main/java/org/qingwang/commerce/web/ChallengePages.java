package org.qingwang.commerce.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.commerce.Challenge;
import org.qingwang.commerce.ChallengeService;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Dossier;
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

/** Where an officer records that the party asked for reconsideration of a penalty or sued, and how that ended. */
@Controller
@RequestMapping("/desk/cases/{caseNo}/challenge")
class ChallengePages {

    private static final int LONGEST = 1000;

    private final ChallengeService challenges;
    private final CommerceService commerce;
    private final CaseVocabulary vocabulary;
    private final PageProblems problems;
    private final Clock time;

    ChallengePages(
            ChallengeService challenges,
            CommerceService commerce,
            CaseVocabulary vocabulary,
            PageProblems problems,
            Clock time) {
        this.challenges = challenges;
        this.commerce = commerce;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.time = time;
    }

    /** What an officer fills in: the first four when it begins, the last three when it ends. */
    record Fields(
            Challenge.Kind kind,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate begunOn,
            String authority,
            String fileNo,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate endedOn,
            Challenge.Outcome outcome,
            String note) {

        Challenge challenge() {
            return new Challenge(
                    kind,
                    begunOn,
                    LimitedText.of("authority", authority, LONGEST),
                    LimitedText.of("fileNo", fileNo, LONGEST),
                    null);
        }

        Challenge.End end() {
            String said = LimitedText.of("note", note, LONGEST);
            return new Challenge.End(endedOn, outcome, said == null || said.isEmpty() ? null : said);
        }
    }

    @GetMapping
    String page(@PathVariable String caseNo, Model model) {
        LocalDate today = WorkingCalendar.dateOf(time.instant());
        return form(
                caseNo,
                new Fields(Challenge.Kind.RECONSIDERATION, today, "", "", today, Challenge.Outcome.UPHELD, ""),
                model);
    }

    @PostMapping
    String begin(
            @PathVariable String caseNo,
            @ModelAttribute("form") Fields form,
            Model model,
            HttpServletResponse response) {
        return done(caseNo, form, model, response, () -> challenges.begin(caseNo, form.challenge()));
    }

    @PostMapping("/end")
    String end(
            @PathVariable String caseNo,
            @ModelAttribute("form") Fields form,
            Model model,
            HttpServletResponse response) {
        return done(caseNo, form, model, response, () -> challenges.end(caseNo, form.end()));
    }

    private String done(String caseNo, Fields form, Model model, HttpServletResponse response, Runnable act) {
        ownDossier(caseNo);
        try {
            act.run();
            return "redirect:/desk/cases/" + caseNo + "#commerce";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(caseNo, form, model);
        }
    }

    private String form(String caseNo, Fields form, Model model) {
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("form", form);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("kinds", Challenge.Kind.values());
        model.addAttribute("outcomes", Challenge.Outcome.values());
        model.addAttribute("challenge", ownDossier(caseNo).settlement().challenge());
        model.addAttribute("basis", challenges.basis().head());
        model.addAttribute("today", WorkingCalendar.dateOf(time.instant()));
        return "commerce/challenge";
    }

    private Dossier ownDossier(String caseNo) {
        return commerce.dossierOf(caseNo)
                .filter(dossier -> challenges.mayRecord(Actors.current(), dossier))
                .orElseThrow(() -> new NotAllowed("challenge in " + caseNo));
    }
}
