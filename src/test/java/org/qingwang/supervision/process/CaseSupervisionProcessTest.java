package org.qingwang.supervision.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.supervision.process.Supervising.AGENCY;
import static org.qingwang.supervision.process.Supervising.COLLEAGUE;
import static org.qingwang.supervision.process.Supervising.OWNER;
import static org.qingwang.supervision.process.Supervising.REPORT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.ClockSweep;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.supervision.Supervision;
import org.qingwang.supervision.SupervisionOrder;
import org.qingwang.supervision.SupervisionReview;
import org.qingwang.supervision.SupervisionService;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, a case the whole country looks at lies with nobody, and the campaign office learns it too late. */
@QingwangTest
class CaseSupervisionProcessTest {

    /** A Monday. */
    private static final LocalDate START = LocalDate.of(2026, 11, 2);

    @Autowired
    Supervising supervising;

    @Autowired
    SupervisionService supervisions;

    @Autowired
    CaseService cases;

    @Autowired
    CaseStories stories;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    ClockSweep sweep;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void standOnADay() {
        at(START, "10:00");
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    /** 30 days from Monday 2 November: Wednesday 2 December. */
    @Test
    void theNamedOwnerHasTheTaskUntilTheDayTheOfficeSet() {
        String caseNo = supervising.put();

        Task task = supervising.task(caseNo, "Task_ReportResult");
        assertThat(task.getAssignee()).isEqualTo("commerce-zj");
        assertThat(task.getTenantId()).isEqualTo(AGENCY);
        assertThat(task.getDueDate().toInstant()).isEqualTo(endOf(LocalDate.of(2026, 12, 2)));
        assertThat(cases.find(caseNo).orElseThrow().supervised()).isTrue();
        assertThat(supervising.open(caseNo)).contains("Task_CheckLead");
    }

    @Test
    void theOfficeAcceptsTheReportAndTheSupervisionIsLifted() {
        String caseNo = supervising.reported();
        assertThat(supervising.task(caseNo, "Task_ReviewReport").getDueDate().toInstant())
                .as("5 working days: Tue 3 - Fri 6, Mon 9")
                .isEqualTo(endOf(LocalDate.of(2026, 11, 9)));

        supervising.submit(
                caseNo, "Task_ReviewReport", SignIn.office(), Map.of("decision", "ACCEPT", "note", "Settled at last."));

        assertThat(newest(caseNo).stage()).isEqualTo(Supervision.Stage.LIFTED);
        assertThat(newest(caseNo).result()).isEqualTo("Settled at last.");
        assertThat(cases.find(caseNo).orElseThrow().supervised()).isFalse();
        assertThat(running(caseNo)).isZero();
    }

    @Test
    void aReportThatLeavesTheSupplierOutComesBackWithANewTimeLimit() {
        String caseNo = supervising.reported();
        supervising.submit(
                caseNo,
                "Task_ReviewReport",
                SignIn.office(),
                Map.of("decision", "RETURN", "note", "Name the supplier.", "days", 10));

        Task again = supervising.task(caseNo, "Task_ReportResult");
        assertThat(again.getDueDate().toInstant())
                .as("ten days: Thursday 12 November")
                .isEqualTo(endOf(LocalDate.of(2026, 11, 12)));
        assertThat(again.getAssignee()).isEqualTo("commerce-zj");
        assertThat(newest(caseNo).remarks()).isEqualTo("Name the supplier.");
        assertThat(cases.find(caseNo).orElseThrow().supervised()).isTrue();
    }

    /** 2 December and ten days: Saturday 12 December, so Monday 14. */
    @Test
    void theOfficeGivesMoreTimeBeforeTheEndAndNobodyElseDoes() {
        String caseNo = supervising.put();
        StatutoryClock clock = reportClock(caseNo);
        refused(
                () -> SignIn.as(identity, SignIn.head(AGENCY), () -> {
                    clocks.extend(clock.subject(), clock.rule().id(), 10, "We need more");
                    return null;
                }),
                "law.clock.only-office");

        extend(caseNo, 10, "The laboratory is slow");
        extend(caseNo, 10, "The laboratory is slow");

        assertThat(supervising.task(caseNo, "Task_ReportResult").getDueDate().toInstant())
                .isEqualTo(endOf(LocalDate.of(2026, 12, 14)));
        assertThat(events(caseNo)).containsOnlyOnce("supervision.event.extended");
        at(LocalDate.of(2026, 12, 15), "09:00");
        refused(() -> extend(caseNo, 5, "Too late"), "law.clock.passed");
    }

    @Test
    void theOfficeLiftsWithoutWaitingAndNothingIsDueAnyMore() {
        String caseNo = supervising.put();
        lift(caseNo, "Joined with the case of Guangdong");
        lift(caseNo, "Joined with the case of Guangdong");

        assertThat(supervising.open(caseNo)).containsExactly("Task_CheckLead");
        assertThat(running(caseNo)).isZero();
        assertThat(reportClock(caseNo).state(now())).isEqualTo(StatutoryClock.State.STOPPED);
        assertThat(events(caseNo)).containsOnlyOnce("supervision.event.lifted");
    }

    @Test
    void aCaseThatIsClosedStillOwesItsReport() {
        String caseNo = supervising.put();
        cases.recordOutcome(
                caseNo, new CaseResult(CaseOutcome.DISMISSED, "Genuine goods", null, null, null, null, null));
        cases.close(caseNo);
        assertThat(reportClock(caseNo).state(now())).isEqualTo(StatutoryClock.State.RUNNING);
        assertThat(supervising.open(caseNo)).contains("Task_ReportResult");
    }

    /** The lead check of 2 November ends after 15 working days, on Monday 23. */
    @Test
    void aMissedClockOfASupervisedCaseIsToldToTheOfficeAndOneOfAnotherIsNot() {
        String watched = supervising.put();
        String plain = supervising.assigned();
        at(LocalDate.of(2026, 11, 24), "09:00");
        tellAll();
        assertThat(toldToOffice(watched)).isEqualTo(1);
        assertThat(toldToOffice(plain)).isZero();
        assertThat(supervising.asOffice(() -> supervisions.page(true, null)).missed())
                .containsEntry(watched, 1L);
    }

    @Test
    void theSameOrderTwiceIsOneSupervisionAndAnotherOneIsRefused() {
        String caseNo = supervising.assigned();
        assertThat(supervising.put(caseNo)).isEqualTo(supervising.put(caseNo));
        assertThat(supervisions.of(caseNo)).hasSize(1);
        refused(
                () -> supervising.asOffice(
                        () -> supervisions.put(caseNo, new SupervisionOrder("commerce-zj", 20, "Faster"))),
                "supervision.already");
    }

    @Test
    void everyStepMayComeTwice() {
        String number = newest(supervising.put()).supervisionNo();
        SignIn.as(identity, OWNER, () -> {
            supervisions.report(number, REPORT);
            supervisions.report(number, REPORT);
            return null;
        });
        SupervisionReview review = new SupervisionReview(SupervisionReview.Decision.RETURN, "Name the supplier", 10);
        supervising.asOffice(() -> supervisions.review(number, review));
        supervising.asOffice(() -> supervisions.review(number, review));
        refused(
                () -> supervising.asOffice(() -> supervisions.review(
                        number, new SupervisionReview(SupervisionReview.Decision.ACCEPT, "Good", null))),
                "supervision.no-report");
    }

    @Test
    void whatCannotBeSupervisedIsRefusedInWords() {
        String unassigned = stories.open(AGENCY, Map.of("sellerRegion", "330100"));
        refused(() -> supervising.put(unassigned), "supervision.nobody-leads");
        String caseNo = supervising.assigned();
        refused(() -> order(caseNo, "commerce-gd", 30, "Elsewhere"), "supervision.owner-elsewhere");
        refused(() -> order(caseNo, "commerce-zj-legal", 30, "Reviewer"), "supervision.owner-elsewhere");
        refused(() -> order(caseNo, "", 30, "Nobody"), "supervision.owner-missing");
        refused(() -> order(caseNo, "commerce-zj", 0, "No time"), "supervision.days");
        refused(() -> order(caseNo, "commerce-zj", 366, "For ever"), "supervision.days");
        refused(() -> order(caseNo, "commerce-zj", 30, "  "), "supervision.reason-missing");
        refused(() -> order(caseNo, "commerce-zj", 30, "x".repeat(2001)), "supervision.too-long");
        refused(() -> extend(caseNo, 5, "Not supervised"), "supervision.not-awaited");
        cases.recordOutcome(
                caseNo, new CaseResult(CaseOutcome.DISMISSED, "Genuine goods", null, null, null, null, null));
        cases.close(caseNo);
        refused(() -> supervising.put(caseNo), "casefile.closed");
    }

    @Test
    void onlyTheOfficeSupervisesAndOnlyTheOwnerReports() {
        String caseNo = supervising.put();
        for (var stranger : List.of(SignIn.head(AGENCY), SignIn.officer("customs-330000"))) {
            assertThatThrownBy(() -> SignIn.as(identity, stranger, () -> supervisions.put(caseNo, Supervising.order())))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() ->
                        supervising.submit(caseNo, "Task_ReportResult", COLLEAGUE, Map.of("report", "I did it.......")))
                .isNotNull();
        String reported = supervising.reported();
        assertThatThrownBy(() -> supervising.submit(
                        reported,
                        "Task_ReviewReport",
                        SignIn.head(AGENCY),
                        Map.of("decision", "ACCEPT", "note", "Settled by ourselves")))
                .isNotNull();
        assertThat(newest(reported).stage()).isEqualTo(Supervision.Stage.REVIEW);
    }

    private int toldToOffice(String caseNo) {
        return jdbc.sql("select count(*) from clock_reminder r join statutory_clock c on c.id = r.clock_id"
                        + " where c.subject = :case and r.recipient = 'office'")
                .param("case", caseNo)
                .query(Integer.class)
                .single();
    }

    private void tellAll() {
        int told;
        do {
            told = sweep.tellDue();
        } while (told == 100);
    }

    private void order(String caseNo, String owner, int days, String reason) {
        supervising.asOffice(() -> supervisions.put(caseNo, new SupervisionOrder(owner, days, reason)));
    }

    private void extend(String caseNo, int days, String reason) {
        supervising.asOffice(() -> supervisions.extend(caseNo, days, reason));
    }

    private void lift(String caseNo, String result) {
        supervising.asOffice(() -> supervisions.lift(caseNo, result));
    }

    private Supervision newest(String caseNo) {
        return supervisions.of(caseNo).get(0);
    }

    private StatutoryClock reportClock(String caseNo) {
        return clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().equals(SupervisionService.REPORT_CLOCK))
                .findFirst()
                .orElseThrow();
    }

    private long running(String caseNo) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo, "case-supervision")
                .count();
    }

    private List<String> events(String caseNo) {
        return supervising.events(caseNo);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BadInput.class, input -> assertThat(input.messageKey()).isEqualTo(key));
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private static Instant endOf(LocalDate day) {
        return WorkingCalendar.endOf(day);
    }

    private static void at(LocalDate day, String time) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.parse(time)).atZone(WorkingCalendar.ZONE).toInstant()));
    }
}
