package org.qingwang.customs;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseWork;
import org.qingwang.law.StatutoryClocks;
import org.springframework.stereotype.Component;

/** A detention whose case changes hands. */
@Component
class CustomsCaseWork implements CaseWork {

    /** Before customs holds any goods. */
    private static final Set<Stage> NOTHING_DETAINED =
            Set.of(Stage.EXAMINATION, Stage.APPLICATION, Stage.NOTICE, Stage.ANSWER, Stage.DETENTION);

    private final Detentions detentions;
    private final StatutoryClocks clocks;
    private final Clock time;

    CustomsCaseWork(Detentions detentions, StatutoryClocks clocks, Clock time) {
        this.detentions = detentions;
        this.clocks = clocks;
        this.time = time;
    }

    @Override
    public void moved(String caseNo, Jurisdiction from, Jurisdiction to) {
        open(caseNo)
                .filter(open -> open.jurisdiction().equals(from))
                .ifPresent(open -> detentions.setJurisdiction(open.id(), to));
    }

    @Override
    public boolean mustStay(String caseNo) {
        return open(caseNo)
                .filter(open -> !NOTHING_DETAINED.contains(open.stage()))
                .isPresent();
    }

    @Override
    public void ended(String caseNo, Jurisdiction from, Jurisdiction to) {
        end(caseNo, "Case given to another agency · 案件已移交其他单位");
    }

    @Override
    public void joined(String caseNo, String into) {
        end(caseNo, "Case joined to another · 案件已并案");
    }

    private void end(String caseNo, String reason) {
        clocks.stopAll(caseNo, "customs.", reason);
        open(caseNo).ifPresent(open -> detentions.close(open.id(), time.instant()));
    }

    private Optional<Detention> open(String caseNo) {
        return detentions.lock(caseNo).filter(found -> found.closedAt() == null);
    }
}
