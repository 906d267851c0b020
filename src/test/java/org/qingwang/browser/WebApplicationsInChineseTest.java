package org.qingwang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.support.QingwangTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Camunda's four web applications as somebody sees them who reads Chinese and has chosen nothing. */
@QingwangTest
class WebApplicationsInChineseTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    /** What a page shows where it has no words. */
    private static final Pattern KEY = Pattern.compile("\\b[A-Z]+_[A-Z_]{3,}\\b");

    @LocalServerPort
    private int port;

    @Test
    void allFourSpeakChineseAndNothingFailsInThem() {
        Person administrator = Person.signedIn(chromium, port, "admin", "zh-CN");
        shows(administrator, "welcome/default/", "清网 应用", "个人资料");
        shows(administrator, "tasklist/default/", "清网 任务列表", "启动流程");
        shows(administrator, "cockpit/default/#/dashboard", "清网 监控台", "未解决的故障");
        shows(administrator, "admin/default/", "清网 系统管理", "辖区列表");

        assertThat(administrator.failedRequests()).isEmpty();
    }

    private static void shows(Person reader, String application, String title, String words) {
        reader.open("/camunda/app/" + application);
        reader.sees(words);

        assertThat(reader.page().title()).contains(title);
        assertThat(KEY.matcher(reader.page().locator("body").innerText()).find())
                .as("a key in the place of words in " + application)
                .isFalse();
        assertThat(reader.page().locator(".ce-eol-banner").first().isVisible())
                .as("the vendor's banner in " + application)
                .isFalse();
    }
}
