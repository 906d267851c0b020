package org.qingwang.casefile.web;

import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseLead;
import org.qingwang.casefile.CaseLeads;
import org.qingwang.casefile.CaseSection;
import org.qingwang.casefile.CaseService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads that the case gave to others and took from them. */
@Component
@Order(5)
class LeadsSection implements CaseSection {

    private final CaseLeads leads;
    private final CaseService cases;

    LeadsSection(CaseLeads leads, CaseService cases) {
        this.leads = leads;
        this.cases = cases;
    }

    /**
     * A lead as the page of one of its two cases shows it.
     *
     * @param given whether this case gave it
     * @param otherCase the case at its other end
     * @param open whether the reader may open that case
     */
    record LeadView(CaseLead lead, boolean given, String otherCase, boolean open) {}

    @Override
    public String fragment() {
        return "casefile/leads :: casePart";
    }

    @Override
    public boolean inSummary() {
        return true;
    }

    @Override
    public Optional<List<LeadView>> of(CaseFile file) {
        List<LeadView> views =
                leads.of(file).stream().map(lead -> view(file.caseNo(), lead)).toList();
        return views.isEmpty() ? Optional.empty() : Optional.of(views);
    }

    private LeadView view(String caseNo, CaseLead lead) {
        boolean given = lead.fromCase().equals(caseNo);
        String other = given ? lead.toCase() : lead.fromCase();
        return new LeadView(lead, given, other, cases.maySee(Actors.current(), other));
    }
}
