package org.qingwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.bulk.BulkSteps;
import org.qingwang.monitor.Monitor;
import org.qingwang.monitor.process.StuckMails;
import org.qingwang.support.QingwangTest;
import org.qingwang.worklist.ScreeningTasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A supervisor steps in, in Chinese and in a real browser: finds the agency that is most overdue and where its work is held
 * up, gives two hundred tasks of an absent officer to two others, has fourteen invitations tried again that the mail server
 * refused, and finds all of it in the audit.
 */
@QingwangTest
class SupervisorStoryTest {

    private static final String AWAY = "commerce-zj";
    private static final String REASON = "周敏病假至十二月";
    private static final Duration THREE_WEEKS = Duration.ofDays(21);

    /** Enough of them for the step to be the usual way and no exception. */
    private static final int LATE = 12;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Autowired
    private ScreeningTasks screening;

    @Autowired
    private StuckMails stuckMails;

    @Autowired
    private BulkSteps bulk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Monitor monitor;

    @BeforeEach
    @AfterEach
    void nobodyHasAnyAndNothingIsStuck() {
        ClockUtil.reset();
        monitor.forget();
        tasks.createTaskQuery().taskAssignee(AWAY).list().forEach(task -> tasks.setAssignee(task.getId(), null));
        stuckMails.remove();
    }

    @Test
    void sheStepsInAndTheAuditTellsAllOfIt() {
        List<String> late = screening.waiting("commerce-330000", LATE);
        List<String> ids = screening.waiting("commerce-330000", 200).stream()
                .map(screening::taskOf)
                .toList();
        ids.forEach(id -> tasks.setAssignee(id, AWAY));
        for (int mail = 0; mail < 14; mail++) {
            stuckMails.invitation();
        }
        ClockUtil.offset(THREE_WEEKS.toMillis());
        late.forEach(screening::accept);
        Person supervisor = Person.signedIn(chromium, port, "supervisor", "zh-CN");

        findWhatHoldsUp(supervisor);
        String act = reassign(supervisor);
        mend(supervisor);
        findInTheAudit(supervisor, act);

        assertThat(ids)
                .extracting(id -> tasks.createTaskQuery().taskId(id).singleResult())
                .extracting(Task::getAssignee)
                .containsOnly("commerce-zj-2", "commerce-zj-head");
        assertThat(supervisor.failedRequests()).isEmpty();
    }

    private static void findWhatHoldsUp(Person supervisor) {
        Page page = supervisor.page();
        supervisor.open("/camunda/app/cockpit/default/#/dashboard");
        Locator agencies = page.locator(".qingwang-clocks tbody tr");
        Locator zhejiang = agencies.filter(new Locator.FilterOptions().setHasText("浙江省市场监管部门"));
        zhejiang.waitFor();
        assertThat(agencies.locator("td:nth-child(2)").allInnerTexts())
                .as("the most overdue agency first")
                .extracting(Integer::valueOf)
                .isSortedAccordingTo(Comparator.reverseOrder());
        supervisor.goesOn(() -> zhejiang.locator("a").first().click());
        supervisor.sees("超期任务所在流程");
        supervisor.goesOnBy("main a[href*='process-definition/complaint:'][href*='qingwang-heat']");
        Locator tab = page.locator(".qingwang-sheet");
        assertThat(tab.locator("[role=status]")).containsText("仅统计浙江省市场监管部门办理的部分。");
        assertThat(tab.locator("[role=status]")).containsText("滞留最久");
        assertThat(tab.locator("[role=status]")).containsText("“确认审查结论”");
        assertThat(page.locator(".djs-overlay .qingwang-bottleneck")).hasCount(1);
    }

    /** @return where it is told how far it is */
    private String reassign(Person supervisor) {
        Page page = supervisor.page();
        supervisor.open("/desk/tasks/reassign");
        supervisor.goesOnBy("main table a[href$='/" + AWAY + "']");
        page.locator("[name=to][value=commerce-zj-2]").check();
        page.locator("[name=to][value=commerce-zj-head]").check();
        supervisor.goesOnBy("main form[method=get] button");
        supervisor.sees("Wu Tong 吴桐接办100项任务。");
        supervisor.sees("Shen Yue 沈岳接办100项任务。");
        page.fill("[name=reason]", REASON);
        supervisor.goesOnBy("main form[method=post] button");
        supervisor.waitsFor("progress");
        bulk.finishAll();
        supervisor.sees("全部200项均已完成。");
        return page.url().replaceFirst("^.*(?=/desk)", "");
    }

    private void mend(Person supervisor) {
        supervisor.open(StuckMails.INVITATIONS);
        supervisor.page().fill("[name=reason]", "邮件服务器已恢复");
        supervisor.goesOnBy("main form button");
        supervisor.waitsFor("main .notice[role=status]");
        assertThat(supervisor.page().locator("main .notice[role=status]").innerText())
                .contains("14");
    }

    private void findInTheAudit(Person supervisor, String act) {
        supervisor.open(act);
        supervisor.goesOnBy("main a[href*='/desk/audit']");
        supervisor.sees("批量操作结束");
        supervisor.sees("批量操作中的一项：已完成");
        supervisor.open("/desk/audit");
        supervisor.sees("邮件服务器已恢复");
    }
}
