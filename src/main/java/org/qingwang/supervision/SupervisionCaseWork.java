package org.qingwang.supervision;

import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseService.SupervisedCaseAssigned;
import org.qingwang.casefile.CaseWork;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A supervised case that changes hands stays supervised; its new agency has to say who answers for it. */
@Component
class SupervisionCaseWork implements CaseWork {

    private final Supervisions supervisions;
    private final SupervisionWorkflow workflow;

    SupervisionCaseWork(Supervisions supervisions, SupervisionWorkflow workflow) {
        this.supervisions = supervisions;
        this.workflow = workflow;
    }

    @Override
    public void moved(String caseNo, Jurisdiction from, Jurisdiction to) {
        follow(caseNo, to);
    }

    @Override
    public void ended(String caseNo, Jurisdiction from, Jurisdiction to) {
        follow(caseNo, to);
    }

    @EventListener
    void assignedAnew(SupervisedCaseAssigned assigned) {
        follow(assigned.caseNo(), assigned.lead());
    }

    private void follow(String caseNo, Jurisdiction to) {
        supervisions
                .open(caseNo)
                .filter(supervision -> !supervision.jurisdiction().equals(to))
                .ifPresent(supervision -> {
                    supervisions.moveTo(supervision.supervisionNo(), to);
                    workflow.moveTo(supervision, to);
                });
    }
}
