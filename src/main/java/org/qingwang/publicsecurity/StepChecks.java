package org.qingwang.publicsecurity;

import static org.qingwang.publicsecurity.CrimeChecks.refuse;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.qingwang.agency.Agency;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseFile;
import org.qingwang.common.BadInput;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/** What no single field of a referral's forms can tell. Each refusal is one sentence with the remedy. */
@Component
class StepChecks {

    private static final Set<PackPart> NEEDED = EnumSet.of(PackPart.LETTER, PackPart.REPORT, PackPart.ARTICLES);

    private final AgencyService agencies;

    StepChecks(AgencyService agencies) {
        this.agencies = agencies;
    }

    /** @return who refers: the agency that leads the case */
    Jurisdiction referrerOf(CaseFile file) {
        refuse(file.isClosed(), "caseNo", "publicsecurity.case-closed", file.caseNo());
        Jurisdiction lead = file.leadJurisdiction()
                .orElseThrow(() -> new BadInput("caseNo", "publicsecurity.nobody-leads", file.caseNo()));
        refuse(lead.agency() == Agency.PUBLIC_SECURITY, "caseNo", "publicsecurity.police-lead-already", file.caseNo());
        return lead;
    }

    void report(Referral referral, Report report, LocalDate today) {
        notInFuture(report.reportedOn(), today);
        notBefore(report.reportedOn(), WorkingCalendar.dateOf(referral.openedAt()));
        refuse(
                report.firstOfficer()
                        .strip()
                        .equalsIgnoreCase(report.secondOfficer().strip()),
                "secondOfficer",
                "publicsecurity.two-officers",
                report.secondOfficer());
    }

    void mustBeReferred(Assessment assessment) {
        refuse(!assessment.mustBeReferred(), "suspicion", "publicsecurity.nothing-to-refer");
    }

    void step(Referral referral, Step step, List<ReferralFile.Taken> before, Report report, LocalDate today) {
        notInFuture(step.on(), today);
        LocalDate earliest = before.isEmpty()
                ? report.reportedOn()
                : before.get(before.size() - 1).step().on();
        notBefore(step.on(), earliest);
        if (step.answer() == Answer.TRANSFERRED) {
            pack(step);
        }
        if (step.answer() == Answer.PASSED_ON) {
            target(referral, step.target(), before);
        }
    }

    private static void pack(Step step) {
        Set<PackPart> missing = EnumSet.copyOf(NEEDED);
        step.parts().forEach(missing::remove);
        refuse(!missing.isEmpty(), "parts", "publicsecurity.pack-incomplete");
        boolean all = step.parts().size() == PackPart.values().length;
        refuse(!all && isBlank(step.reason()), "reason", "publicsecurity.why-no-appraisal");
    }

    private void target(Referral referral, Jurisdiction target, List<ReferralFile.Taken> before) {
        refuse(!agencies.jurisdictions().contains(target), "target", "publicsecurity.no-such-police", target.id());
        boolean hadIt = target.equals(referral.police())
                || before.stream().anyMatch(taken -> taken.jurisdiction().equals(target.id()));
        refuse(hadIt, "target", "publicsecurity.had-it-already", target.id());
    }

    private static void notBefore(LocalDate day, LocalDate earliest) {
        refuse(day.isBefore(earliest), "on", "publicsecurity.before-the-step-before", day, earliest);
    }

    private static void notInFuture(LocalDate day, LocalDate today) {
        refuse(day.isAfter(today), "on", "publicsecurity.date-in-future", day, today);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
