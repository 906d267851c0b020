package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.DeferralDecision;
import org.qingwang.commerce.DeferralDecision.Answer;
import org.qingwang.commerce.Dossier;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.commerce.ServiceMethod;
import org.qingwang.commerce.ServiceRecord;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, a decision never binds, or a fine is collected too early, too late, twice or not at all. */
@QingwangTest
class PenaltyExecutionTest {

    @Autowired
    Investigator investigator;

    @Autowired
    CommerceService commerce;

    @Autowired
    PenaltyExecution execution;

    @Autowired
    CountAsServed countAsServed;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void aPartyThatCannotBeFoundIsServedByNoticeAndPaysFromItsEndOn() throws Exception {
        String caseNo = investigator.decided(investigator.findings(), investigator.penalty());
        investigator.submit(caseNo, "Task_ServeDecision", OFFICER, investigator.publicNotice(0));
        assertThat(investigator.open(caseNo)).isEmpty();
        assertThat(dossier(caseNo).service().isAwaited()).isTrue();
        assertThat(dossier(caseNo).settlement().payBy()).isNull();
        assertThat(execution.recordService(caseNo, dossier(caseNo).service(), null))
                .as("the same notice again")
                .isTrue();

        LocalDate over = WorkingCalendar.dateOf(
                clock(caseNo, PenaltyExecution.NOTICE_CLOCK).dueAt());
        assertThat(over).isAfterOrEqualTo(investigator.today().plusDays(30));
        letPass(caseNo, PenaltyExecution.NOTICE_CLOCK);
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision", "Task_RecordPayment");
        assertThat(dossier(caseNo).service().servedOn()).isEqualTo(over);
        assertThat(dossier(caseNo).settlement().payBy()).isAfterOrEqualTo(over.plusDays(15));
        assertThat(clock(caseNo, PenaltyExecution.NOTICE_CLOCK).metAt()).isNotNull();

        Dossier before = dossier(caseNo);
        DelegateExecution step = Step.with("caseNo", caseNo);
        countAsServed.execute(step);
        countAsServed.execute(step);
        assertThat(dossier(caseNo)).isEqualTo(before);
    }

    @Test
    void aSecondNoticeWhileOneStandsIsRefused() {
        String caseNo = investigator.decided(investigator.findings(), investigator.penalty());
        investigator.submit(caseNo, "Task_ServeDecision", OFFICER, investigator.publicNotice(0));
        refused(
                "commerce.notice-runs",
                () -> execution.recordService(
                        caseNo,
                        new ServiceRecord(ServiceMethod.IN_PERSON, investigator.today(), null, "Wang Wu", null, null),
                        null));
    }

    @Test
    void serviceByMailKeepsItsProofAndElectronicServiceItsConsent() {
        String mailed = served(with(investigator.service(), "method", "MAIL", "note", "EMS 1234, signed"));
        assertThat(dossier(mailed).service().note()).isEqualTo("EMS 1234, signed");
        String sent = served(with(investigator.service(), "method", "ELECTRONIC", "consent", "QR-1, signed"));
        assertThat(dossier(sent).service().consent()).isEqualTo("QR-1, signed");
    }

