package org.qingwang.commerce;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseWork;
import org.qingwang.law.StatutoryClocks;
import org.springframework.stereotype.Component;

/** An investigation whose case changes hands. */
@Component
class CommerceCaseWork implements CaseWork {

    private final Investigations investigations;
    private final StatutoryClocks clocks;
    private final Clock time;

    CommerceCaseWork(Investigations investigations, StatutoryClocks clocks, Clock time) {
        this.investigations = investigations;
        this.clocks = clocks;
        this.time = time;
    }

    @Override
    public void moved(String caseNo, Jurisdiction from, Jurisdiction to) {
        open(caseNo)
                .filter(open -> open.jurisdiction().equals(from))
                .ifPresent(open -> investigations.setJurisdiction(open.id(), to));
    }

    @Override
    public boolean mustStay(String caseNo) {
        return open(caseNo)
                .filter(open -> open.stage() == Stage.SERVICE || open.stage() == Stage.EXECUTION)
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
        clocks.stopAll(caseNo, "commerce.", reason);
        open(caseNo).ifPresent(open -> investigations.close(open.id(), time.instant()));
    }

    @Override
    public Optional<LocalDate> filedOn(String caseNo) {
        return investigations
                .find(caseNo)
                .filter(found -> found.closedAt() == null)
                .map(Investigation::filedOn);
    }

    private Optional<Investigation> open(String caseNo) {
        return investigations.lock(caseNo).filter(found -> found.closedAt() == null);
    }
}
