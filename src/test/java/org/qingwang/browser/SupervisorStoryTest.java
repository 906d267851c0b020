package org.qingwang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.bulk.BulkSteps;
import org.qingwang.monitor.process.StuckMails;
import org.qingwang.support.QingwangTest;
import org.qingwang.worklist.ScreeningTasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A supervisor steps in, in Chinese and in a real browser: two hundred tasks of an absent officer go to two others, fourteen
 * invitations the mail server refused are tried again, and all of it is found in the audit.
 */
@QingwangTest
class SupervisorStoryTest {

    private static final String AWAY = "commerce-zj";
    private static final String REASON = "周敏病假至十二月";

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

    @BeforeEach
    @AfterEach
    void nobodyHasAnyAndNothingIsStuck() {
        tasks.createTaskQuery().taskAssignee(AWAY).list().forEach(task -> tasks.setAssignee(task.getId(), null));
        stuckMails.remove();
    }

    @Test
    void sheStepsInAndTheAuditTellsAllOfIt() {
        List<String> ids = screening.waiting("commerce-330000", 200).stream()
                .map(screening::taskOf)
                .toList();
        ids.forEach(id -> tasks.setAssignee(id, AWAY));
        for (int mail = 0; mail < 14; mail++) {
            stuckMails.invitation();
        }
        Person supervisor = Person.signedIn(chromium, port, "supervisor", "zh-CN");

        String act = reassign(supervisor);
        mend(supervisor);
        findInTheAudit(supervisor, act);

        assertThat(ids)
                .extracting(id -> tasks.createTaskQuery().taskId(id).singleResult())
                .extracting(Task::getAssignee)
                .containsOnly("commerce-zj-2", "commerce-zj-head");
        assertThat(supervisor.failedRequests()).isEmpty();
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
