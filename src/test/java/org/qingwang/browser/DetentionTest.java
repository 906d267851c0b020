package org.qingwang.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.browser.Person.Choice;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.customs.process.CustomsOfficer;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, customs keep goods nobody gave security for, or nobody sees on the screen why they left. */
@QingwangTest
class DetentionTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    CustomsOfficer customs;

    @Autowired
    CaseService cases;

    @Test
    void goodsFoundExOfficioAreReleasedForWantOfSecurity() {
        ClockUtil.reset();
        String caseNo = customs.examined(customs.examination());
        LocalDate today = customs.today();
        Person officer = Person.signedIn(chromium, port, "customs-zj", "en-US");

        officer.takesTask(customs.task(caseNo, "Task_NotifyHolder").getId());
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("noticeNo", "TZ-1");
        notice.put("servedOn", today);
        notice.put("method", new Choice("Electronic"));
        notice.put("receivedBy", "Agent of the holder");
        officer.fills(notice);
        officer.completesTask();
        await("the holder's turn")
                .atMost(Duration.ofSeconds(60))
                .until(() -> customs.open(caseNo).contains("Task_RecordAnswer"));
        officer.open("/desk/cases/" + caseNo);
        officer.sees("CNY 30,000.00");

        officer.takesTask(customs.task(caseNo, "Task_RecordAnswer").getId());
        officer.fills(Map.of("answer", new Choice("without sufficient security"), "answeredOn", today));
        officer.completesTask();
        await("the release")
                .atMost(Duration.ofSeconds(60))
                .until(() -> cases.find(caseNo).filter(CaseFile::isClosed).isPresent());
        officer.open("/desk/cases/" + caseNo);
        officer.sees("Goods released");
        officer.sees("No sufficient security");
        assertThat(officer.failedRequests()).isEmpty();
    }
}
