package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

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
import org.qingwang.commerce.Challenge;
import org.qingwang.commerce.ChallengeService;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.commerce.Settlement;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** If this fails, a party pays for having gone to court, or is brought before the court that still hears it. */
@QingwangTest
class ChallengeTest {

    @LocalServerPort
    int port;

    @Autowired
    Investigator investigator;

    @Autowired
    ChallengeService challenges;

    @Autowired
    CommerceService commerce;

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
    void whileReconsiderationIsUnderWayNothingIsAddedAndNoCourtIsAsked() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        LocalDate payBy = settlement(caseNo).payBy();
        moveTo(payBy.plusDays(2));
        begin(caseNo, reconsideration(payBy.plusDays(2)));
        begin(caseNo, reconsideration(payBy.plusDays(2)));
        moveTo(payBy.plusDays(60));
        // the day after the last one alone: 3 % of 160,000
        assertThat(settlement(caseNo).surcharge()).isEqualTo("4800.00");
        refused("commerce.enforcement-while-challenged", () -> pay(caseNo, "0", "COURT-1", "ENFORCEMENT"));

        Challenge.End end = new Challenge.End(payBy.plusDays(60), Challenge.Outcome.UPHELD, "Decision 5");
        end(caseNo, end);
        int entries = timeline.of(caseNo).size();
        end(caseNo, end);
        assertThat(timeline.of(caseNo)).hasSize(entries);
        moveTo(payBy.plusDays(61));
        assertThat(settlement(caseNo).surcharge()).isEqualTo("9600.00");
        pay(caseNo, "0", "COURT-1", "ENFORCEMENT");
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision");
    }

    @Test
    void whoOwedOnlyWhatDoesNotCountIsWaitedForNoMore() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        LocalDate payBy = settlement(caseNo).payBy();
        moveTo(payBy.plusDays(1));
        pay(caseNo, "168000.50", "R-1", "AWAITED");
        assertThat(settlement(caseNo).outstanding()).isEqualTo("4800.00");
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision", "Task_RecordPayment");
        begin(caseNo, reconsideration(payBy));
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision");
        assertThat(clocks.open(caseNo, PenaltyExecution.PAYMENT_CLOCK)).isEmpty();
    }

    @Test
    void whatCannotBeTrueIsRefusedInWords() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        LocalDate today = investigator.today();
        refused("commerce.date-in-future", () -> begin(caseNo, reconsideration(today.plusDays(1))));
        refused("commerce.challenged-before-served", () -> begin(caseNo, reconsideration(today.minusDays(1))));
        refused(
                "commerce.challenge-incomplete",
                () -> begin(caseNo, new Challenge(Challenge.Kind.SUIT, today, " ", "1", null)));
        Challenge.End end = new Challenge.End(today, Challenge.Outcome.WITHDRAWN, null);
        refused("commerce.not-challenged", () -> end(caseNo, end));
        begin(caseNo, reconsideration(today));
        refused(
                "commerce.challenged-already",
                () -> begin(caseNo, new Challenge(Challenge.Kind.SUIT, today, "Hangzhou court", "2", null)));
        refused(
                "commerce.challenge-ended-before-begun",
                () -> end(caseNo, new Challenge.End(today.minusDays(1), Challenge.Outcome.UPHELD, null)));
        refused("commerce.challenge-end-incomplete", () -> end(caseNo, new Challenge.End(null, null, null)));
        String undecided = investigator.filed();
        refused("commerce.nothing-to-challenge", () -> begin(undecided, reconsideration(today)));
    }

    @Test
    void anOfficerRecordsItOnThePageAndAStrangerDoesNot() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        String page = "/desk/cases/" + caseNo + "/challenge";
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get("/desk/cases/" + caseNo).body()).contains(page);
        assertThat(officer.get(page).body())
                .contains("Administrative Penalty Law (2021), art. 73", "not checked")
                .doesNotContain("??");
        assertThat(officer.post(page, form("authority", "")).statusCode()).isEqualTo(400);
        assertThat(officer.post(page, form("fileNo", "x".repeat(1001))).statusCode())
                .isEqualTo(400);
        HttpUser stranger = HttpUser.signedIn(port, "commerce-gd");
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.post(page, form("fileNo", "1")).statusCode()).isEqualTo(404);

        assertThat(officer.post(page, form("fileNo", "(2026) <b>7</b>")).statusCode())
                .isEqualTo(302);
        assertThat(officer.get("/desk/cases/" + caseNo + "/summary").body())
                .as("what the payment task shows above its form")
                .contains("Reconsideration asked for", "(2026) &lt;b&gt;7&lt;/b&gt;", "nothing is added")
                .doesNotContain("??");
        assertThat(officer.with("Accept-Language", "zh-CN").get(page).body())
                .contains("复议、诉讼结果", "第73条")
                .doesNotContain("??");
        assertThat(officer.post(page + "/end", form("outcome", "NOT_UPHELD")).statusCode())
                .isEqualTo(302);
        assertThat(settlement(caseNo).challenge()).isNull();
    }

    private Map<String, String> form(String field, String value) {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "RECONSIDERATION");
        form.put("begunOn", investigator.day(0));
        form.put("authority", "People's Government of Zhejiang");
        form.put("fileNo", "1");
        form.put("endedOn", investigator.day(0));
        form.put("outcome", "UPHELD");
        form.put("note", "Decision 5");
        form.put(field, value);
        return form;
    }

    private static Challenge reconsideration(LocalDate day) {
        return new Challenge(Challenge.Kind.RECONSIDERATION, day, "People's Government of Zhejiang", "(2026) 7", null);
    }

    private void begin(String caseNo, Challenge challenge) {
        asOfficer(() -> challenges.begin(caseNo, challenge));
    }

    private void end(String caseNo, Challenge.End end) {
        asOfficer(() -> challenges.end(caseNo, end));
    }

    private void asOfficer(Runnable act) {
        SignIn.as(identity, OFFICER, () -> {
            act.run();
            return null;
        });
    }

    private void pay(String caseNo, String amount, String receiptNo, String remainder) {
        investigator.submit(
                caseNo,
                "Task_RecordPayment",
                OFFICER,
                with(investigator.payment(amount, receiptNo), "remainder", remainder));
    }

    private Settlement settlement(String caseNo) {
        return commerce.dossierOf(caseNo).orElseThrow().settlement();
    }

    private static void moveTo(LocalDate day) {
        ClockUtil.setCurrentTime(
                Date.from(day.atTime(12, 0).atZone(WorkingCalendar.ZONE).toInstant()));
    }

    private void refused(String messageKey, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(BadInput.class, refusal -> {
            assertThat(refusal.messageKey()).isEqualTo(messageKey);
            assertThat(messages.getMessage(messageKey, refusal.arguments(), Locale.CHINESE))
                    .endsWith("。")
                    .doesNotContain("{");
        });
    }
}
