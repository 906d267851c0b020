package org.qingwang.publicsecurity.web;

import jakarta.servlet.http.HttpServletResponse;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.common.BadInput;
import org.qingwang.portal.PageProblems;
import org.qingwang.publicsecurity.ReferralService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where an officer of the leading agency begins to refer a case to the police. */
@Controller
@RequestMapping("/desk/cases/{caseNo}/refer")
class ReferralPages {

    private final ReferralService referrals;
    private final CaseService cases;
    private final PageProblems problems;

    ReferralPages(ReferralService referrals, CaseService cases, PageProblems problems) {
        this.referrals = referrals;
        this.cases = cases;
        this.problems = problems;
    }

    @GetMapping
    String form(@PathVariable String caseNo, Model model) {
        visible(caseNo);
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("reason", "");
        return "publicsecurity/begin";
    }

    @PostMapping
    String begin(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        CaseFile file = visible(caseNo);
        try {
            refuseUnlessReferrer(file, reason);
            referrals.open(caseNo, reason.strip());
            return "redirect:/desk/cases/" + caseNo + "#referral";
        } catch (BadInput input) {
            problems.show(input, model, response);
            model.addAttribute("caseNo", caseNo);
            model.addAttribute("reason", reason);
            return "publicsecurity/begin";
        }
    }

    private static void refuseUnlessReferrer(CaseFile file, String reason) {
        boolean stranger = file.leadJurisdiction()
                .filter(lead -> !Actors.current().worksFor(lead))
                .isPresent();
        if (stranger) {
            throw new BadInput("", "publicsecurity.not-yours", file.caseNo());
        }
        if (reason.isBlank()) {
            throw new BadInput("reason", "publicsecurity.reason-missing");
        }
    }

    private CaseFile visible(String caseNo) {
        return cases.find(caseNo)
                .filter(file -> cases.maySee(Actors.current(), caseNo))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
