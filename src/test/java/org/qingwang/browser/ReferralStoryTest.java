package org.qingwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.browser.Person.Choice;
import org.qingwang.publicsecurity.process.Referrer;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A case of market regulation goes to the police, comes back with reasons, goes again, and its goods are handed over: in
 * the real Tasklist, by both sides, each in its language. If this fails, neither side can refer a crime, whatever the
 * other tests say.
 */
@QingwangTest
class ReferralStoryTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    Referrer referrer;

    private String caseNo;
    private LocalDate today;

    @Test
    void aCaseIsReferredReturnedReconsideredAcceptedAndItsGoodsAreHandedOver() {
        caseNo = referrer.assigned();
        today = referrer.today();
        Person officer = Person.signedIn(chromium, port, "commerce-zj", "en-US");
        Person head = Person.signedIn(chromium, port, "commerce-zj-head", "en-US");
        Person police = Person.signedIn(chromium, port, "police-zj", "zh-CN");
        Person policeHead = Person.signedIn(chromium, port, "police-zj-head", "zh-CN");

        officer.open("/desk/cases/" + caseNo + "/refer");
        officer.page().locator("main textarea").fill("Sales of 60,000 yuan");
        officer.goesOnBy("main form [type=submit]");
        officer.sees("report being written");
        reports(officer);
        works(head, "Task_DecideReferral", decision("Refer to the police", "Above the threshold of art. 214."));
        works(officer, "Task_Transfer", pack());

        works(police, "Task_SignReceipt", receipt());
        works(policeHead, "Task_DecideCriminalCase", decision("不予立案", "不能证明明知。"));
        works(officer, "Task_AnswerRefusal", decision("reconsider", "The shop was warned and went on."));
        works(policeHead, "Task_Reconsider", decision("立案", "警告可以证明明知。"));
        works(officer, "Task_HandOverArticles", articles());
        works(police, "Task_SignForArticles", articles());

        police.open("/desk/cases/" + caseNo);
        police.sees("公安机关侦查");
        police.sees("The shop was warned and went on.");
        assertThat(Set.copyOf(referrer.open(caseNo))).containsExactly("Task_RecordResult");
        for (Person person : List.of(officer, head, police, policeHead)) {
            assertThat(person.failedRequests()).isEmpty();
        }
    }

    /** With a second act added, a third taken out again, and the wrong figure of the first mended. */
    private void reports(Person officer) {
        officer.takesTask(referrer.task(caseNo, "Task_WriteReport").getId());
        officer.fills(report());
        officer.fills(act(0, "-300"));
        for (int more = 0; more < 2; more++) {
            officer.page().locator(".fjs-repeat-render-add").click();
        }
        officer.fills(Map.of("quantity_2", "-1"));
        assertThat(officer.page().locator(".fjs-form-field-error")).hasCount(2);
        officer.page().locator(".fjs-repeat-row-remove").last().click();
        assertThat(officer.page().locator(".fjs-repeat-row-container")).hasCount(2);
        officer.fills(act(1, "20"));
        officer.fills(Map.of("quantity_0", "300"));
        complete(officer, "Task_WriteReport");
    }

    private void works(Person person, String step, Map<String, Object> answers) {
        person.takesTask(referrer.task(caseNo, step).getId());
        person.fills(answers);
        complete(person, step);
    }

    private void complete(Person person, String step) {
        person.completesTask();
        await("the end of " + step)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !referrer.open(caseNo).contains(step));
    }

    private Map<String, Object> report() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reportedOn", today);
        fields.put("firstOfficer", "Li Lei 330101");
        fields.put("secondOfficer", "Han Mei 330102");
        fields.put("offence", new Choice("art. 214"));
        fields.put("marks", "1");
        fields.put("facts", "Bags with the copied mark were sold from the warehouse.");
        return fields;
    }

    private Map<String, Object> act(int row, String quantity) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("conductFrom_" + row, today);
        fields.put("conductTo_" + row, today);
        fields.put("goods_" + row, new Choice("Sold"));
        fields.put("quantity_" + row, quantity);
        fields.put("unitPrice_" + row, "200");
        fields.put("pricing_" + row, new Choice("Real sale price"));
        return fields;
    }

    private Map<String, Object> pack() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("documentNo", "ZJ-YS-7");
        fields.put("on", today);
        fields.put("person", "Li Lei");
        fields.put(
                "parts", List.of("Referral letter", "Investigation report", "List of articles", "Inspection reports"));
        fields.put("reason", "No other material was collected.");
        return fields;
    }

    private Map<String, Object> receipt() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", new Choice("接受并审查"));
        fields.put("documentNo", "浙公收〔2026〕7号");
        fields.put("on", today);
        fields.put("person", "王武");
        return fields;
    }

    private Map<String, Object> decision(String choice, String reason) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", new Choice(choice));
        fields.put("documentNo", "2026-7");
        fields.put("on", today);
        fields.put("reason", reason);
        return fields;
    }

    private Map<String, Object> articles() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("documentNo", "QD-1");
        fields.put("on", today);
        fields.put("person", "Li Lei");
        fields.put("secondPerson", "王武");
        return fields;
    }
}
