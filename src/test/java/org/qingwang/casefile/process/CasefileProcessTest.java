package org.qingwang.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseAgency;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseStatus;
import org.qingwang.common.BadInput;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, a case gets stuck, goes to the wrong agency or closes without telling who complained. */
@QingwangTest
class CasefileProcessTest {

    @Autowired
    CaseService cases;

    @Autowired
    CaseStories stories;

    @Autowired
    AgencyService agencies;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Test
    void policeWorkWhatWasReportedToThemInOneTaskAndItsOutcomeIsKept() {
        String caseNo = stories.open("publicsecurity-330000");
        assertThat(task(caseNo).getTenantId()).isEqualTo("publicsecurity-330000");
        confirm(caseNo, SignIn.head("publicsecurity-330000"));

        Task work = task(caseNo);
        assertThat(work.getTaskDefinitionKey()).isEqualTo("Task_HandleCase");
        assertThat(work.getTenantId()).isEqualTo("publicsecurity-330000");
        assertThat(work.getDueDate()).isNotNull();
        submit(
                work,
                SignIn.officer("publicsecurity-330000"),
                Map.of(
                        "outcome",
                        "CRIMINAL_CASE",
                        "reason",
                        "Filed under art. 214",
                        "caseValue",
                        12000.5,
                        "confiscated",
                        12000.5,
                        "goodsQuantity",
                        300,
                        "goods",
                        "sports shoes"));

        CaseFile closed = cases.find(caseNo).orElseThrow();
        assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(closed.result().outcome()).isEqualTo(CaseOutcome.CRIMINAL_CASE);
        assertThat(closed.result().caseValue()).isEqualByComparingTo("12000.50");
        assertThat(closed.result().goodsQuantity()).isEqualByComparingTo("300");
        assertThat(closed.result().goods()).isEqualTo("sports shoes");
        assertThat(endOf(caseNo)).isEqualTo("End_CaseClosed");
    }

    @Test
    void everybodyWhoseComplaintJoinedIsToldOnce() {
        String caseNo = stories.open("publicsecurity-330000");
        String second = stories.complain("publicsecurity-440000", Map.of());
        cases.join(caseNo, second);
        confirm(caseNo, SignIn.head("publicsecurity-330000"));
        submit(
                task(caseNo),
                SignIn.officer("publicsecurity-330000"),
                Map.of("outcome", "DISMISSED", "reason", "Goods are genuine"));

        List<String> told = stories.noticesOfClosing(caseNo);
        assertThat(told).containsExactlyInAnyOrderElementsOf(cases.complaintsOf(caseNo));
        assertThat(told).hasSize(2);
        cases.tellComplainants(caseNo);
        assertThat(stories.noticesOfClosing(caseNo)).hasSize(2);
    }

