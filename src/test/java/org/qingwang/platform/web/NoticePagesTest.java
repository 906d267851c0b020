package org.qingwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.process.Notifier;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, an officer cannot send a notice, or somebody sends or reads one who has no business with the case. */
@QingwangTest
class NoticePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Notifier notifier;

    @Autowired
    NoticeService notices;

    @Test
    void anOfficerSendsANoticeFromTheCaseAndFindsItThere() {
        String caseNo = notifier.assigned();
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get("/desk/cases/" + caseNo).body())
                .contains("/desk/cases/" + caseNo + "/notices/new")
                .contains("No notice was sent");
        assertThat(officer.get("/desk/cases/" + caseNo + "/notices/new").body())
                .contains("https://shop.example/")
                .contains("name=\"servedOn\"");

        HttpResponse<String> sent = officer.post("/desk/cases/" + caseNo + "/notices", form());
        assertThat(sent.statusCode()).isEqualTo(302);
        String address = path(sent);
        assertThat(officer.get(address).body())
                .contains("&lt;b&gt;Street&lt;/b&gt;", "Awaits the platform", "/item/2</code>")
                .contains("Platform takes the necessary measures: until ")
                .doesNotContain("<b>Street</b>")
                .doesNotContain("??");
        assertThat(officer.get("/desk/cases/" + caseNo).body())
                .contains(address, "Record platform&#39;s measures")
                .doesNotContain("??");
    }

    @Test
    void aRefusedNoticeComesBackWithWhatWasTypedAndWhatToDo() {
        String caseNo = notifier.assigned();
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        Map<String, String> several = with("listings", "https://item.jd.com/1.html\nhttps://shop.example/2");
        HttpResponse<String> answer = officer.post("/desk/cases/" + caseNo + "/notices", several);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("more than one platform", "item.jd.com/1.html", "Red Leaf Leather Ltd");
        for (Map<String, String> wrong : List.of(
                with("listings", ""),
                with("listings", "not an address"),
                with("holder", " "),
                with("evidence", "it is fake"),
                with("servedOn", "2999-01-01"),
                with("servedOn", "2018-12-31"),
                with("platform", "x".repeat(201)))) {
            assertThat(officer.post("/desk/cases/" + caseNo + "/notices", wrong).statusCode())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
        assertThat(notices.ofCase(caseNo)).isEmpty();
    }

    @Test
    void whoDoesNotWorkOnTheCaseNeitherSendsNorReads() {
        String caseNo = notifier.assigned();
        String noticeNo = notifier.sent(caseNo);
        for (String stranger : List.of("commerce-gd", "customs-zj")) {
            HttpUser officer = HttpUser.signedIn(port, stranger);
            assertThat(officer.get("/desk/notices/" + noticeNo).statusCode()).isEqualTo(404);
            assertThat(officer.get("/desk/notices/" + noticeNo + "/summary").statusCode())
                    .isEqualTo(404);
            assertThat(officer.get("/desk/cases/" + caseNo + "/notices/new").statusCode())
                    .isEqualTo(404);
            assertThat(officer.post("/desk/cases/" + caseNo + "/notices", form())
                            .statusCode())
                    .isEqualTo(404);
        }
        HttpUser supervisor = HttpUser.signedIn(port, "supervisor");
        assertThat(supervisor.get("/desk/notices/" + noticeNo).statusCode()).isEqualTo(200);
        assertThat(supervisor.post("/desk/cases/" + caseNo + "/notices", form()).statusCode())
                .as("supervisors watch")
                .isEqualTo(404);
        assertThat(notices.ofCase(caseNo)).hasSize(1);
    }

    @Test
    void aReaderOfChineseReadsItInChinese() {
        String noticeNo = notifier.accepted();
        HttpUser reader = HttpUser.signedIn(port, "commerce-zj").with("Accept-Language", "zh-CN");
        assertThat(reader.get("/desk/notices/" + noticeNo).body())
                .contains("经营者声明", "等待恢复", "权利人接受声明", "待恢复")
                .doesNotContain("??");
    }

    private static String path(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/desk"));
    }

    private Map<String, String> form() {
        return with("platform", "<b>Street</b>");
    }

    private Map<String, String> with(String field, String value) {
        String shop = "https://" + UUID.randomUUID() + ".example/item/";
        Map<String, String> form = new HashMap<>();
        form.put("servedOn", notifier.draft().servedOn().toString());
        form.put("platform", "Shop Street");
        form.put("seller", "Good Shoes Ltd");
        form.put("holder", "Red Leaf Leather Ltd");
        form.put("rightName", "RED LEAF");
        form.put("evidence", "Registration 880 and a test purchase with identification");
        form.put("demanded", "TAKE_DOWN");
        form.put("listings", shop + "1\r\n\r\n" + shop + "2\r\n" + shop + "1");
        form.put(field, value);
        return form;
    }
}
