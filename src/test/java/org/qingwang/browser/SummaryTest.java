package org.qingwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.platform.process.Notifier;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who fills in a form decides by the summary above it: the wrong one would decide the wrong case. */
@QingwangTest
class SummaryTest {

    private static final String ZHEJIANG = "commerce-330000";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    CaseStories stories;

    @Autowired
    Notifier notifier;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    private Person head;

    @Test
    void theSummaryIsThatOfTheTaskOnScreen() {
        String first = stories.open(ZHEJIANG);
        String second = stories.open(ZHEJIANG);
        String foreign = stories.open("commerce-440000");
        String noticeNo = notifier.sent();
        String withoutCase = taskOf(stories.open(ZHEJIANG));
        tasks.setVariableLocal(withoutCase, "caseNo", "");
        String ofAnother = taskOf(stories.open(ZHEJIANG));
        tasks.setVariableLocal(ofAnother, "caseNo", foreign);
        head = Person.signedIn(chromium, port, "commerce-zj-head", "en-US");

        head.open("/camunda/app/tasklist/default/#/?filter=" + groupsList() + "&task=" + taskOf(first));
        assertThat(summary().locator("h1")).containsText(first);

        assertThat(cardOf(first)).containsText(Pattern.compile("Seller \\S+"));

        turnTo(taskOf(second));
        assertThat(summary().locator("h1")).containsText(second);
        assertThat(frames()).hasCount(1);
        theCasePageOpensBesideTheForm(second);

        turnTo(taskOfNotice(noticeNo));
        assertThat(summary().locator("h1")).containsText(noticeNo);

        turnTo(withoutCase);
        assertThat(head.page().locator("a[href='/desk/cases/']")).isVisible();
        assertThat(frames()).hasCount(0);

        turnTo(ofAnother);
        assertThat(summary().locator("main")).containsText("There is nothing here, or it is not for you to see.");
        assertThat(summary().locator("header")).hasCount(0);
    }

    /** Also before the task is taken, and without throwing away what is filled in. */
    private void theCasePageOpensBesideTheForm(String caseNo) {
        Locator link = head.page().locator(".fjs-form a[href='/desk/cases/" + caseNo + "']");
        for (Locator way : List.of(link, summary().locator("h1 a"))) {
            Page beside = head.page().context().waitForPage(way::click);
            assertThat(beside).hasURL(Pattern.compile(".*/desk/cases/" + caseNo));
            beside.close();
        }
    }

    /** Without loading Tasklist anew, as a click on another task does. */
    private void turnTo(String taskId) {
        head.page().evaluate("task => { location.hash = '#/?task=' + task }", taskId);
    }

    private String groupsList() {
        return filters.createTaskFilterQuery()
                .filterName("My groups’ tasks · 本组待领任务")
                .singleResult()
                .getId();
    }

    private Locator cardOf(String caseNo) {
        return head.page()
                .locator(".tasks-list .task")
                .filter(new Locator.FilterOptions().setHasText(caseNo))
                .locator(".qingwang-card");
    }

    private FrameLocator summary() {
        return head.page().frameLocator("iframe.qingwang-summary");
    }

    private Locator frames() {
        return head.page().locator("iframe.qingwang-summary");
    }

    private String taskOfNotice(String noticeNo) {
        return tasks.createTaskQuery()
                .processVariableValueEquals("noticeNo", noticeNo)
                .singleResult()
                .getId();
    }

    private String taskOf(String caseNo) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .singleResult()
                .getId();
    }
}
