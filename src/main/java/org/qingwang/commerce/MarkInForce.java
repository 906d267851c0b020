package org.qingwang.commerce;

import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.rights.RightFinding;
import org.qingwang.rights.RightsService;
import org.springframework.stereotype.Component;

/** Asks the rights register whether the mark of a case stood while it was used. */
@Component
class MarkInForce {

    private final CaseService cases;
    private final RightsService rights;

    MarkInForce(CaseService cases, RightsService rights) {
        this.cases = cases;
        this.rights = rights;
    }

    void refuseUnlessStood(String caseNo, Findings findings, InvestigationChecks checks) {
        String registrationNo = cases.find(caseNo).map(CaseFile::registrationNo).orElse(null);
        RightFinding last = rights.check(registrationNo, findings.conductTo());
        RightFinding first = last.tradeMark()
                .map(mark -> rights.findingOn(mark, findings.conductFrom()))
                .orElse(last);
        checks.markStood(findings, first, last);
    }
}
