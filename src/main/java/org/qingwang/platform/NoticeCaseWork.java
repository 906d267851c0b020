package org.qingwang.platform;

import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseWork;
import org.springframework.stereotype.Component;

/** Notices to platforms whose case changes hands: whoever has the case follows them up, whichever agency that is. */
@Component
class NoticeCaseWork implements CaseWork {

    private final PlatformNotices notices;

    NoticeCaseWork(PlatformNotices notices) {
        this.notices = notices;
    }

    @Override
    public void moved(String caseNo, Jurisdiction from, Jurisdiction to) {
        notices.setJurisdiction(caseNo, from, to);
    }

    @Override
    public void ended(String caseNo, Jurisdiction from, Jurisdiction to) {
        if (from != null) {
            notices.setJurisdiction(caseNo, from, to);
        }
    }
}
