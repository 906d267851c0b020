package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.with;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseLead;
import org.qingwang.casefile.CaseLeads;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, an innocent seller goes home and nobody looks at who sold the counterfeits to it. */
@QingwangTest
class SupplierLeadTest {

    @Autowired
    Investigator investigator;

    @Autowired
    CaseService cases;

    @Autowired
    CaseLeads leads;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    OpenSupplierLead openSupplierLead;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String supplier = "Wholesale " + UUID.randomUUID();

    @Test
    void theSuppliersProvinceGetsACaseOfItsOwnAndTwiceGivesNoSecond() throws Exception {
        String caseNo = stopped(supplier);
        CaseLead lead = only(caseNo);
        CaseFile opened = cases.find(lead.toCase()).orElseThrow();
        assertThat(lead.opened()).isTrue();
        assertThat(opened.sellerName()).isEqualTo(supplier);
        assertThat(opened.sellerRegion()).isEqualTo("440000");
        assertThat(opened.rightName())
                .isEqualTo(cases.find(caseNo).orElseThrow().rightName());
        assertThat(investigator.task(lead.toCase(), "Task_ConfirmAssignment").getTenantId())
                .isEqualTo("commerce-440000");
        assertThat(cases.maySee(SignIn.officer("commerce-440000"), lead.toCase()))
                .isTrue();
        assertThat(cases.maySee(SignIn.officer("customs-440000"), lead.toCase()))
                .isFalse();

        int before = timeline.of(caseNo).size();
        DelegateExecution execution = Step.with("caseNo", caseNo);
        openSupplierLead.execute(execution);
        openSupplierLead.execute(execution);
        assertThat(only(caseNo)).isEqualTo(lead);
        assertThat(timeline.of(caseNo)).hasSize(before);
    }

    @Test
    void bothCasesNameEachOther() {
        String caseNo = stopped(supplier);
        String opened = only(caseNo).toCase();
        assertThat(leads.of(cases.find(opened).orElseThrow())).containsExactly(only(caseNo));
        assertThat(timeline.of(caseNo))
                .anyMatch(event -> event.messageKey().equals("casefile.event.lead-given")
                        && event.arguments().equals(List.of(opened, supplier)));
        assertThat(timeline.of(opened))
                .anyMatch(event -> event.messageKey().equals("casefile.event.opened-by-lead")
                        && event.arguments().equals(List.of(caseNo)));
    }

    @Test
    void bothPagesShowTheLeadAndLinkOnlyToWhatTheReaderMaySee() {
        String caseNo = stopped(supplier);
        String opened = only(caseNo).toCase();
        assertThat(page("commerce-zj", caseNo)).contains("given by this case", opened, supplier);
        assertThat(page("commerce-zj", caseNo))
                .as("Guangdong's case is not Zhejiang's to open")
                .doesNotContain("/desk/cases/" + opened + "\"");
        assertThat(page("commerce-gd", opened)).contains("given to this case", caseNo, supplier);
        assertThat(page("supervisor", caseNo)).contains("/desk/cases/" + opened + "\"");
    }

    private String page(String account, String caseNo) {
        return HttpUser.signedIn(port, account).get("/desk/cases/" + caseNo).body();
    }

    @Test
    void aSupplierUnderInvestigationForTheSameMarkGetsNoSecondCase() {
        String mark = "Brand " + UUID.randomUUID();
        String known = investigator.assigned(Map.of("sellerName", supplier, "right", mark));
        String caseNo = reviewed(Map.of("sellerRegion", "330100", "right", mark), supplier);
        stop(caseNo);
        assertThat(only(caseNo).toCase()).isEqualTo(known);
        assertThat(only(caseNo).opened()).isFalse();
        assertThat(timeline.of(known)).anyMatch(event -> event.messageKey().equals("casefile.event.lead-taken"));
    }

    @Test
    void aFormFilledInBeforeTheRegionWasAskedKeepsTheLeadAtHome() {
        String caseNo = reviewed(Map.of("sellerRegion", "330100"), supplier);
        jdbc.sql("update commerce_findings set source_region = null where investigation_id ="
                        + " (select id from commerce_investigation where case_no = :case)")
                .param("case", caseNo)
                .update();
        stop(caseNo);
        assertThat(cases.find(only(caseNo).toCase()).orElseThrow().intake())
                .isEqualTo(Jurisdiction.parse("commerce-330000"));
    }

    private String stopped(String sourceName) {
        String caseNo = reviewed(Map.of("sellerRegion", "330100"), sourceName);
        stop(caseNo);
        return caseNo;
    }

    private String reviewed(Map<String, ?> particulars, String sourceName) {
        String caseNo = investigator.filed(investigator.assigned(particulars));
        return investigator.reviewed(caseNo, with(investigator.innocentFindings(), "sourceName", sourceName));
    }

    private void stop(String caseNo) {
        investigator.submit(caseNo, "Task_Decide", HEAD, investigator.decision("STOP_ONLY"));
    }

    private CaseLead only(String caseNo) {
        List<CaseLead> all = leads.of(cases.find(caseNo).orElseThrow());
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
