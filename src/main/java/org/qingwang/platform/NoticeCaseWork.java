package org.qingwang.platform;

import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseService.CaseTakenOver;
import org.qingwang.casefile.CaseWork;
import org.qingwang.law.StatutoryClocks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices to platforms whose case changes hands: whoever has the case follows them up, whichever agency that is. */
@Component
class NoticeCaseWork implements CaseWork {

    private static final String RULES = "platform.";

    private final PlatformNotices notices;
    private final NoticeWorkflow workflow;
    private final StatutoryClocks clocks;

    NoticeCaseWork(PlatformNotices notices, NoticeWorkflow workflow, StatutoryClocks clocks) {
        this.notices = notices;
        this.workflow = workflow;
        this.clocks = clocks;
    }

    @Override
    public void moved(String caseNo, Jurisdiction from, Jurisdiction to) {
        notices.setJurisdiction(caseNo, from, to);
    }

    @Override
    public void ended(String caseNo, Jurisdiction from, Jurisdiction to) {
        if (from == null) {
            takeOver(caseNo, to);
        } else {
            notices.setJurisdiction(caseNo, from, to);
        }
    }

    @EventListener
    void takenOver(CaseTakenOver taken) {
        takeOver(taken.caseNo(), taken.lead());
    }

    /** Whoever handed the case back leaves its open notices; tasks, timers and periods stand where they stood. */
    private void takeOver(String caseNo, Jurisdiction to) {
        for (Jurisdiction from : notices.inHandsOf(caseNo)) {
            if (!from.equals(to)) {
                notices.setJurisdiction(caseNo, from, to);
                workflow.moveTo(caseNo, from, to);
                clocks.handOver(caseNo, RULES, from, to);
            }
        }
    }
}
