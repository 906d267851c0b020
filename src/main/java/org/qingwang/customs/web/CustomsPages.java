package org.qingwang.customs.web;

import org.qingwang.agency.Actors;
import org.qingwang.agency.PlaceNames;
import org.qingwang.casefile.CaseService;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Dossier;
import org.qingwang.customs.Route;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The written notice to a holder. Who may not see the case does not find it. */
@Controller
@RequestMapping("/desk/cases/{caseNo}/customs")
class CustomsPages {

    private final CustomsService customs;
    private final CaseService cases;
    private final PlaceNames places;

    CustomsPages(CustomsService customs, CaseService cases, PlaceNames places) {
        this.customs = customs;
        this.cases = cases;
        this.places = places;
    }

    @GetMapping("/notice")
    String notice(@PathVariable String caseNo, Model model) {
        requireVisible(caseNo);
        Dossier dossier = customs.dossierOf(caseNo)
                .filter(known ->
                        known.examination() != null && known.examination().route() == Route.EX_OFFICIO)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("dossier", dossier);
        model.addAttribute("from", places.jurisdiction(dossier.detention().jurisdiction()));
        return "customs/notice";
    }

    private void requireVisible(String caseNo) {
        if (!cases.maySee(Actors.current(), caseNo)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
