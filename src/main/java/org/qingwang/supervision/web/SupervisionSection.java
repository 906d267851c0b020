package org.qingwang.supervision.web;

import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseSection;
import org.qingwang.supervision.Supervision;
import org.qingwang.supervision.SupervisionService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether a case is or was supervised, and for the campaign office the way to do so. A plain case is not asked about. */
@Component
@Order(5)
class SupervisionSection implements CaseSection {

    private final SupervisionService supervisions;

    SupervisionSection(SupervisionService supervisions) {
        this.supervisions = supervisions;
    }

    /** What the fragment shows. */
    record View(List<Supervision> supervisions, boolean maySupervise) {}

    @Override
    public String fragment() {
        return "supervision/case :: casePart";
    }

    /** Whoever reviews a report or answers a request reads it above the form. */
    @Override
    public boolean inSummary() {
        return true;
    }

    @Override
    public Optional<View> of(CaseFile file) {
        boolean may = SupervisionService.maySupervise(Actors.current());
        List<Supervision> known = file.coordinated() ? supervisions.of(file.caseNo()) : List.of();
        boolean mayPut = may && !file.isClosed() && file.leadJurisdiction().isPresent();
        return known.isEmpty() && !mayPut ? Optional.empty() : Optional.of(new View(known, may));
    }
}
