package org.qingwang.commerce.web;

import jakarta.servlet.http.HttpServletResponse;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Investigation;
import org.qingwang.commerce.measure.Measure;
import org.qingwang.commerce.measure.MeasureKind;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.portal.PageProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks for registration, sealing or seizure, and shows what came of each. To whom the case is closed, none exists. */
@Controller
class MeasurePages {

    private final MeasureService measures;
    private final CommerceService commerce;
    private final CaseService cases;
    private final StatutoryClocks clocks;
    private final CaseVocabulary vocabulary;
    private final PageProblems problems;

    MeasurePages(
            MeasureService measures,
            CommerceService commerce,
            CaseService cases,
            StatutoryClocks clocks,
            CaseVocabulary vocabulary,
            PageProblems problems) {
        this.measures = measures;
        this.commerce = commerce;
        this.cases = cases;
        this.clocks = clocks;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    @GetMapping("/desk/cases/{caseNo}/measures/new")
    String empty(@PathVariable String caseNo, Model model) {
        requireInvestigator(caseNo);
        return form(caseNo, NewMeasureForm.EMPTY, model);
    }

    @PostMapping("/desk/cases/{caseNo}/measures")
    String request(
            @PathVariable String caseNo,
            @ModelAttribute("form") NewMeasureForm form,
            Model model,
            HttpServletResponse response) {
        requireInvestigator(caseNo);
        try {
            return "redirect:/desk/measures/" + measures.request(caseNo, form.read());
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(caseNo, form, model);
        }
    }

    @GetMapping("/desk/measures/{measureNo}")
    String measure(@PathVariable String measureNo, Model model) {
        Measure measure = measures.find(measureNo)
                .filter(found -> cases.maySee(Actors.current(), found.caseNo()))
                .orElseThrow(() -> new NotAllowed("measure " + measureNo));
        model.addAttribute("measure", measure);
        model.addAttribute(
                "clocks",
                clocks.of(measureNo).stream().filter(StatutoryClock::isOpen).toList());
        model.addAttribute("words", vocabulary.forReader());
        return "commerce/measure";
    }

    private String form(String caseNo, NewMeasureForm form, Model model) {
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("form", form);
        model.addAttribute("kinds", MeasureKind.values());
        return "commerce/new-measure";
    }

    private void requireInvestigator(String caseNo) {
        Investigation investigation = commerce.dossierOf(caseNo)
                .orElseThrow(() -> new NotAllowed("measures in " + caseNo))
                .investigation();
        if (!measures.mayTake(
                Actors.current(),
                investigation.jurisdiction(),
                investigation.stage().name())) {
            throw new NotAllowed("measures in " + caseNo);
        }
    }
}
