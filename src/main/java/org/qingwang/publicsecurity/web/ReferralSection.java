package org.qingwang.publicsecurity.web;

import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseReferral;
import org.qingwang.casefile.CaseSection;
import org.qingwang.publicsecurity.Assessment;
import org.qingwang.publicsecurity.ReferralFile;
import org.qingwang.publicsecurity.ReferralService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What went to the police and came back, on the case page and in the summary inside a task's form. */
@Component
@Order(30)
class ReferralSection implements CaseSection {

    private final ReferralService referrals;

    ReferralSection(ReferralService referrals) {
        this.referrals = referrals;
    }

    /**
     * What the fragment shows.
     *
     * @param mayBegin whether the reader may refer the case now
     */
    record View(String caseNo, List<FileView> files, boolean mayBegin) {}

    /** A referral with what the calculator says of its report; null before it was written. */
    record FileView(ReferralFile file, Assessment assessment) {}

    @Override
    public String fragment() {
        return "publicsecurity/case :: casePart";
    }

    @Override
    public boolean inSummary() {
        return true;
    }

    @Override
    public Optional<View> of(CaseFile file) {
        List<FileView> files = file.referral() == CaseReferral.NONE
                ? List.of()
                : referrals.of(file.caseNo()).stream().map(this::view).toList();
        boolean mayBegin = mayRefer(file);
        return files.isEmpty() && !mayBegin ? Optional.empty() : Optional.of(new View(file.caseNo(), files, mayBegin));
    }

    private FileView view(ReferralFile file) {
        return new FileView(
                file,
                file.report() == null
                        ? null
                        : referrals.assessmentOf(file.report().report()));
    }

    static boolean mayRefer(CaseFile file) {
        return !file.isClosed()
                && !file.referral().isUnderWay()
                && file.leadJurisdiction()
                        .filter(lead -> lead.agency() != Agency.PUBLIC_SECURITY)
                        .filter(Actors.current()::worksFor)
                        .isPresent();
    }
}
