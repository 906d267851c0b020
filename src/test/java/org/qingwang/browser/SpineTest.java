package org.qingwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.browser.Person.Choice;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseStatus;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One complaint from the start form to a closed case, in the real Tasklist, by the people whose work it is. If this
 * fails, the product cannot be used, whatever the other tests say.
 */
@QingwangTest
class SpineTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    CaseService cases;

    @Autowired
    CaseStories stories;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String seller = "Lucky Bag Shop " + Long.toString(System.nanoTime(), 36);
    private LocalDate today;

    @BeforeEach
    void present() {
        ClockUtil.reset();
        today = LocalDate.now(clock);
    }

    @Test
    void aComplaintGoesFromTheStartFormToAClosedCase() {
        Person officer = Person.signedIn(chromium, port, "commerce-zj", "en-US");
        Person head = Person.signedIn(chromium, port, "commerce-zj-head", "en-US");
        Person legal = Person.signedIn(chromium, port, "commerce-zj-legal", "en-US");

        officer.startsProcess("Complaint");
        officer.fills(complaint());
        officer.sendsStartForm();
        String receipt = receiptNo();
        officer.open("/desk/complaints/" + receipt);
        officer.sees("we never made or licensed them");
        works(officer, receipt, "Task_ConfirmScreening", Map.of("decision", new Choice("Accept"), "reason", "Seen."));
        String caseNo = caseOf(receipt);

        works(head, caseNo, "Task_ConfirmAssignment", Map.of("decision", new Choice("Confirm")));
        works(officer, caseNo, "Task_CheckLead", leadCheck());
        works(head, caseNo, "Task_DecideFiling", filing());
        works(officer, caseNo, "Task_GatherEvidence", evidence());
        works(legal, caseNo, "Task_LegalReview", review());
        works(officer, caseNo, "Task_TellParty", notice());
        works(head, caseNo, "Task_Decide", decision());
        works(officer, caseNo, "Task_ServeDecision", service());
        works(officer, caseNo, "Task_RecordPayment", payment());
        works(officer, caseNo, "Task_PublishDecision", publication());

        officer.open("/desk/cases/" + caseNo);
        officer.sees("Closed");
        officer.sees("Penalty imposed");
        assertThat(cases.find(caseNo))
                .hasValueSatisfying(file -> assertThat(file.status()).isEqualTo(CaseStatus.CLOSED));
    }

    @Test
    void anOfficerAndAHeadWorkInChinese() {
        Person officer = Person.signedIn(chromium, port, "commerce-zj", "zh-CN");
        Person head = Person.signedIn(chromium, port, "commerce-zj-head", "zh-CN");

        officer.startsProcess("投诉举报");
        officer.sees("请选择");
        officer.fills(complaintInChinese());
        officer.sees("启动");
        officer.sendsStartForm();
        String receipt = receiptNo();
        works(officer, receipt, "Task_ConfirmScreening", Map.of("decision", new Choice("受理，立为案件"), "reason", "材料齐全。"));
        String caseNo = caseOf(receipt);
        works(head, caseNo, "Task_ConfirmAssignment", Map.of("decision", new Choice("确认建议")));

        head.open("/desk/cases/" + caseNo);
        head.sees("核查线索");
        head.sees("我公司从未生产");
        assertThat(jdbc.sql("select received_on from complaint where receipt_no = ?")
                        .param(receipt)
                        .query(LocalDate.class)
                        .single())
                .as("the day, written as Chinese forms write it")
                .isEqualTo(today);
    }

    /** The form draws itself anew for one field before it has taken over the text of another, as on a slow machine. */
    @Test
    void whatIsTypedStaysWhenTheFormIsDrawnAnew() {
        Person officer = Person.signedIn(chromium, port, "commerce-zj", "en-US");
        officer.startsProcess("Complaint");

        officer.page().evaluate("""
                () => {
                  const text = document.querySelector("[id$='-Field_description']");
                  text.value = 'Copied labels';
                  text.dispatchEvent(new InputEvent('input', { bubbles: true }));
                  document.querySelector('.fjs-form-field-radio input').click();
                }""");

        assertThat(officer.page().locator(".fjs-form-field-radio input").first())
                .isChecked();
        assertThat(officer.page().locator("[id$='-Field_description']")).hasValue("Copied labels");
    }

    @Test
    void oneSignInOpensTasklistCockpitAndDesk() {
        Person officer = Person.signedIn(chromium, port, "commerce-zj", "en-US");
        List<String> refused = refusals(officer.page());

        officer.open("/camunda/app/tasklist/default/");
        officer.page().locator(".task-filters, [cam-tasklist-filters]").first().waitFor();
        officer.open("/camunda/app/cockpit/default/#/processes");
        officer.sees("process definitions deployed");
        officer.open("/desk");
        officer.page().locator("main h1").waitFor();

        assertThat(refused).as("requests the pages made in vain").isEmpty();
    }

    /** Who scrolls a form to its end finds the button that sends it. */
    @Test
    void theEndOfAFormStandsAboveTheFootOfThePage() {
        Person officer = Person.signedIn(chromium, port, "commerce-zj", "zh-CN");
        officer.open("/camunda/app/tasklist/default/");
        officer.page().locator(".task-filters, [cam-tasklist-filters]").first().waitFor();

        assertThat((boolean) officer.page().evaluate("""
                () => document.querySelector('.page-wrap').getBoundingClientRect().bottom
                  <= document.querySelector('footer').getBoundingClientRect().top""")).isTrue();
    }

    /** What is closed to everybody would be refused only after somebody has filled in a dialog. */
    @Test
    void cockpitAndTasklistOfferWhatSupervisorsMayDoAndNothingThatIsClosed() {
        String caseNo = stories.open("customs-330000");
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .processDefinitionKey("case-assignment")
                .singleResult()
                .getId();
        Person supervisor = Person.signedIn(chromium, port, "supervisor", "en-US");

        supervisor.open("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        supervisor.sees("caseNo");
        Page page = supervisor.page();
        assertThat(page.locator(".btn-toolbar:visible .glyphicon-pause")).hasCount(1);
        assertThat(page.locator(".btn-toolbar:visible .glyphicon-remove, .btn-toolbar:visible .glyphicon-plus"))
                .hasCount(0);
        assertThat(page.locator("td.actions button:visible")).hasCount(0);

        supervisor.open("/camunda/app/tasklist/default/");
        supervisor.sees("Start process");
        page.locator(".create-task-action")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Camunda's own form would be refused, and nobody would know where else to go. */
    @Test
    void whoWantsAnotherPasswordIsLedToTheOwnAccountPage() {
        Person officer = Person.signedIn(chromium, port, "commerce-zj", "en-US");
        for (String link : List.of("Change Password", "Edit Profile")) {
            officer.open("/camunda/app/welcome/default/");
            officer.goesOn(() -> officer.page().getByText(link).first().click());
            assertThat(officer.page()).hasURL(Pattern.compile(".*/desk/account"));
        }
    }

    /** The vendor's pages ask for labels while they are built; on a slow line they would show keys for good. */
    @Test
    void cockpitShowsWordsThoughItsLabelsComeLate() {
        Person supervisor = Person.signedIn(chromium, port, "supervisor", "en-US");
        supervisor.page().route("**/app/cockpit/locales/*.json*", SpineTest::answerLate);

        supervisor.open("/camunda/app/cockpit/default/#/processes");

        supervisor.sees("process definitions deployed");
        supervisor.sees("Running Instances");
    }

    /** Late by the time of many more answers. */
    private static void answerLate(Route route) {
        APIResponse answer = route.fetch();
        for (int more = 0; more < 60; more++) {
            answer = route.fetch();
        }
        route.fulfill(new Route.FulfillOptions().setResponse(answer));
    }

    private static List<String> refusals(Page page) {
        List<String> refused = new ArrayList<>();
        page.onResponse((Response response) -> {
            if (response.status() >= 400) {
                refused.add(response.status() + " " + response.url());
            }
        });
        return refused;
    }

    /** Checks the case page, does the task in Tasklist and waits until the engine has taken it. */
    private void works(Person person, String businessKey, String step, Map<String, Object> answers) {
        Task task = waitFor(businessKey, step);
        if (businessKey.startsWith("AJ-")) {
            Page caseFile = person.opensBeside("/desk/cases/" + businessKey);
            assertThat(caseFile.getByText(person.ownPartOf(task.getName())).first())
                    .isVisible();
            assertThat(caseFile.locator(".panel li")).hasCount((int) tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .count());
        }
        person.takesTask(task.getId());
        person.fills(answers);
        person.completesTask();
        try {
            await("the end of " + step)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> tasks.createTaskQuery().taskId(task.getId()).count() == 0);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(step + " did not end; on screen: " + person.notices(step), e);
        }
    }

    private Task waitFor(String businessKey, String step) {
        runJobs(businessKey);
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .taskDefinitionKey(step)
                        .singleResult())
                .orElseThrow(() -> new AssertionError("no task " + step + " for " + businessKey));
    }

    private void runJobs(String businessKey) {
        List<Job> due = jobs.createJobQuery().messages().list().stream()
                .filter(job -> jdbc.sql("select business_key_ from act_ru_execution where id_ = ?")
                        .param(job.getProcessInstanceId())
                        .query(String.class)
                        .optional()
                        .filter(businessKey::equals)
                        .isPresent())
                .toList();
        due.forEach(job -> jobs.executeJob(job.getId()));
    }

    private String receiptNo() {
        return await("the complaint in its table")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> jdbc.sql("select receipt_no from complaint where seller_name = ?")
                                .param(seller)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String caseOf(String receipt) {
        return cases.caseOf(receipt).orElseThrow(() -> new AssertionError("no case for " + receipt));
    }

    private Map<String, Object> complaint() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("receivedOn", today);
        fields.put("channel", new Choice("Hotline"));
        fields.put("complainantType", new Choice("Rights holder"));
        fields.put("complainantName", "Red Leaf Leather Ltd");
        fields.put("contact", "owner@example.com");
        fields.put("right", "RED LEAF");
        fields.put("registrationNo", "CN 12345678");
        fields.put("claim", new Choice("Counterfeit"));
        fields.put("platform", "Taobao");
        fields.put("sellerName", seller);
        fields.put("sellerRegion", new Choice("Zhejiang"));
        fields.put("goods", "leather bags");
        fields.put("quantity", "120");
        fields.put("unitPrice", "199.50");
        fields.put("listingUrls", "https://item.taobao.com/item.htm?id=" + Math.abs(seller.hashCode()));
        fields.put("description", "The shop sells bags with our mark; we never made or licensed them.");
        return fields;
    }

    private Map<String, Object> complaintInChinese() {
        Map<String, Object> fields = complaint();
        fields.put("channel", new Choice("热线电话"));
        fields.put("complainantType", new Choice("权利人"));
        fields.put("complainantName", "红叶皮具有限公司");
        fields.put("claim", new Choice("假冒注册商标"));
        fields.put("sellerRegion", new Choice("浙江省"));
        fields.put("description", "该店销售带有我公司商标的箱包，我公司从未生产或许可。");
        return fields;
    }

    private Map<String, Object> leadCheck() {
        return Map.of("result", new Choice("File a case"), "checkedOn", today, "reason", "Test purchase is a copy.");
    }

    private static Map<String, Object> filing() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", new Choice("File the case"));
        fields.put("filingNo", "Zhe 2026-17");
        fields.put("firstHandler", "Zhou Min");
        fields.put("secondHandler", "Wu Tong");
        return fields;
    }

    private Map<String, Object> evidence() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("infringement", new Choice("Selling infringing goods"));
        fields.put("conductFrom", today);
        fields.put("conductTo", today);
        fields.put("facts", "Bags with the copied mark were offered and sold from the warehouse.");
        fields.put("inspectedOn", today);
        fields.put("inspectionPlace", "Warehouse 3, Yiwu");
        fields.put("firstOfficer", "Zhou Min");
        fields.put("secondOfficer", "Wu Tong");
        fields.put("identification", new Choice("Counterfeit"));
        fields.put("identifiedBy", "Red Leaf Leather Ltd");
        fields.put("identifiedOn", today);
        fields.put("soldQuantity", "100");
        fields.put("soldValue", "19950");
        fields.put("unsoldQuantity", "20");
        fields.put("unsoldValue", "3990");
        fields.put("valuation", new Choice("Marked price"));
        fields.put("proposal", new Choice("Penalty"));
        fields.put("proposedFine", "30000");
        return fields;
    }

    private static Map<String, Object> review() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("result", new Choice("Approved"));
        fields.put(
                "points", List.of("Competence", "Party", "Facts", "Evidence", "Law", "Procedure", "Proposed decision"));
        fields.put("opinion", "Clear facts, lawful procedure.");
        return fields;
    }

    private Map<String, Object> notice() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("noticeNo", "Zhe Gao 2026-17");
        fields.put("toldOn", today);
        fields.put("method", new Choice("Handed over"));
        fields.put("partyKind", new Choice("A company"));
        fields.put("answer", new Choice("Waives statement"));
        return fields;
    }

    private Map<String, Object> decision() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", new Choice("Penalty"));
        fields.put("decisionNo", "Zhe Shi Jian Chu 2026-17");
        fields.put("decidedOn", today);
        fields.put("fine", "30000");
        fields.put("reason", "First offence, goods surrendered.");
        return fields;
    }

    private Map<String, Object> service() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", new Choice("Handed over"));
        fields.put("servedOn", today);
        fields.put("receivedBy", "The shop's owner");
        return fields;
    }

    private Map<String, Object> payment() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("amount", "30000");
        fields.put("paidOn", today);
        fields.put("receiptNo", "B-2026-0001");
        return fields;
    }

    private Map<String, Object> publication() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("channel", new Choice("National Enterprise Credit"));
        fields.put("address", "https://credit.example.cn/2026/17");
        fields.put("publishedOn", today);
        fields.put("cleared", true);
        return fields;
    }
}
