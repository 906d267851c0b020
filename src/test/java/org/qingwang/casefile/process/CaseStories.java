package org.qingwang.casefile.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseService;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.ComplainantType;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.law.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Beginnings of cases for tests: real complaints, each about a seller, listing and mark of its own. */
@Component
public class CaseStories {

    private final ComplaintService complaints;
    private final CaseService cases;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseStories(ComplaintService complaints, CaseService cases, JdbcClient jdbc, Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A case opened for a new complaint at this intake. */
    public String open(String intake) {
        return open(intake, Map.of());
    }

    /**
     * A case opened for a new complaint with these particulars: platform, sellerName, sellerRegion, listing, right, quantity,
     * unitPrice.
     */
    public String open(String intake, Map<String, ?> particulars) {
        return cases.openFor(complain(intake, particulars));
    }

    /** @return the receipt number of a new complaint whose own process is not begun */
    public String complain(String intake, Map<String, ?> particulars) {
        String own = UUID.randomUUID().toString();
        NewComplaint complaint = new NewComplaint(
                WorkingCalendar.dateOf(clock.instant()).minusDays(1),
                Channel.TASKLIST,
                ComplainantType.RIGHTS_HOLDER,
                "Rights holder",
                "holder@example.org",
                given(particulars, "right", "Brand " + own),
                null,
                (String) particulars.get("platform"),
                List.of(given(particulars, "listing", "https://shop.example/" + own)),
                given(particulars, "sellerName", "Seller " + own),
                (String) particulars.get("sellerRegion"),
                "shoes",
                (BigDecimal) particulars.get("quantity"),
                (BigDecimal) particulars.get("unitPrice"),
                null,
                "The shoes carry a counterfeit mark");
        return complaints.register(complaint, Jurisdiction.parse(intake)).receiptNo();
    }

    private static String given(Map<String, ?> particulars, String name, String otherwise) {
        return particulars.containsKey(name) ? (String) particulars.get(name) : otherwise;
    }

    /** @return receipt numbers of those told that this case was closed */
    public List<String> noticesOfClosing(String caseNo) {
        return jdbc.sql("select receipt_no from complaint_notice where event = 'CASE_CLOSED' and about = :case")
                .param("case", caseNo)
                .query(String.class)
                .list();
    }
}
