package org.qingwang.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.casefile.CaseAgency;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseJoiningService;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.HandOverService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.cooperation.AssistanceService;
import org.qingwang.cooperation.CompetenceDisputeService;
import org.qingwang.portal.PageProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where whoever has a case asks others to assist, gives it to somebody else, or disputes who is competent. */
@Controller
@RequestMapping("/desk/cases/{caseNo}/cooperation")
class CooperationPages {

    private final AssistanceService assistances;
    private final CompetenceDisputeService disputes;
    private final HandOverService handOvers;
    private final CaseJoiningService joining;
    private final CaseService cases;
    private final AgencyService agencies;
    private final CaseVocabulary vocabulary;
    private final PageProblems problems;

    CooperationPages(
            AssistanceService assistances,
            CompetenceDisputeService disputes,
            HandOverService handOvers,
            CaseJoiningService joining,
            CaseService cases,
            AgencyService agencies,
            CaseVocabulary vocabulary,
            PageProblems problems) {
        this.assistances = assistances;
        this.disputes = disputes;
        this.handOvers = handOvers;
        this.joining = joining;
        this.cases = cases;
        this.agencies = agencies;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    @GetMapping
    String page(@PathVariable String caseNo, Model model) {
        CaseFile file = concerned(caseNo);
        Actor actor = Actors.current();
        model.addAttribute("file", file);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("jurisdictions", agencies.jurisdictions());
        model.addAttribute("assisting", assisting(caseNo));
        model.addAttribute("mayAsk", AssistanceService.mayAsk(actor, file));
        model.addAttribute("mayHandOver", HandOverService.mayHandOver(actor, file));
        model.addAttribute("mayDispute", CompetenceDisputeService.mayDispute(actor, file));
        model.addAttribute(
                "officers", file.leadJurisdiction().map(agencies::officersOf).orElse(List.of()));
        return "cooperation/form";
    }

    @PostMapping("/assistance")
    String ask(@PathVariable String caseNo, CooperationForm form, Model model, HttpServletResponse response) {
        return done(
                caseNo,
                model,
                response,
                () -> assistances.ask(caseNo, form.jurisdictionAsked(), form.request(), form.days()));
    }

    @PostMapping("/assistance/end")
    String end(@PathVariable String caseNo, CooperationForm form, Model model, HttpServletResponse response) {
        return done(
                caseNo, model, response, () -> assistances.end(caseNo, form.jurisdictionAssisting(), form.reason()));
    }

    @PostMapping("/officer")
    String toOfficer(@PathVariable String caseNo, CooperationForm form, Model model, HttpServletResponse response) {
        return done(caseNo, model, response, () -> handOvers.toOfficer(caseNo, form.officerId(), form.reason()));
    }

    @PostMapping("/agency")
    String toAgency(@PathVariable String caseNo, CooperationForm form, Model model, HttpServletResponse response) {
        return done(caseNo, model, response, () -> handOvers.toAgency(caseNo, form.jurisdictionTo(), form.reason()));
    }

    @PostMapping("/competence")
    String dispute(@PathVariable String caseNo, CooperationForm form, Model model, HttpServletResponse response) {
        return done(caseNo, model, response, () -> disputes.sameAct(caseNo, form.otherCaseNo(), form.reason()));
    }

    @PostMapping("/joining")
    String join(@PathVariable String caseNo, CooperationForm form, Model model, HttpServletResponse response) {
        return done(caseNo, model, response, () -> joining.join(caseNo, form.otherCaseNo(), form.reason()));
    }

    private String done(String caseNo, Model model, HttpServletResponse response, Runnable act) {
        concerned(caseNo);
        try {
            act.run();
            return "redirect:/desk/cases/" + caseNo + "#cooperation";
        } catch (BadInput input) {
            problems.show(input, model, response);
            return page(caseNo, model);
        }
    }

    private List<CaseAgency> assisting(String caseNo) {
        return cases.agenciesOf(caseNo).stream()
                .filter(agency -> agency.isCurrent() && agency.role() == CaseAgency.Role.ASSISTING)
                .toList();
    }

    private CaseFile concerned(String caseNo) {
        Actor actor = Actors.current();
        return cases.find(caseNo)
                .filter(file -> cases.maySee(actor, caseNo))
                .filter(file -> file.leadJurisdiction()
                        .filter(lead -> actor.seesEverything() || actor.worksFor(lead))
                        .isPresent())
                .orElseThrow(() -> new NotAllowed("cooperation in " + caseNo));
    }
}
