package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.LEGAL;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Decision;
import org.qingwang.commerce.DecisionKind;
import org.qingwang.commerce.Dossier;
import org.qingwang.commerce.Hearing;
import org.qingwang.commerce.HearingService;
import org.qingwang.commerce.PartyAnswer;
import org.qingwang.commerce.PartyStatement;
import org.qingwang.commerce.Told;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.SuspensionGround;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** If this fails, somebody is punished without having been heard, and the court annuls the penalty. */
@QingwangTest
class PenaltyHearingTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Autowired
    Investigator investigator;

    @Autowired
    CommerceService commerce;

    @Autowired
    HearingService hearings;

    @Autowired
    NoteSilence noteSilence;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    MessageSource messages;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void whoSaysNothingInFiveWorkingDaysHasWaived() throws Exception {
        String caseNo = investigator.told();
        assertThat(investigator.task(caseNo, "Task_RecordAnswer").getDueDate().toInstant())
                .isEqualTo(clock(caseNo, "commerce.hearing-request").dueAt());
        Instant due = clock(caseNo, "commerce.hearing-request").dueAt();
        letPass(caseNo, due);
        assertThat(ends(caseNo)).containsExactly("End_Silence");
        assertThat(told(caseNo).answer().kind()).isEqualTo(PartyAnswer.Kind.SILENT);
        assertThat(told(caseNo).answer().answeredOn()).isEqualTo(WorkingCalendar.dateOf(due));

        DelegateExecution execution = Step.with("caseNo", caseNo);
        int entries = timeline.of(caseNo).size();
        noteSilence.execute(execution);
        assertThat(timeline.of(caseNo)).hasSize(entries);

        investigator.submit(caseNo, "Task_Decide", HEAD, investigator.penalty());
        assertThat(dossier(caseNo).decision().decision().partyStatement()).isEqualTo(PartyStatement.WAIVED);
    }

    @Test
    void aStatementHasToBeAnsweredInTheDecision() {
        String caseNo = investigator.told();
        investigator.submit(caseNo, "Task_RecordAnswer", OFFICER, answer("STATEMENT"));
        assertThat(ends(caseNo)).containsExactly("End_NoHearing");
        refused(caseNo, "Task_Decide", HEAD, "commerce.was-the-party-heard", investigator.penalty());
        investigator.submit(
                caseNo,
                "Task_Decide",
                HEAD,
                with(
                        investigator.penalty(),
                        "partyStatement",
                        "HEARD_NOT_FOLLOWED",
                        "partyWords",
                        "The invoices are forged"));
        assertThat(dossier(caseNo).decision().decision().noticeOn()).isEqualTo(investigator.today());
    }

    @Test
    void theTimeOfAHearingDoesNotCountAndItsPenaltyIsDecidedTogether() {
        String caseNo = investigator.told();
        Map<String, Object> asked = answer("HEARING");
        investigator.submit(caseNo, "Task_RecordAnswer", OFFICER, asked);
        assertThat(clock(caseNo, CommerceService.DECISION_CLOCK).standstill().ground())
                .isEqualTo(SuspensionGround.HEARING);

        investigator.submit(caseNo, "Task_ArrangeHearing", LEGAL, arrangement());
        refused(caseNo, "Task_HoldHearing", LEGAL, "commerce.hearing-not-yet", conclusion("HELD"));
        investigator.submit(caseNo, "Task_HoldHearing", LEGAL, conclusion("POSTPONED"));
        assertThat(investigator.open(caseNo)).containsExactly("Task_ArrangeHearing");
        investigator.submit(caseNo, "Task_ArrangeHearing", LEGAL, arrangement());
        assertThat(clock(caseNo, "commerce.hearing-report").startedAt())
                .isEqualTo(investigator
                        .today()
                        .plusDays(21)
                        .atStartOfDay(WorkingCalendar.ZONE)
                        .toInstant());

        move(MONTH);
        investigator.submit(caseNo, "Task_HoldHearing", LEGAL, conclusion("HELD"));
        assertThat(ends(caseNo)).containsExactly("End_Heard");
        assertThat(clock(caseNo, CommerceService.DECISION_CLOCK).standstill()).isNull();
        assertThat(told(caseNo).hearing().conclusion().opinion()).isEqualTo(Hearing.Opinion.LIGHTER);

        Map<String, Object> light = with(
                investigator.penalty(),
                "fine",
                "50000",
                "partyStatement",
                "HEARD_AND_FOLLOWED",
                "partyWords",
                "It gave up the supplier");
        refused(
                caseNo,
                "Task_Decide",
                HEAD,
                "commerce.collective-hearing",
                with(light, "collective", false, "collectiveRecord", null));
        investigator.submit(caseNo, "Task_Decide", HEAD, light);
        assertThat(dossier(caseNo).decision().decision().collectiveRecord()).isNotBlank();
    }

    @Test
    void aHearingGivenUpLeavesTheDecisionToTheHead() {
        String caseNo = investigator.told();
        investigator.submit(caseNo, "Task_RecordAnswer", OFFICER, answer("HEARING"));
        investigator.submit(caseNo, "Task_ArrangeHearing", LEGAL, arrangement());
        investigator.submit(caseNo, "Task_HoldHearing", LEGAL, conclusion("WITHDRAWN"));
        assertThat(investigator.open(caseNo)).containsExactly("Task_Decide");
        assertThat(clock(caseNo, CommerceService.DECISION_CLOCK).standstill()).isNull();
    }

    @Test
    void everyStepTakenAgainChangesNothing() {
        String caseNo = investigator.told();
        investigator.submit(caseNo, "Task_RecordAnswer", OFFICER, answer("HEARING"));
        investigator.submit(caseNo, "Task_ArrangeHearing", LEGAL, arrangement());
        hearings.arrange(caseNo, told(caseNo).hearing().arrangement(), null);
        investigator.submit(caseNo, "Task_HoldHearing", LEGAL, conclusion("WITHDRAWN"));
        Dossier before = dossier(caseNo);
        int entries = timeline.of(caseNo).size();
        hearings.recordAnswer(caseNo, told(caseNo).answer(), null);
        hearings.conclude(caseNo, told(caseNo).hearing().conclusion(), null);
        hearings.noteSilence(caseNo);
        assertThat(dossier(caseNo)).isEqualTo(before);
        assertThat(timeline.of(caseNo)).hasSize(entries);
        LocalDate today = investigator.today();
        assertThatThrownBy(() ->
                        hearings.recordAnswer(caseNo, new PartyAnswer(PartyAnswer.Kind.STATEMENT, today, "No"), null))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aCaseBegunUnderAnEarlierModelTellsThePartyInItsDecision() {
        String caseNo = investigator.approved(investigator.findings());
        Decision untold = decision(null);
        assertThatThrownBy(() -> commerce.decide(caseNo, untold, null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("commerce.penalty-needs-notice"));
        commerce.decide(caseNo, decision(investigator.today()), null);
        assertThat(dossier(caseNo).decision().decision().noticeOn()).isEqualTo(investigator.today());
    }

    private Decision decision(LocalDate noticeOn) {
        return new Decision(
                DecisionKind.PENALTY,
                "ZJ-CF-2",
                investigator.today(),
                noticeOn,
                PartyStatement.WAIVED,
                null,
                new BigDecimal("1000"),
                null,
                null,
                null,
                false,
                null,
                "Sold counterfeits",
                null,
                null);
    }

    @Test
    void aNotice() {
        String caseNo = investigator.approved(investigator.findings());
        Map<String, Object> notice = investigator.notice();
        refusedNotice(caseNo, "commerce.date-in-future", with(notice, "toldOn", investigator.day(1)));
        refusedNotice(caseNo, "commerce.told-before-found", with(notice, "toldOn", investigator.day(-1)));
        refusedNotice(caseNo, "commerce.hearing-must-be-offered", with(notice, "hearingOffered", false));
    }

    @Test
    void aPersonIsOfferedAHearingFromALowerAmountOn() {
        String caseNo = investigator.approved(with(
                investigator.findings(),
                "proposedFine",
                "9999.99",
                "illegalGains",
                "0",
                "unsoldQuantity",
                "0",
                "unsoldValue",
                "0",
                "valuation",
                null,
                "seized",
                false,
                "seizedQuantity",
                null,
                "seizedOn",
                null,
                "seizureNo",
                null));
        investigator.submit(
                caseNo,
                "Task_TellParty",
                OFFICER,
                with(investigator.notice(), "partyKind", "PERSON", "hearingOffered", false, "answer", "AWAITED"));
        refused(caseNo, "Task_RecordAnswer", OFFICER, "commerce.hearing-not-offered", answer("HEARING"));
        investigator.submit(caseNo, "Task_RecordAnswer", OFFICER, answer("WAIVED"));
        assertThat(investigator.open(caseNo)).containsExactly("Task_Decide");
    }

    @Test
    void anAnswer() {
        String caseNo = investigator.told();
        Map<String, Object> good = answer("STATEMENT");
        String task = "Task_RecordAnswer";
        refused(caseNo, task, OFFICER, "commerce.answered-before-told", with(good, "answeredOn", investigator.day(-1)));
        refused(caseNo, task, OFFICER, "commerce.date-in-future", with(good, "answeredOn", investigator.day(1)));
        move(MONTH);
        refused(caseNo, task, OFFICER, "commerce.answered-too-late", with(good, "answeredOn", investigator.day(0)));
    }

    @Test
    void anArrangement() {
        String caseNo = investigator.told();
        investigator.submit(caseNo, "Task_RecordAnswer", OFFICER, answer("HEARING"));
        Map<String, Object> good = arrangement();
        String task = "Task_ArrangeHearing";
        refused(caseNo, task, LEGAL, "commerce.date-in-future", with(good, "noticeOn", investigator.day(1)));
        refused(
                caseNo,
                task,
                LEGAL,
                "commerce.hearing-notice-before-request",
                with(good, "noticeOn", investigator.day(-1)));
        // seven working days before are at least seven days before
        refused(caseNo, task, LEGAL, "commerce.hearing-notice-late", with(good, "hearingOn", investigator.day(7)));
        refused(caseNo, task, LEGAL, "commerce.presider-investigated", with(good, "presider", "han mei"));
    }

    private Map<String, Object> answer(String kind) {
        Map<String, Object> form = new HashMap<>();
        form.put("kind", kind);
        form.put("answeredOn", investigator.day(0));
        if (!kind.equals("WAIVED")) {
            form.put("words", "We bought them from a licensed dealer");
        }
        return form;
    }

    private Map<String, Object> arrangement() {
        return Map.of(
                "hearingOn",
                investigator.day(21),
                "noticeOn",
                investigator.day(0),
                "place",
                "Room 2",
                "presider",
                "Lu Qing");
    }

    private static Map<String, Object> conclusion(String result) {
        Map<String, Object> form = new HashMap<>(Map.of("result", result, "reason", "The supplier was named"));
        if (result.equals("HELD")) {
            form.put("minutes", "The party showed invoices");
            form.put("opinion", "LIGHTER");
        }
        return form;
    }

    private static void move(Duration by) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(by)));
    }

    private void letPass(String caseNo, Instant due) {
        Job timer = management
                .createJobQuery()
                .timers()
                .processInstanceId(hearingOf(caseNo))
                .singleResult();
        assertThat(timer.getDuedate().toInstant()).isEqualTo(due);
        ClockUtil.setCurrentTime(Date.from(due.plusSeconds(1)));
        management.executeJob(timer.getId());
    }

    private void refusedNotice(String caseNo, String messageKey, Map<String, Object> form) {
        refused(caseNo, "Task_TellParty", OFFICER, messageKey, form);
    }

    private void refused(String caseNo, String task, Actor actor, String messageKey, Map<String, Object> form) {
        Dossier before = dossier(caseNo);
        assertThatThrownBy(() -> investigator.submit(caseNo, task, actor, form))
                .as(task + " with " + messageKey)
                .isInstanceOfSatisfying(BadInput.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo(messageKey);
                    assertThat(sentence(refusal, Locale.ENGLISH)).endsWith(".").doesNotContain("{");
                    assertThat(sentence(refusal, Locale.CHINESE)).endsWith("。").doesNotContain("{");
                });
        assertThat(dossier(caseNo)).isEqualTo(before);
    }

    private String sentence(BadInput refusal, Locale locale) {
        return messages.getMessage(refusal.messageKey(), refusal.arguments(), locale);
    }

    private Dossier dossier(String caseNo) {
        return commerce.dossierOf(caseNo).orElseThrow();
    }

    private Told told(String caseNo) {
        return dossier(caseNo).latest().orElseThrow().told();
    }

    private StatutoryClock clock(String caseNo, String rule) {
        return clocks.open(caseNo, rule).orElseThrow();
    }

    private List<String> ends(String caseNo) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(hearingOf(caseNo))
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private String hearingOf(String caseNo) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .processDefinitionKey("penalty-hearing")
                .singleResult()
                .getId();
    }
}
