package org.qingwang.commerce.web;

import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.commerce.AnnulmentService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where an officer of the leading agency says that its decision was annulled or changed; a task asks how. */
@Controller
class AnnulmentPages {

    private final AnnulmentService annulments;
    private final CaseService cases;

    AnnulmentPages(AnnulmentService annulments, CaseService cases) {
        this.annulments = annulments;
        this.cases = cases;
    }

    @PostMapping("/desk/cases/{caseNo}/annulment")
    String begin(@PathVariable String caseNo) {
        CaseFile file = cases.find(caseNo)
                .filter(found -> cases.maySee(Actors.current(), caseNo))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!isOfTheLead(file)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        annulments.begin(caseNo);
        return "redirect:/desk/cases/" + caseNo + "#commerce";
    }

    static boolean isOfTheLead(CaseFile file) {
        return file.leadJurisdiction().filter(Actors.current()::worksFor).isPresent();
    }
}
