package org.qingwang.cooperation.web;

import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseSection;
import org.qingwang.casefile.HandOverService;
import org.qingwang.cooperation.Assistance;
import org.qingwang.cooperation.AssistanceService;
import org.qingwang.cooperation.CompetenceDispute;
import org.qingwang.cooperation.CompetenceDisputeService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was asked of other agencies, and who was found competent. Of a plain case nothing is read. */
@Component
@Order(6)
class CooperationSection implements CaseSection {

    private final AssistanceService assistances;
    private final CompetenceDisputeService disputes;

    CooperationSection(AssistanceService assistances, CompetenceDisputeService disputes) {
        this.assistances = assistances;
        this.disputes = disputes;
    }

    /** What the fragment shows. */
    record View(List<Assistance> assistances, List<CompetenceDispute> disputes, boolean mayChange) {}

    @Override
    public String fragment() {
        return "cooperation/case :: casePart";
    }

    /** Whoever reviews a report or answers a request reads it above the form. */
    @Override
    public boolean inSummary() {
        return true;
    }

    @Override
    public Optional<View> of(CaseFile file) {
        Actor reader = Actors.current();
        boolean mayChange = AssistanceService.mayAsk(reader, file) || HandOverService.mayHandOver(reader, file);
        if (!file.coordinated()) {
            return mayChange ? Optional.of(new View(List.of(), List.of(), true)) : Optional.empty();
        }
        return Optional.of(new View(assistances.of(file.caseNo()), disputes.of(file.caseNo()), mayChange));
    }
}
