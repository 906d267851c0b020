package org.qingwang.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.portal.PageProblems;
import org.qingwang.supervision.SupervisionOrder;
import org.qingwang.supervision.SupervisionService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Supervised cases: their list, and where the campaign office puts a case under supervision, extends and lifts it. */
@Controller
class SupervisionPages {

    private final SupervisionService supervisions;
    private final CaseService cases;
    private final CaseVocabulary vocabulary;
    private final PageProblems problems;

    SupervisionPages(
            SupervisionService supervisions, CaseService cases, CaseVocabulary vocabulary, PageProblems problems) {
        this.supervisions = supervisions;
        this.cases = cases;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** What was filled in, so that nobody types it again. */
    record Given(String ownerId, Integer days, String reason) {

        static final Given NOTHING = new Given("", 30, "");
    }

    @GetMapping("/desk/supervised")
    String list(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) String after,
            Model model) {
        model.addAttribute("page", supervisions.page(!all, after));
        model.addAttribute("all", all);
        model.addAttribute("after", after);
        model.addAttribute("words", vocabulary.forReader());
        return "supervision/list";
    }

    @GetMapping("/desk/cases/{caseNo}/supervision")
    String form(@PathVariable String caseNo, Model model) {
        return form(caseNo, Given.NOTHING, model);
    }

    @PostMapping("/desk/cases/{caseNo}/supervision")
    String put(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String ownerId,
            @RequestParam(required = false) Integer days,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(
                caseNo,
                new Given(ownerId, days, reason),
                model,
                response,
                () -> supervisions.put(caseNo, new SupervisionOrder(ownerId, days, reason)));
    }

    @PostMapping("/desk/cases/{caseNo}/supervision/extend")
    String extend(
            @PathVariable String caseNo,
            @RequestParam(required = false) Integer days,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(
                caseNo, new Given("", days, reason), model, response, () -> supervisions.extend(caseNo, days, reason));
    }

    @PostMapping("/desk/cases/{caseNo}/supervision/lift")
    String lift(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String result,
            Model model,
            HttpServletResponse response) {
        return done(caseNo, new Given("", 30, result), model, response, () -> supervisions.lift(caseNo, result));
    }

    private String done(String caseNo, Given given, Model model, HttpServletResponse response, Runnable act) {
        supervised(caseNo);
        try {
            act.run();
            return "redirect:/desk/cases/" + caseNo + "#supervision";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(caseNo, given, model);
        }
    }

    private String form(String caseNo, Given given, Model model) {
        CaseFile file = supervised(caseNo);
        model.addAttribute("file", file);
        model.addAttribute("given", given);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute(
                "owners", file.leadJurisdiction().map(supervisions::ownersIn).orElse(null));
        return "supervision/form";
    }

    private CaseFile supervised(String caseNo) {
        return cases.find(caseNo)
                .filter(file -> SupervisionService.maySupervise(Actors.current()))
                .orElseThrow(() -> new NotAllowed("supervision of " + caseNo));
    }
}