    @Test
    void publicSecurityLeadsWhereTheAllegedValueIsTenTimesTheThreshold() {
        String caseNo = stories.open(
                "commerce-330000",
                Map.of("sellerRegion", "440100", "quantity", new BigDecimal(5000), "unitPrice", new BigDecimal(100)));
        assertThat(task(caseNo).getTenantId()).isEqualTo("publicsecurity-440000");
        confirm(caseNo, SignIn.head("publicsecurity-440000"));
        assertThat(task(caseNo).getTenantId()).isEqualTo("publicsecurity-440000");
        assertThat(current(caseNo))
                .containsExactlyInAnyOrder("LEAD publicsecurity-440000", "ASSISTING commerce-440000");
        submit(
                task(caseNo),
                SignIn.officer("publicsecurity-440000"),
                Map.of("outcome", "CRIMINAL_CASE", "reason", "Filed under art. 214", "caseValue", 500000));
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.CRIMINAL_CASE);
    }

    @Test
    void whoHoldsThePlatformsRecordsAssistsFromAnotherProvince() {
        String caseNo = stories.open(
                "commerce-330000",
                Map.of(
                        "sellerRegion",
                        "440100",
                        "platform",
                        "京东",
                        "quantity",
                        new BigDecimal(1000),
                        "unitPrice",
                        new BigDecimal(100)));
        confirm(caseNo, SignIn.head("commerce-440000"));
        assertThat(current(caseNo))
                .containsExactlyInAnyOrder(
                        "LEAD commerce-440000", "ASSISTING publicsecurity-440000", "ASSISTING commerce-110000");
        assertThat(cases.maySee(SignIn.officer("commerce-110000"), caseNo)).isTrue();
    }

    @Test
    void aSellerAtThePlatformsDomicileIsInvestigatedByNobodyTwice() {
        String caseNo = stories.open(
                "commerce-440000",
                Map.of(
                        "sellerRegion",
                        "330100",
                        "platform",
                        "淘宝网",
                        "quantity",
                        new BigDecimal(1000),
                        "unitPrice",
                        new BigDecimal(100)));
        confirm(caseNo, SignIn.head("commerce-330000"));
        assertThat(current(caseNo))
                .containsExactlyInAnyOrder("LEAD commerce-330000", "ASSISTING publicsecurity-330000");
    }

    @Test
    void customsAtThePortAreAssistedWhereTheSellerIs() {
        String caseNo = stories.open("customs-330000", Map.of("sellerRegion", "440100"));
        confirm(caseNo, SignIn.head("customs-330000"));
        assertThat(current(caseNo)).containsExactlyInAnyOrder("LEAD customs-330000", "ASSISTING commerce-440000");
    }

    @Test
    void aHeadWhoConfirmsMayAskForHelpFromAnyProvinceAndSaysWhy() {
        String caseNo = stories.open("customs-330000");
        Task assignment = task(caseNo);
        Map<String, Object> furtherHelp =
                Map.of("decision", "CONFIRM", "assisting", List.of("customs-440000", "publicsecurity-110000"));
        assertThatThrownBy(() -> submit(assignment, SignIn.head("customs-330000"), furtherHelp))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("casefile.override-needs-reason"));

        Map<String, Object> withReason = new HashMap<>(furtherHelp);
        withReason.put("reason", "The parcels leave through Guangzhou; the supplier is in Beijing");
        submit(assignment, SignIn.head("customs-330000"), withReason);
        assertThat(current(caseNo))
                .containsExactlyInAnyOrder(
                        "LEAD customs-330000",
                        "ASSISTING commerce-330000",
                        "ASSISTING customs-440000",
                        "ASSISTING publicsecurity-110000");
        assertThat(cases.maySee(SignIn.officer("customs-440000"), caseNo)).isTrue();
        assertThat(cases.maySee(SignIn.officer("publicsecurity-440000"), caseNo))
                .isFalse();
    }

    @Test
    void noAgencyThatDoesNotExistIsAskedForHelp() {
        String caseNo = stories.open("customs-330000");
        Task assignment = task(caseNo);
        Map<String, Object> nobody =
                Map.of("decision", "CONFIRM", "assisting", List.of("customs-999999"), "reason", "Parcels");
        assertThatThrownBy(() -> submit(assignment, SignIn.head("customs-330000"), nobody))
                .isInstanceOf(BadInput.class);
        assertThat(cases.agenciesOf(caseNo)).isEmpty();
    }

    @Test
    void everyAgencyInEveryProvinceCanBeAskedForHelp() throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(
                        Path.of("forms/case-assignment/confirm-assignment.form").toFile());
        List<String> offered = new ArrayList<>();
        for (JsonNode field : form.get("components")) {
            if (field.path("key").asText().equals("assisting")) {
                field.get("values")
                        .forEach(option -> offered.add(option.get("value").asText()));
            }
        }
        assertThat(offered)
                .containsExactlyInAnyOrderElementsOf(
                        agencies.jurisdictions().stream().map(Jurisdiction::id).toList());
    }

    @Test
    void commerceAtThePlatformsDomicileLeadsWhereTheSellersPlaceIsUnknown() {
        String caseNo = stories.open("commerce-440000", Map.of("platform", "淘宝网"));
        assertThat(task(caseNo).getTenantId()).isEqualTo("commerce-330000");
    }

    @Test
    void overridingWithoutAReasonIsRefusedAndNothingMoves() {
        String caseNo = stories.open("customs-330000");
        Task assignment = task(caseNo);
        Map<String, Object> override = Map.of(
                "decision", "OVERRIDE",
                "leadAgency", "publicsecurity",
                "leadRegion", "440000",
                "assisting", List.of());
        assertThatThrownBy(() -> submit(assignment, SignIn.head("customs-330000"), override))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("casefile.override-needs-reason"));
        assertThat(task(caseNo).getId()).isEqualTo(assignment.getId());
        assertThat(cases.agenciesOf(caseNo)).isEmpty();
    }

    @Test
    void anOverrideMovesTheWorkToTheOtherJurisdiction() {
        String caseNo = stories.open("customs-330000");
        override(caseNo, SignIn.head("customs-330000"), "publicsecurity", "440000");

        assertThat(task(caseNo).getTenantId()).isEqualTo("publicsecurity-440000");
        assertThat(cases.maySee(SignIn.officer("publicsecurity-440000"), caseNo))
                .isTrue();
        assertThat(cases.maySee(SignIn.officer("customs-440000"), caseNo)).isFalse();
    }

    @Test
    void anAgencyThatIsNotCompetentHandsBackToTheIntakeAndIsNotAskedAgain() {
        String caseNo = stories.open("customs-330000");
        override(caseNo, SignIn.head("customs-330000"), "publicsecurity", "440000");
        submit(
                task(caseNo),
                SignIn.officer("publicsecurity-440000"),
                Map.of("outcome", "NOT_COMPETENT", "reason", "No crime is alleged"));

        assertThat(task(caseNo).getTaskDefinitionKey()).isEqualTo("Task_ConfirmAssignment");
        assertThat(task(caseNo).getTenantId()).isEqualTo("customs-330000");
        assertThat(cases.find(caseNo).orElseThrow().status()).isEqualTo(CaseStatus.OPENED);
        assertThatThrownBy(() -> override(caseNo, SignIn.head("customs-330000"), "publicsecurity", "440000"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("casefile.lead-has-declined"));

        confirm(caseNo, SignIn.head("customs-330000"));
        assertThat(task(caseNo).getTenantId()).isEqualTo("customs-330000");
        assertThat(task(caseNo).getTaskDefinitionKey()).isEqualTo("Task_ExamineGoods");
    }

    private void confirm(String caseNo, Actor head) {
        submit(task(caseNo), head, Map.of("decision", "CONFIRM"));
    }

    private void override(String caseNo, Actor head, String agency, String region) {
        submit(
                task(caseNo),
                head,
                Map.of(
                        "decision",
                        "OVERRIDE",
                        "leadAgency",
                        agency,
                        "leadRegion",
                        region,
                        "assisting",
                        List.of(),
                        "reason",
                        "The goods are in that province"));
    }

    private void submit(Task task, Actor actor, Map<String, Object> fields) {
        SignIn.as(identity, actor, () -> {
            forms.submitTaskForm(task.getId(), fields);
            return null;
        });
    }

    private Task task(String caseNo) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNo).singleResult();
    }

    private long seenBy(String caseNo, Actor actor) {
        return SignIn.as(
                identity,
                actor,
                () -> tasks.createTaskQuery().processInstanceBusinessKey(caseNo).count());
    }

    private List<String> current(String caseNo) {
        return cases.agenciesOf(caseNo).stream()
                .filter(CaseAgency::isCurrent)
                .map(agency -> agency.role() + " " + agency.jurisdiction().id())
                .toList();
    }

    private String endOf(String caseNo) {
        return history.createHistoricActivityInstanceQuery()
                .activityType("noneEndEvent")
                .activityId("End_CaseClosed")
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .processDefinitionKey(CasefileProcess.KEY)
                        .finished()
                        .singleResult()
                        .getId())
                .singleResult()
                .getActivityId();
    }
}
