package org.qingwang.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.platform.NoticeService;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, an answer of a platform waits at an agency that handed the case back long ago. */
@QingwangTest
class NoticeTakenOverTest {

    private static final String GUANGDONG = "commerce-440000";

    @Autowired
    Notifier notifier;

    @Autowired
    Investigator officers;

    @Autowired
    NoticeService notices;

    @Autowired
    StatutoryClocks clocks;

    @Test
    void whoTakesOverACaseThatWasHandedBackFollowsItsNoticesUp() {
        String caseNo = notifier.assigned();
        String noticeNo = notifier.sent(caseNo);
        officers.submit(
                caseNo,
                "Task_CheckLead",
                Notifier.OFFICER,
                Map.of("result", "NOT_COMPETENT", "checkedOn", officers.today().toString(), "reason", "It moved away"));
        assertThat(officers.task(caseNo, "Task_RecordMeasures").getTenantId())
                .as("until somebody else has the case")
                .isEqualTo(Notifier.AGENCY);

        officers.submit(
                caseNo,
                "Task_ConfirmAssignment",
                Notifier.HEAD,
                Map.of(
                        "decision",
                        "OVERRIDE",
                        "leadAgency",
                        "commerce",
                        "leadRegion",
                        "440000",
                        "reason",
                        "It is in Guangzhou"));
        Task answer = officers.task(caseNo, "Task_RecordMeasures");
        assertThat(answer.getTenantId()).isEqualTo(GUANGDONG);
        assertThat(notices.find(noticeNo).orElseThrow().jurisdiction()).isEqualTo(Jurisdiction.parse(GUANGDONG));
        assertThat(clocks.of(noticeNo))
                .filteredOn(StatutoryClock::isOpen)
                .isNotEmpty()
                .allSatisfy(clock -> assertThat(clock.jurisdiction()).isEqualTo(GUANGDONG));
        assertThat(officers.task(caseNo, "Task_CheckLead").getTenantId()).isEqualTo(GUANGDONG);
        officers.submit(caseNo, "Task_RecordMeasures", SignIn.officer(GUANGDONG), notifier.measures());
        assertThat(notices.find(noticeNo).orElseThrow().measures()).isNotNull();
    }
}
