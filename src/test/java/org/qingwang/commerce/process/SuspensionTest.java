package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.OFFICER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Suspension;
import org.qingwang.commerce.SuspensionService;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** If this fails, a case is decided while a court still says whose the mark is, or its time runs out meanwhile. */
@QingwangTest
class SuspensionTest {

    @LocalServerPort
    int port;

    @Autowired
    Investigator investigator;

    @Autowired
    SuspensionService suspensions;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    IdentityService identity;

    @Autowired
    MessageSource messages;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void whileTitleIsDisputedTheTimeToDecideStandsStillAndNothingIsDecided() {
        String caseNo = investigator.awaitingDecision();
        Instant due = clock(caseNo).dueAt();
        Suspension suspension = suspension(investigator.today());
        suspend(caseNo, suspension);
        suspend(caseNo, suspension);
        assertThat(clock(caseNo).standstill()).isNotNull();
        assertThat(investigator.task(caseNo, "Task_Decide").getDueDate()).isNull();
        refused("commerce.suspended", () -> investigator.submit(caseNo, "Task_Decide", HEAD, investigator.penalty()));

        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(100))));
        Suspension.Resumption resumption = new Suspension.Resumption(investigator.today(), "The mark was upheld");
        resume(caseNo, resumption);
        int entries = timeline.of(caseNo).size();
        resume(caseNo, resumption);
        assertThat(timeline.of(caseNo)).hasSize(entries);
        assertThat(clock(caseNo).dueAt())
                .as("100 days more, less what the first end had moved over days off")
                .isAfter(due.plus(Duration.ofDays(88)));
        investigator.submit(caseNo, "Task_Decide", HEAD, investigator.penalty());
        assertThat(investigator.open(caseNo)).containsExactly("Task_ServeDecision");
    }

    @Test
    void whatCannotBeTrueIsRefusedInWords() {
        String caseNo = investigator.filed();
        LocalDate today = investigator.today();
        refused("commerce.date-in-future", () -> suspend(caseNo, suspension(today.plusDays(1))));
        refused("commerce.suspended-before-filed", () -> suspend(caseNo, suspension(today.minusDays(1))));
        refused(
                "commerce.suspension-incomplete",
                () -> suspend(
                        caseNo, new Suspension(Suspension.Ground.SUIT_PENDING, today, " ", "1", "Head", "Because")));
        refused("commerce.not-suspended", () -> resume(caseNo, new Suspension.Resumption(today, "Nothing to resume")));
        suspend(caseNo, suspension(today));
        refused(
                "commerce.suspended-already",
                () -> suspend(
                        caseNo,
                        new Suspension(Suspension.Ground.OTHER_CASE, today, "Court", "2", "Head", "Another reason")));
        refused(
                "commerce.resumed-before-suspended",
                () -> resume(caseNo, new Suspension.Resumption(today.minusDays(1), "Too early")));
        refused("commerce.suspension-incomplete", () -> resume(caseNo, new Suspension.Resumption(today, " ")));
        refused("commerce.out-of-turn.LEAD", () -> {
            String early = investigator.assigned();
            investigator.submit(early, "Task_CheckLead", OFFICER, investigator.leadCheck());
            investigator.submit(
                    early, "Task_DecideFiling", HEAD, Map.of("decision", "RETURN", "reason", "Look again, please"));
            suspend(early, suspension(today));
        });
    }

    @Test
    void anOfficerSuspendsAndResumesOnThePageAndAStrangerDoesNot() {
        String caseNo = investigator.filed();
        String page = "/desk/cases/" + caseNo + "/suspension";
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get("/desk/cases/" + caseNo).body()).contains(page);
        assertThat(officer.get(page).body()).contains("Title in dispute").doesNotContain("??");
        assertThat(officer.post(page, form("authority", "")).statusCode()).isEqualTo(400);
        assertThat(officer.post(page, form("authority", "x".repeat(2001))).statusCode())
                .isEqualTo(400);
        HttpUser stranger = HttpUser.signedIn(port, "commerce-gd");
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.post(page, form("fileNo", "1")).statusCode()).isEqualTo(404);

        assertThat(officer.post(page, form("fileNo", "(2026) 7")).statusCode()).isEqualTo(302);
        assertThat(officer.get("/desk/cases/" + caseNo).body())
                .contains("Stands still since", "(2026) 7", "Resume the investigation")
                .doesNotContain("??");
        assertThat(officer.with("Accept-Language", "zh-CN").get(page).body())
                .contains("恢复案件", "商标权属存在争议")
                .doesNotContain("??");
        assertThat(stranger.post(page + "/end", form("reason", "Over")).statusCode())
                .isEqualTo(404);
        assertThat(officer.post(page + "/end", form("reason", "The mark was upheld"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(clock(caseNo).standstill()).isNull();
    }

    private Map<String, String> form(String field, String value) {
        Map<String, String> form = new HashMap<>();
        form.put("ground", "TITLE_IN_DISPUTE");
        form.put("suspendedOn", investigator.day(0));
        form.put("resumedOn", investigator.day(0));
        form.put("authority", "Intellectual property office");
        form.put("fileNo", "1");
        form.put("approvedBy", "Shen Yue");
        form.put("reason", "Invalidity of the mark was asked for");
        form.put(field, value);
        return form;
    }

    private static Suspension suspension(LocalDate since) {
        return new Suspension(
                Suspension.Ground.TITLE_IN_DISPUTE,
                since,
                "Intellectual property office",
                "1",
                "Shen Yue",
                "Invalidity of the mark was asked for");
    }

    private void suspend(String caseNo, Suspension suspension) {
        SignIn.as(identity, OFFICER, () -> {
            suspensions.suspend(caseNo, suspension);
            return null;
        });
    }

    private void resume(String caseNo, Suspension.Resumption resumption) {
        SignIn.as(identity, OFFICER, () -> {
            suspensions.resume(caseNo, resumption);
            return null;
        });
    }

    private void refused(String messageKey, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(BadInput.class, refusal -> {
            assertThat(refusal.messageKey()).isEqualTo(messageKey);
            assertThat(messages.getMessage(messageKey, refusal.arguments(), Locale.CHINESE))
                    .endsWith("。")
                    .doesNotContain("{");
        });
    }

    private StatutoryClock clock(String caseNo) {
        return clocks.open(caseNo, CommerceService.DECISION_CLOCK).orElseThrow();
    }
}
