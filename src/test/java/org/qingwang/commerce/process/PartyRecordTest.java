package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Dossier;
import org.qingwang.common.BadInput;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, a seller is fined twice for one act, or comes back within five years as if for the first time. */
@QingwangTest
class PartyRecordTest {

    @Autowired
    Investigator investigator;

    @Autowired
    CaseStories stories;

    @Autowired
    CaseService cases;

    @Autowired
    CommerceService commerce;

    @LocalServerPort
    int port;

    private final String seller = "Seller " + UUID.randomUUID();
    private final String mark = "Brand " + UUID.randomUUID();

    @Test
    void whoInfringedBeforeInFiveYearsIsPunishedMoreHeavilyWhetherTheOfficerKnewOrNot() {
        String first = penalised();
        String second = reviewed(later());
        Dossier.Round round = commerce.dossierOf(second).orElseThrow().latest().orElseThrow();
        assertThat(round.history().repeats()).singleElement().asString().contains(first, "ZJ-CF-1", "160,000");
        assertThat(round.history().sameAct()).isEmpty();
        // 70 % of 5 x 80,000
        assertThat(round.range().heavierFrom()).isEqualTo("280000.00");
        assertThat(page(second)).contains("Penalties of this seller in five years", first);
        refused(second, "commerce.lighter-needs-reason", investigator.penalty());
        investigator.submit(
                second,
                "Task_Decide",
                HEAD,
                with(investigator.penalty(), "lighterReason", "Another shop of the same name"));
    }

    @Test
    void anActFinedInOneCaseIsNotFinedInAnother() {
        String first = penalised();
        String second = reviewed(investigator.findings());
        Dossier.Round round = commerce.dossierOf(second).orElseThrow().latest().orElseThrow();
        assertThat(round.history().sameAct()).singleElement().asString().contains(first);
        assertThat(round.history().repeats()).as("the same act repeats nothing").isEmpty();
        assertThat(page(second)).contains("The same act was fined already", first);
        refused(second, "commerce.fined-already", investigator.penalty());
        investigator.submit(second, "Task_Decide", HEAD, with(investigator.penalty(), "fine", "0"));
        assertThat(commerce.dossierOf(second)
                        .orElseThrow()
                        .decision()
                        .decision()
                        .payable())
                .as("gains are confiscated all the same")
                .isEqualByComparingTo("8000.50");
    }

    @Test
    void theHeadMaySayWhyItIsAnotherAct() {
        penalised();
        String second = reviewed(investigator.findings());
        investigator.submit(
                second,
                "Task_Decide",
                HEAD,
                with(investigator.penalty(), "anotherAct", "Other goods, another warehouse"));
        assertThat(commerce.dossierOf(second)
                        .orElseThrow()
                        .decision()
                        .decision()
                        .oneFine()
                        .anotherAct())
                .isEqualTo("Other goods, another warehouse");
    }

    @Test
    void aFineOfAnotherAgencyForTheSameListingCountsToo() {
        String listing = "https://shop.example/" + UUID.randomUUID();
        String other = stories.open("customs-330000", Map.of("sellerName", seller, "right", mark, "listing", listing));
        cases.recordOutcome(
                other,
                new CaseResult(
                        CaseOutcome.CONFISCATED,
                        "Fined at the border",
                        null,
                        new BigDecimal("5000"),
                        null,
                        null,
                        null));
        cases.close(other);
        String caseNo = investigator.reviewed(
                investigator.filed(investigator.assigned(
                        Map.of("sellerRegion", "330100", "sellerName", seller, "right", mark, "listing", listing))),
                investigator.findings());
        refused(caseNo, "commerce.fined-already", investigator.penalty());
    }

    @Test
    void aFineFromOutsideIsNamedAndRulesOutAnotherOne() {
        String caseNo = reviewed(investigator.findings());
        Map<String, Object> fined =
                with(investigator.penalty(), "finedElsewhere", true, "finedElsewhereBy", "Hangzhou court, judgment 12");
        refused(caseNo, "commerce.fined-elsewhere", fined);
        investigator.submit(caseNo, "Task_Decide", HEAD, with(fined, "fine", "0"));
    }

    @Test
    void aSellerWithoutAnyRecordIsAFirstOffender() {
        Dossier.Round round = commerce.dossierOf(reviewed(investigator.findings()))
                .orElseThrow()
                .latest()
                .orElseThrow();
        assertThat(round.range().heavierFrom()).isNull();
        assertThat(round.history().repeats()).isEmpty();
        assertThat(round.history().sameAct()).isEmpty();
    }

    private String page(String caseNo) {
        return HttpUser.signedIn(port, "commerce-zj-head")
                .get("/desk/cases/" + caseNo)
                .body();
    }

    /** A case of this seller, closed with a fine of 160,000 yuan. */
    private String penalised() {
        String caseNo = reviewed(investigator.findings());
        investigator.submit(caseNo, "Task_Decide", HEAD, investigator.penalty());
        investigator.submit(caseNo, "Task_ServeDecision", OFFICER, investigator.service());
        investigator.submit(caseNo, "Task_PublishDecision", OFFICER, investigator.publication());
        investigator.submit(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("168000.50", "R-1"));
        return caseNo;
    }

    private String reviewed(Map<String, Object> findings) {
        return investigator.reviewed(
                investigator.filed(
                        investigator.assigned(Map.of("sellerRegion", "330100", "sellerName", seller, "right", mark))),
                findings);
    }

    /** After the first case's conduct, which ended three days ago. */
    private Map<String, Object> later() {
        return with(investigator.findings(), "conductFrom", investigator.day(-2), "conductTo", investigator.day(-1));
    }

    private void refused(String caseNo, String messageKey, Map<String, Object> form) {
        assertThatThrownBy(() -> investigator.submit(caseNo, "Task_Decide", HEAD, form))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }
}
