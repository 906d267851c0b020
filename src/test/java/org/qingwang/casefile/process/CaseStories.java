package org.qingwang.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseService;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.ComplainantType;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.rights.RightsImportService;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Beginnings of cases for tests: real complaints, each about a seller, listing and mark of its own. */
@Component
public class CaseStories {

    private final ComplaintService complaints;
    private final CaseService cases;
    private final RightsImportService register;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseStories(
            ComplaintService complaints,
            CaseService cases,
            RightsImportService register,
            JdbcClient jdbc,
            Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.register = register;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A case opened for a new complaint at this intake. */
    public String open(String intake) {
        return open(intake, Map.of());
    }

    /**
     * A case opened for a new complaint with these particulars: platform, sellerName, sellerRegion, listing, right,
     * registrationNo, quantity, unitPrice.
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
                (String) particulars.get("registrationNo"),
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

    /** @return the number of a mark that the register now knows to stand on these days */
    public String mark(LocalDate registered, LocalDate expires) {
        String number = String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000, 999_999_999));
        String file = "office,registrationNo,mark,status,statusDate,registered,expires\nCN," + number + ",晨光,已注册,"
                + registered + "," + registered + "," + expires + "\n";
        assertThat(register.importFile(new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)))
                        .refusals())
                .isEmpty();
        return number;
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