    @Test
    void aPartPaymentIsAwaitedUntilAllIsPaid() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        pay(caseNo, "100000", "R-1", "AWAITED");
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision", "Task_RecordPayment");
        assertThat(dossier(caseNo).settlement().outstanding()).isEqualTo("68000.50");
        investigator.submit(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("68000.50", "R-2"));
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision");
        investigator.submit(caseNo, "Task_PublishDecision", OFFICER, investigator.publication());
        assertThat(ends(caseNo)).contains("End_Penalised");
    }

    @Test
    void whoPaysLatePaysThreePercentADayMore() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        LocalDate payBy = dossier(caseNo).settlement().payBy();
        moveTo(payBy.plusDays(2));
        // 2 x 3 % x 160,000
        assertThat(dossier(caseNo).settlement().surcharge()).isEqualTo("9600.00");
        refused("commerce.application-too-late", () -> pay(caseNo, "0", "A-1", "INSTALMENTS"));
        refused(
                "commerce.what-about-the-rest",
                () -> investigator.submit(
                        caseNo, "Task_RecordPayment", OFFICER, investigator.payment("168000.50", "R-1")));
        investigator.submit(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("177600.50", "R-1"));
        assertThat(dossier(caseNo).settlement().isSettled()).isTrue();
        assertThat(clock(caseNo, PenaltyExecution.PAYMENT_CLOCK)
                        .state(ClockUtil.getCurrentTime().toInstant()))
                .isEqualTo(StatutoryClock.State.MET_LATE);
    }

    @Test
    void moreTimeToPayIsTheHeadsToGiveAndBearsNoSurcharge() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        LocalDate payBy = dossier(caseNo).settlement().payBy();
        pay(caseNo, "8000.50", "A-1", "INSTALMENTS");
        assertThat(investigator.open(caseNo)).containsExactly("Task_DecideDeferral", "Task_PublishDecision");
        refused("commerce.deferral-gives-no-time", () -> defer(caseNo, payBy.toString()));
        refused("commerce.deferral-in-the-past", () -> defer(caseNo, investigator.day(0)));
        defer(caseNo, payBy.plusDays(60).toString());

        LocalDate until = dossier(caseNo).settlement().payBy();
        assertThat(until).as("a day off moves on").isAfterOrEqualTo(payBy.plusDays(60));
        assertThat(WorkingCalendar.dateOf(clocks.open(caseNo, PenaltyExecution.PAYMENT_CLOCK)
                        .orElseThrow()
                        .dueAt()))
                .isEqualTo(until);
        assertThat(investigator.task(caseNo, "Task_RecordPayment").getDueDate().toInstant())
                .isEqualTo(WorkingCalendar.endOf(until));
        moveTo(until);
        assertThat(dossier(caseNo).settlement().surcharge()).isEqualTo("0.00");
        investigator.submit(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("160000", "R-2"));
        assertThat(clocks.open(caseNo, PenaltyExecution.PAYMENT_CLOCK)).isEmpty();
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision");
    }

    @Test
    void anApplicationIsAnsweredOnce() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        pay(caseNo, "0", "A-1", "INSTALMENTS");
        DeferralDecision refusal = new DeferralDecision(Answer.REFUSED, null, null, "It has the money");
        investigator.submit(
                caseNo, "Task_DecideDeferral", HEAD, Map.of("decision", "REFUSED", "reason", "It has the money"));
        Dossier before = dossier(caseNo);
        assertThat(before.deferrals()).containsExactly(refusal);
        execution.decideDeferral(caseNo, refusal, null);
        assertThat(dossier(caseNo)).isEqualTo(before);
        refused(
                "commerce.no-application",
                () -> execution.decideDeferral(
                        caseNo, new DeferralDecision(Answer.REFUSED, null, null, "Something else"), null));
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision", "Task_RecordPayment");
    }

    @Test
    void whatIsNotPaidInTimeGoesToTheCourtAndTheCaseCanBeClosed() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        moveTo(dossier(caseNo).settlement().payBy().plusDays(1));
        pay(caseNo, "0", "COURT-1", "ENFORCEMENT");
        investigator.submit(caseNo, "Task_PublishDecision", OFFICER, investigator.publication());
        assertThat(ends(caseNo)).contains("End_Penalised");
        assertThat(dossier(caseNo).settlement().isSettled()).isTrue();
    }

    @Test
    void aCourtsFineForTheSameActSwallowsTheRest() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        investigator.submit(
                caseNo,
                "Task_RecordPayment",
                OFFICER,
                with(
                        investigator.payment("0", "JUDGMENT-1"),
                        "remainder",
                        "SET_OFF",
                        "note",
                        "Hangzhou court, judgment 12, fine 200,000 yuan"));
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision");
    }

    private String served(Map<String, Object> service) {
        String caseNo = investigator.decided(investigator.findings(), investigator.penalty());
        investigator.submit(caseNo, "Task_ServeDecision", OFFICER, service);
        return caseNo;
    }

    private void pay(String caseNo, String amount, String receiptNo, String remainder) {
        investigator.submit(
                caseNo,
                "Task_RecordPayment",
                OFFICER,
                with(investigator.payment(amount, receiptNo), "remainder", remainder));
    }

    private void defer(String caseNo, String until) {
        investigator.submit(
                caseNo,
                "Task_DecideDeferral",
                HEAD,
                Map.of("decision", "APPROVED", "until", until, "plan", "All at once", "reason", "The shop burnt down"));
    }

    private static void moveTo(LocalDate day) {
        ClockUtil.setCurrentTime(
                Date.from(day.atTime(12, 0).atZone(WorkingCalendar.ZONE).toInstant()));
    }

    private void letPass(String caseNo, String rule) {
        Instant due = clock(caseNo, rule).dueAt();
        ClockUtil.setCurrentTime(Date.from(due.plusSeconds(1)));
        List<Job> timers = management.createJobQuery().timers().executable().list().stream()
                .filter(job -> caseNo.equals(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .toList();
        assertThat(timers).hasSize(1);
        management.executeJob(timers.get(0).getId());
    }

    private static void refused(String messageKey, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }

    private Dossier dossier(String caseNo) {
        return commerce.dossierOf(caseNo).orElseThrow();
    }

    private StatutoryClock clock(String caseNo, String rule) {
        return clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ends(String caseNo) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                .flatMap(process ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(process.getId())
                                .list()
                                .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
