package org.qingwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, a supervisor in Cockpit sees what runs and nothing of what was done. */
@QingwangTest
class HistoryInCockpitTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final String INVESTIGATION = "commerce-investigation";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Autowired
    private Investigator investigator;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Test
    void aSupervisorFindsByKeyboardAndInChineseWhatWasClosed() {
        String caseNo = investigator.closed();
        Person supervisor = Person.signedIn(chromium, port, "supervisor", "zh-CN");

        Locator tab = openTab(supervisor, "process-definition/" + definition(INVESTIGATION), "已结束");
        tab.getByLabel("编号开头").fill(caseNo);
        supervisor.page().keyboard().press("Enter");

        assertThat(tab.locator("tbody tr")).hasCount(1);
        assertThat(tab.locator("tbody tr")).containsText("浙江省市场监管部门");
        assertThat(tab.locator(".qingwang-frame")).isFocused();
        expectGood(supervisor);
        supervisor.goesOn(() -> tab.locator("tbody a").click());
        assertThat(supervisor.page()).hasURL(Pattern.compile(".*/desk/process-history/.*"));
        assertThat(supervisor.page().locator("h1")).hasText("市场监管部门案件查处：" + caseNo);
    }

    @Test
    void whatARunningProcessDidIsToldInEveryTab() {
        String caseNo = investigator.awaitingDecision();
        Person supervisor = Person.signedIn(chromium, port, "supervisor", "zh-CN");

        Locator steps = openTab(supervisor, "process-instance/" + running(caseNo, INVESTIGATION), "历史");

        assertThat(steps.locator("tbody th", new Locator.LocatorOptions().setHasText("核查线索"))
                        .first())
                .isVisible();
        assertThat(steps).containsText("leadResult：FILE");
        assertThat(onDiagram(supervisor, "Task_LegalReview")).hasText("法制审核");
        expectGood(supervisor);
        Locator operations = switchTo(supervisor, "操作日志");
        assertThat(operations.locator("h2")).hasText("对流程的操作");
        expectGood(supervisor);
        Locator decisions = openTab(supervisor, "process-instance/" + running(caseNo, "casefile"), "决策记录");
        assertThat(decisions.locator("tbody tr").first()).containsText("Rule_");
        assertThat(decisions.locator("tbody tr").first()).containsText("市场监管部门");
        expectGood(supervisor);
    }

    @Test
    void theHeatMapStandsOnTheDiagramAsLongAsItsTabIsOpen() {
        investigator.closed();
        Person supervisor = Person.signedIn(chromium, port, "supervisor", "zh-CN");
        Page page = supervisor.page();

        Locator tab = openTab(supervisor, "process-definition/" + definition(INVESTIGATION), "热力图");

        assertThat(tab.locator("[role=status]")).containsText("滞留最久");
        assertThat(tab.locator("tbody tr", new Locator.LocatorOptions().setHasText("法制审核")))
                .isVisible();
        assertThat(onDiagram(supervisor, "Task_LegalReview")).hasText("法制审核");
        assertThat(page.locator(".djs-overlay .qingwang-badge").first()).isVisible();
        assertThat(page.locator(".djs-overlay .qingwang-bottleneck")).hasCount(1);
        assertThat(page.locator("[data-element-id=Task_LegalReview][class*=qingwang-shade]"))
                .hasCount(1);
        expectGood(supervisor);

        tab.locator("select[name=days]").selectOption("30");
        tab.locator("button[type=submit]").click();
        assertThat(tab.locator("[role=status]")).containsText("最近30天");
        assertThat(page.locator(".djs-overlay .qingwang-bottleneck")).hasCount(1);

        Locator log = switchTo(supervisor, "操作日志");
        assertThat(log.locator("h2")).hasText("对流程的操作");
        assertThat(page.locator(".djs-overlay .qingwang-badge")).hasCount(0);
        assertThat(page.locator("[class*=qingwang-shade]")).hasCount(0);
        expectGood(supervisor);
        Locator decisions = switchTo(supervisor, "决策记录");
        assertThat(decisions.locator("h2")).hasText("作出的决策");
        expectGood(supervisor);
    }

    private static Locator onDiagram(Person person, String element) {
        return person.page().locator("[data-element-id=" + element + "] .djs-visual text");
    }

    private Locator openTab(Person person, String page, String name) {
        person.open(COCKPIT + page + "/runtime");
        return switchTo(person, name);
    }

    private static Locator switchTo(Person person, String name) {
        person.page()
                .locator(".ctn-tabbed .nav-tabs a", new Page.LocatorOptions().setHasText(name))
                .click();
        Locator tab = person.page().locator(".qingwang-sheet");
        tab.locator("h2").first().waitFor();
        return tab;
    }

    private static void expectGood(Person person) {
        assertThat(faultsOfAccess(person.page())).isEmpty();
        assertThat(person.failedRequests()).isEmpty();
    }

    private static List<?> faultsOfAccess(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return (List<?>) page.evaluate("""
                async () => (await axe.run('.qingwang-sheet', {resultTypes: ['violations']})).violations
                  .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))""");
    }

    private String definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String running(String number, String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(key)
                .singleResult()
                .getId();
    }
}
