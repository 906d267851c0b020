package org.qingwang.commerce;

import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseLeads;
import org.qingwang.casefile.NewLead;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the market regulation at a supplier's place of the goods an innocent seller had from there. */
@Service
public class SupplierLeads {

    private final CommerceService commerce;
    private final CaseLeads leads;

    SupplierLeads(CommerceService commerce, CaseLeads leads) {
        this.commerce = commerce;
        this.leads = leads;
    }

    /**
     * Gives the lead on the supplier whom the newest findings name. Twice gives no second lead.
     *
     * @return the case the lead opened or came to
     */
    @Transactional
    public String give(String caseNo) {
        Dossier dossier = commerce.dossierOf(caseNo).orElseThrow();
        Findings.Source source = dossier.latest().orElseThrow().findings().source();
        Jurisdiction own = dossier.investigation().jurisdiction();
        Jurisdiction competent =
                source.region() == null ? own : new Jurisdiction(Agency.COMMERCE, provinceOf(source.region()));
        return leads.give(caseNo, new NewLead(source.name(), source.region(), competent, reason(source)));
    }

    /** Agencies work by province; a place in one is its province's. */
    private static String provinceOf(String region) {
        return region.substring(0, 2) + "0000";
    }

    private static String reason(Findings.Source source) {
        return source.address() + "; " + source.proof();
    }
}
