package org.qingwang.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads that one case gives to another: on who supplied the goods. A lead opens a case of its own, for the agency of its
 * place, unless one about the same seller and mark is open; then it goes there.
 */
@Service
@Transactional
public class CaseLeads {

    private static final int CANDIDATES = 10;

    private final Cases cases;
    private final CaseService service;
    private final CaseAgencies agencies;
    private final CaseLeadRows leads;
    private final CaseMatches matches;
    private final CaseWorkflow workflow;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock clock;

    CaseLeads(
            Cases cases,
            CaseService service,
            CaseAgencies agencies,
            CaseLeadRows leads,
            CaseMatches matches,
            CaseWorkflow workflow,
            CaseTimeline timeline,
            AuditLog audit,
            Clock clock) {
        this.cases = cases;
        this.service = service;
        this.agencies = agencies;
        this.leads = leads;
        this.matches = matches;
        this.workflow = workflow;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a lead on, once for each seller.
     *
     * @return the case it opened or came to
     */
    public String give(String fromCase, NewLead lead) {
        SellerName seller = SellerName.of(lead.sellerName());
        CaseFile from = cases.lock(fromCase).orElseThrow();
        Optional<String> known = leads.targetOf(fromCase, seller.key());
        if (known.isPresent()) {
            return known.get();
        }
        cases.lockSeller(seller.key());
        Optional<String> open = openCaseAbout(seller, from);
        String toCase = open.orElseGet(() -> open(from, lead));
        link(new CaseLead(fromCase, toCase, lead.sellerName(), open.isEmpty(), clock.instant(), lead.reason()), seller);
        return toCase;
    }

    /** @return leads the case gave and took, the first given first; without asking if it has none */
    @Transactional(readOnly = true)
    public List<CaseLead> of(CaseFile file) {
        return file.linked() ? leads.of(file.caseNo()) : List.of();
    }

    private Optional<String> openCaseAbout(SellerName seller, CaseFile from) {
        List<String> marks = MarkKeys.of(from.registrationNo(), from.rightName());
        return matches.withSeller(seller.key(), "", marks, CANDIDATES).stream()
                .filter(match -> match.reason() == LikelyMatch.Reason.SAME_SELLER_AND_MARK)
                .map(LikelyMatch::caseNo)
                .filter(caseNo -> !caseNo.equals(from.caseNo()))
                .findFirst();
    }

    private String open(CaseFile from, NewLead lead) {
        Instant now = clock.instant();
        String caseNo = service.newNumber(lead.to(), now);
        ComplaintFacts facts = new ComplaintFacts(
                null,
                lead.to(),
                lead.sellerName(),
                lead.sellerRegion(),
                null,
                List.of(),
                from.rightName(),
                from.registrationNo(),
                from.goods(),
                null);
        cases.open(caseNo, facts, now);
        cases.addParty(caseNo, facts);
        cases.addSearchTerms(
                caseNo,
                SearchTerms.of(Arrays.asList(caseNo, lead.sellerName(), from.rightName(), from.registrationNo())));
        agencies.refreshReaders(caseNo, List.of(lead.to()));
        timeline.happened(caseNo, "casefile.event.opened-by-lead", from.caseNo());
        audit.record(AuditEntry.of(
                "case.opened",
                "case",
                caseNo,
                Map.of("fromCase", from.caseNo(), "intake", lead.to().id())));
        workflow.begin(caseNo, lead.to());
        return caseNo;
    }

    private void link(CaseLead lead, SellerName seller) {
        leads.add(lead, seller.key(), Actors.current().userId());
        if (!lead.opened()) {
            timeline.happened(lead.toCase(), "casefile.event.lead-taken", lead.fromCase(), lead.sellerName());
        }
        timeline.happened(lead.fromCase(), "casefile.event.lead-given", lead.toCase(), lead.sellerName());
        audit.record(AuditEntry.of(
                        "case.lead-given",
                        "case",
                        lead.fromCase(),
                        Map.of("toCase", lead.toCase(), "seller", lead.sellerName()))
                .withReason(lead.reason()));
    }
}
