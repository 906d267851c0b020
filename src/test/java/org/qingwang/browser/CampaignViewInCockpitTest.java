package org.qingwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.monitor.Monitor;
import org.qingwang.monitor.process.StuckMails;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, a supervisor who opens Cockpit does not see first what is late, or cannot get from there to mend it. */
@QingwangTest
class CampaignViewInCockpitTest {

    private static final String VIEW = ".qingwang-campaign-view";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Autowired
    private StuckMails stuck;

    @Autowired
    private Monitor monitor;

    @AfterEach
    void leaveNothingBehind() {
        stuck.remove();
        monitor.forget();
    }

    @Test
    void itStandsFirstAndLeadsByKeyboardToWhatMendsAnIncident() {
        stuck.invitation();
        monitor.forget();
        Person supervisor = Person.signedIn(chromium, port, "supervisor", "zh-CN");
        Page page = supervisor.page();

        supervisor.open("/camunda/app/cockpit/default/#/dashboard");
        supervisor.sees("邮件服务器拒收承诺邀请1封。");

        assertThat(page.locator(".dashboard section").first()).containsText("进行中的专项行动");
        assertThat(faultsOfAccess(page)).isEmpty();
        assertThat(supervisor.failedRequests()).isEmpty();

        page.locator("a[href='" + StuckMails.INVITATIONS + "#again']").focus();
        supervisor.goesOn(() -> page.keyboard().press("Enter"));
        assertThat(page).hasURL(Pattern.compile(".*/desk/incidents/undelivered-mail/.*"));
        assertThat(page.locator("main form button")).hasText("全部重试");
    }

    private static List<?> faultsOfAccess(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return (List<?>) page.evaluate("""
                async (view) => (await axe.run(view, {resultTypes: ['violations']})).violations
                  .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))""", VIEW);
    }
}
