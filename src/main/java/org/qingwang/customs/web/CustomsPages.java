package org.qingwang.customs.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.qingwang.agency.Actors;
import org.qingwang.agency.PlaceNames;
import org.qingwang.casefile.CaseService;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Dossier;
import org.qingwang.customs.HolderLetter;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The letters to a holder, to print. Who may not see the case does not find them. */
@Controller
class CustomsPages {

    private final CustomsService customs;
    private final CaseService cases;
    private final StatutoryClocks clocks;
    private final PlaceNames places;

    CustomsPages(CustomsService customs, CaseService cases, StatutoryClocks clocks, PlaceNames places) {
        this.customs = customs;
        this.cases = cases;
        this.clocks = clocks;
        this.places = places;
    }

    @GetMapping("/desk/cases/{caseNo}/customs/letters/{letter}")
    String letter(@PathVariable String caseNo, @PathVariable("letter") String name, Model model) {
        HolderLetter letter = named(name);
        Dossier dossier = visible(caseNo);
        if (!letter.isDue(dossier)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("letter", letter.name());
        model.addAttribute("dossier", dossier);
        model.addAttribute("confiscation", dossier.confiscation().orElse(null));
        model.addAttribute("given", dossier.security().orElse(null));
        model.addAttribute("lastDays", lastDays(caseNo));
        model.addAttribute("from", places.jurisdiction(dossier.detention().jurisdiction()));
        return "customs/letter";
    }

    private static HolderLetter named(String name) {
        return Arrays.stream(HolderLetter.values())
                .filter(letter -> letter.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** By rule; of a period that began anew the newest counts. */
    private Map<String, LocalDate> lastDays(String caseNo) {
        return clocks.of(caseNo).stream()
                .filter(clock -> clock.dueAt() != null)
                .collect(Collectors.toMap(
                        clock -> clock.rule().id(),
                        clock -> WorkingCalendar.dateOf(clock.dueAt()),
                        (one, other) -> one.isAfter(other) ? one : other));
    }

    private Dossier visible(String caseNo) {
        return customs.dossierOf(caseNo)
                .filter(dossier -> cases.maySee(Actors.current(), caseNo))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
