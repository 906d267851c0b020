package org.qingwang.publicsecurity;

import java.util.List;
import org.qingwang.law.LawUses;
import org.qingwang.law.Resting;
import org.springframework.stereotype.Component;

/** Which thresholds of crimes reports to the head rest on. */
@Component
class CrimeUses implements LawUses {

    private final ReferralReports reports;

    CrimeUses(ReferralReports reports) {
        this.reports = reports;
    }

    @Override
    public List<Resting> resting() {
        return reports.byRule();
    }
}
