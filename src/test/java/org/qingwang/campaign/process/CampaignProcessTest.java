package org.qingwang.campaign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.campaign.process.Campaigning.GUANGDONG;
import static org.qingwang.campaign.process.Campaigning.SUPERVISOR;
import static org.qingwang.campaign.process.Campaigning.ZHEJIANG;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.Campaign.Stage;
import org.qingwang.campaign.CampaignAgency;
import org.qingwang.campaign.CampaignService;
import org.qingwang.campaign.KeyTask;
import org.qingwang.campaign.KeyTaskService;
import org.qingwang.campaign.LastingMeasureService;
import org.qingwang.campaign.LiaisonService;
import org.qingwang.campaign.MeasureReport;
import org.qingwang.campaign.PlanDecision;
import org.qingwang.campaign.PlanService;
import org.qingwang.campaign.ProgressReport;
import org.qingwang.campaign.ScopeChange;
import org.qingwang.campaign.ScopeService;
import org.qingwang.campaign.TaskReview;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * If this fails, a campaign of many agencies waits for one of them, runs past its last day, or ends without anybody
 * having been asked for figures.
 */
@QingwangTest
class CampaignProcessTest {

    /** A Monday; the campaigns here end on Friday 27 November. */
    private static final LocalDate START = LocalDate.of(2026, 11, 2);

    @Autowired
    Campaigning campaigning;

    @Autowired
    CampaignService campaigns;

    @Autowired
    PlanService plans;

    @Autowired
    LiaisonService liaisons;

    @Autowired
    KeyTaskService tasks;

    @Autowired
    LastingMeasureService measures;

    @Autowired
    ScopeService scope;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void standOnADay() {
        at(START, "08:00");
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void aPlanIsReturnedWithReasonsRevisedAndApprovedBySomebodyElse() {
        String no = campaigning.draft(campaigning.plan());
        campaigning.submit(
                no, "Task_ApprovePlan", SUPERVISOR, Map.of("decision", "RETURN", "reason", "Name Chinese goods too"));
        assertThat(campaigning.get(no).stage()).isEqualTo(Stage.RETURNED);
        assertThat(campaigning.get(no).remarks()).isEqualTo("Name Chinese goods too");

        campaigning.submit(no, "Task_RevisePlan", SignIn.office(), Map.of("goods", "shoes\n鞋"));

        Campaign revised = campaigning.get(no);
        assertThat(revised.stage()).isEqualTo(Stage.PLANNED);
        assertThat(revised.plan().goods()).containsExactly("shoes", "鞋");
        assertThat(revised.plan().phases()).as("what was left empty stays").hasSize(1);
        assertThat(tasks.of(no)).hasSize(1);
        campaigning.approve(no);
        assertThat(campaigning.get(no).stage()).isEqualTo(Stage.ISSUED);
    }

    @Test
    void whoDraftedAPlanDoesNotApproveIt() {
        String no = campaigning.draft(campaigning.plan());
        assertThatThrownBy(() ->
                        campaigning.submit(no, "Task_ApprovePlan", SignIn.office(), Map.of("decision", "APPROVE")))
                .isNotNull();
        var both = new Actor("office", "Qin Lan", null, Set.of("office", Actor.SUPERVISORS_GROUP));
        refused(
                () -> campaigning.as(
                        both, () -> plans.decide(no, new PlanDecision(PlanDecision.Decision.APPROVE, null))),
                "campaign.plan.own");
        assertThat(campaigning.get(no).stage()).isEqualTo(Stage.PLANNED);
    }

    @Test
    void everyAgencyGetsTheNoticeAndItsHeadNamesWhoSpeaksForIt() {
        String no = campaigning.issued();
        assertThat(campaigns.agenciesOf(no)).hasSize(2);
        var task = campaigning.task(no + "-" + ZHEJIANG, "Task_NameLiaison");
        assertThat(task.getTenantId()).isEqualTo(ZHEJIANG);
        assertThat(task.getDueDate().toInstant())
                .as("5 working days: Tue 3 - Fri 6, Mon 9")
                .isEqualTo(WorkingCalendar.endOf(LocalDate.of(2026, 11, 9)));

        refused(() -> campaigning.name(no, ZHEJIANG, "commerce-gd"), "campaign.liaison.elsewhere");
        campaigning.name(no, ZHEJIANG, "commerce-zj");
        assertThat(agency(no, ZHEJIANG).liaisonName()).isEqualTo("Zhou Min 周敏");
        assertThat(campaigning.open(no)).as("Guangdong is still awaited").isEmpty();

        campaigning.name(no, GUANGDONG, "commerce-gd-head");
        assertThat(campaigning.open(no)).containsExactly("Task_Launch");
    }

    @Test
    void anAgencyThatIsLateHoldsNobodyUpAndTheOfficeSeesIt() {
        String no = campaigning.issued();
        campaigning.name(no, ZHEJIANG, "commerce-zj");
        at(LocalDate.of(2026, 11, 10), "09:00");
        campaigning.runJobs(no);
        campaigning.runJobs(no + "-" + GUANGDONG);

        assertThat(campaigning.open(no)).containsExactly("Task_Launch");
        assertThat(agency(no, GUANGDONG).lateAt()).isNotNull();
        liaisons.escalate(no, Jurisdiction.parse(GUANGDONG));
        assertThat(events(no)).containsOnlyOnce("campaign.event.liaison-late");

        campaigning.name(no, GUANGDONG, "commerce-gd");
        assertThat(agency(no, GUANGDONG).isConfirmed())
                .as("late is better than never")
                .isTrue();
    }

    /** Fridays 6, 13, 20 and 27 November; 27 is the last day. */
    @Test
    void returnsAreAskedForEveryFridayMorningUntilTheLastDay() {
        String no = campaigning.running();
        campaigning.runJobs(no);
        assertThat(asked(no)).isEmpty();

        at(LocalDate.of(2026, 11, 6), "08:59");
        campaigning.runJobs(no);
        assertThat(asked(no)).as("offices open at nine").isEmpty();
        at(LocalDate.of(2026, 11, 6), "09:00");
        campaigning.runJobs(no);
        assertThat(asked(no)).containsExactly("2026-11-06");
        assertThat(campaigning.runs().askReturns(no)).as("asked once").isFalse();

        at(LocalDate.of(2026, 11, 21), "09:00");
        campaigning.runJobs(no);
        assertThat(asked(no))
                .as("what fell due while nothing ran is asked when something runs again")
                .containsExactly("2026-11-06", "2026-11-13", "2026-11-20");

        at(LocalDate.of(2026, 11, 27), "09:00");
        campaigning.runJobs(no);
        assertThat(asked(no)).hasSize(4).contains("2026-11-27");
        assertThat(campaigning.get(no).stage()).isEqualTo(Stage.EVALUATION);
        assertThat(campaigning.open(no)).containsExactly("Task_Evaluate");
        assertThat(campaigning.runs().askReturns(no)).isTrue();
        assertThat(asked(no)).hasSize(4);
    }

    @Test
    void anExtendedCampaignGoesOnAndAShortenedOneEnds() {
        String no = campaigning.running();
        extend(no, LocalDate.of(2026, 12, 9), List.of("330000", "440000"));
        extend(no, LocalDate.of(2026, 12, 9), List.of("330000", "440000"));
        assertThat(events(no)).containsOnlyOnce("campaign.event.extended");
        assertThat(campaigning.get(no).plannedLastDay()).isEqualTo(LocalDate.of(2026, 11, 27));

        at(LocalDate.of(2026, 11, 30), "09:00");
        campaigning.runJobs(no);
        assertThat(campaigning.get(no).stage()).isEqualTo(Stage.RUNNING);

        extend(no, LocalDate.of(2026, 12, 1), List.of("330000", "440000"));
        at(LocalDate.of(2026, 12, 1), "09:00");
        campaigning.runJobs(no);
        assertThat(asked(no)).hasSize(5).contains("2026-12-01");
        assertThat(campaigning.get(no).stage()).isEqualTo(Stage.EVALUATION);
        refused(() -> extend(no, LocalDate.of(2026, 12, 20), List.of("330000")), "campaign.not-now.EVALUATION");
    }

    @Test
    void agenciesOfANewRegionGetTheNoticeAndThoseOfARegionGivenUpAreAskedForNothingMore() {
        String no = campaigning.issued();
        campaigning.name(no, ZHEJIANG, "commerce-zj");
        at(LocalDate.of(2026, 11, 10), "09:00");
        campaigning.runJobs(no);
        campaigning.launch(no);
        String task = tasks.of(no).get(0).taskNo();

        extend(no, LocalDate.of(2026, 11, 27), List.of("310000"));

        assertThat(campaigning.open(no + "-commerce-310000")).containsExactly("Task_NameLiaison");
        assertThat(campaigning.open(no + "-" + GUANGDONG)).isEmpty();
        assertThat(campaigning.open(task)).isEmpty();
        assertThat(tasks.of(no).get(0).stage()).isEqualTo(KeyTask.Stage.DROPPED);
        assertThat(agency(no, GUANGDONG).takesPart()).isFalse();
        assertThat(clocks.of(no))
                .filteredOn(clock -> clock.subject().endsWith(GUANGDONG))
                .extracting(clock -> clock.state(ClockUtil.getCurrentTime().toInstant()))
                .containsOnly(StatutoryClock.State.STOPPED);

        extend(no, LocalDate.of(2026, 11, 27), List.of("310000", "330000"));
        assertThat(agency(no, ZHEJIANG).takesPart()).isTrue();
        assertThat(campaigning.open(no + "-" + ZHEJIANG))
                .as("who named a liaison once is not asked again")
                .isEmpty();
    }

    @Test
    void aCampaignThatIsCalledOffAsksNobodyForAnythingAnyMore() {
        String no = campaigning.issued();
        campaigning.asOffice(() -> plans.callOff(no, "The law changed"));
        campaigning.asOffice(() -> plans.callOff(no, "The law changed"));

        assertThat(campaigning.get(no).stage()).isEqualTo(Stage.CALLED_OFF);
        assertThat(campaigning.open(no)).isEmpty();
        assertThat(campaigning.open(no + "-" + ZHEJIANG)).isEmpty();
        assertThat(running(no)).isZero();
        assertThat(events(no)).containsOnlyOnce("campaign.event.called-off");
        String begun = campaigning.running();
        refused(() -> campaigning.asOffice(() -> plans.callOff(begun, "Too late")), "campaign.not-now.RUNNING");
    }

    /** Ten days from Monday 2 November: Thursday 12. */
    @Test
    void aKeyTaskIsReportedOnUntilItIsDoneGivenBackAndAccepted() {
        String no = campaigning.running();
        String task = tasks.of(no).get(0).taskNo();
        var open = campaigning.task(task, "Task_ReportProgress");
        assertThat(open.getTenantId()).isEqualTo(ZHEJIANG);
        assertThat(open.getDueDate().toInstant()).isEqualTo(WorkingCalendar.endOf(LocalDate.of(2026, 11, 12)));

        progress(task, 40, "Two of five halls", false);
        assertThat(tasks.of(no).get(0).progress()).isEqualTo(40);
        at(LocalDate.of(2026, 11, 13), "09:00");
        campaigning.runJobs(task);
        assertThat(tasks.of(no).get(0).lateAt()).isNotNull();
        tasks.noteLate(task);
        assertThat(events(no)).containsOnlyOnce("campaign.event.task-late");

        progress(task, 100, "All five halls", true);
        accept(task, Map.of("decision", "RETURN", "note", "Hall 5 is missing", "days", 6));
        assertThat(campaigning.task(task, "Task_ReportProgress").getDueDate().toInstant())
                .as("six days: Thursday 19")
                .isEqualTo(WorkingCalendar.endOf(LocalDate.of(2026, 11, 19)));
        progress(task, 100, "Hall 5 as well", true);
        accept(task, Map.of("decision", "ACCEPT", "note", "Good work"));

        assertThat(tasks.of(no).get(0).stage()).isEqualTo(KeyTask.Stage.DONE);
        assertThat(running(task)).isZero();
        TaskReview again = new TaskReview(TaskReview.Decision.ACCEPT, "Good work", null);
        campaigning.asOffice(() -> tasks.review(task, again));
        refused(
                () -> campaigning.asOffice(
                        () -> tasks.review(task, new TaskReview(TaskReview.Decision.RETURN, "No", 3))),
                "campaign.task.not-done");
        refused(
                () -> campaigning.as(
                        SignIn.officer(ZHEJIANG), () -> tasks.report(task, new ProgressReport(1, "Late", false))),
                "campaign.task.not-open");
    }

    @Test
    void aClosedCampaignLeavesMeasuresWhoseOwnersAreReminded() {
        String no = evaluated(LocalDate.of(2027, 3, 6));
        assertThat(campaigning.get(no).stage()).isEqualTo(Stage.CLOSED);
        assertThat(tasks.of(no).get(0).stage()).isEqualTo(KeyTask.Stage.DROPPED);
        assertThat(running(no)).isZero();
        String measure = measures.of(no).get(0).measureNo();
        campaigning.runJobs(measure);
        assertThat(campaigning.open(measure)).isEmpty();

        at(LocalDate.of(2027, 3, 8), "09:00");
        campaigning.runJobs(measure);
        assertThat(campaigning.open(measure))
                .as("6 March 2027 is a Saturday, Monday 8 a working day")
                .containsExactly("Task_ReportMeasure");
        refused(
                () -> report(measure, Map.of("report", "Still there", "standing", "GOES_ON", "remindOn", "2027-03-08")),
                "campaign.measure.remind");
        report(measure, Map.of("report", "Still there", "standing", "GOES_ON", "remindOn", "2027-06-01"));
        MeasureReport same = new MeasureReport("Still there", MeasureReport.Standing.GOES_ON, LocalDate.of(2027, 6, 1));
        campaigning.as(SignIn.officer(GUANGDONG), () -> measures.report(measure, same));
        assertThat(events(no)).containsOnlyOnce("campaign.event.measure-reported");

        at(LocalDate.of(2027, 6, 1), "09:00");
        campaigning.runJobs(measure);
        report(measure, Map.of("report", "The platform does it now", "standing", "ENDED"));
        assertThat(running(measure)).isZero();
        refused(
                () -> campaigning.as(
                        SignIn.officer(GUANGDONG),
                        () -> measures.report(measure, new MeasureReport("More", MeasureReport.Standing.ENDED, null))),
                "campaign.measure.ended");
    }

    private String evaluated(LocalDate remindOn) {
        String no = campaigning.running();
        at(LocalDate.of(2026, 11, 27), "09:00");
        campaigning.runJobs(no);
        campaigning.submit(
                no,
                "Task_Evaluate",
                SignIn.office(),
                Map.of(
                        "evaluation",
                        "Nearly all that was planned",
                        "practices",
                        List.of(Map.of(
                                "title", "One desk", "agency", "COMMERCE", "region", "330000", "words", "All at once")),
                        "measures",
                        List.of(Map.of(
                                "title",
                                "Daily patrol",
                                "agency",
                                "COMMERCE",
                                "region",
                                "440000",
                                "remindOn",
                                remindOn.toString()))));
        campaigning.runs().close(no);
        assertThat(events(no)).containsOnlyOnce("campaign.event.closed");
        return no;
    }

    @Test
    void aPlanThatCannotBeIsRefusedInWords() {
        refusedPlan(plan -> plan.put("lastDay", "2026-11-01"), "campaign.plan.ends-before");
        refusedPlan(
                plan -> {
                    plan.put("firstDay", "2026-10-01");
                    plan.put("lastDay", "2026-11-01");
                },
                "campaign.plan.past");
        refusedPlan(plan -> plan.put("lastDay", "2030-11-01"), "campaign.plan.too-long");
        refusedPlan(
                plan -> plan.put(
                        "phases", List.of(Map.of("name", "Late", "firstDay", "2026-11-02", "lastDay", "2027-01-01"))),
                "campaign.plan.phase");
        refusedPlan(plan -> plan.put("goods", "x".repeat(61)), "campaign.plan.word");
        refusedPlan(plan -> plan.put("tasks", List.of(task("310000", "2026-11-05"))), "campaign.plan.task-owner");
        refusedPlan(plan -> plan.put("tasks", List.of(task("330000", "2027-11-05"))), "campaign.plan.task-day");
        refusedPlan(plan -> plan.put("regions", List.of("710000")), "engine.form.option");
        refusedPlan(plan -> plan.put("approved", true), "engine.form.unknown");
        Map<String, Object> taken = campaigning.plan();
        campaigning.draft(taken);
        refused(() -> campaigning.draft(taken), "campaign.plan.document");
    }

    private static Map<String, Object> task(String region, String dueOn) {
        return Map.of("title", "Market", "agency", "COMMERCE", "region", region, "dueOn", dueOn);
    }

    private void refusedPlan(Consumer<Map<String, Object>> change, String key) {
        Map<String, Object> plan = new HashMap<>(campaigning.plan());
        change.accept(plan);
        refused(() -> campaigning.draft(plan), key);
    }

    @Test
    void agenciesSeeTheCampaignsTheyTakePartInAndNobodyElseDoes() {
        String drafted = campaigning.draft(campaigning.plan());
        String issued = campaigning.issued();
        assertThat(seenBy(ZHEJIANG, issued)).isTrue();
        assertThat(seenBy(ZHEJIANG, drafted)).as("not before the notice").isFalse();
        assertThat(seenBy("customs-330000", issued)).isFalse();
        for (var stranger : List.of(SignIn.head(ZHEJIANG), SignIn.officer(ZHEJIANG), SUPERVISOR)) {
            assertThatThrownBy(() -> campaigning.as(stranger, () -> plans.callOff(issued, "I do not like it")))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> campaigning.as(
                        SignIn.officer(ZHEJIANG),
                        () -> liaisons.name(
                                issued, Jurisdiction.parse(ZHEJIANG), new LiaisonService.Liaison("commerce-zj", "1"))))
                .isInstanceOf(NotAllowed.class);
        String task = tasks.of(campaigning.running()).get(0).taskNo();
        assertThatThrownBy(() -> campaigning.as(
                        SignIn.officer(GUANGDONG), () -> tasks.report(task, new ProgressReport(1, "Mine", false))))
                .isInstanceOf(NotAllowed.class);
    }

    private boolean seenBy(String jurisdiction, String campaignNo) {
        return campaigning.as(
                SignIn.officer(jurisdiction), () -> campaigns.find(campaignNo).isPresent());
    }

    private void extend(String no, LocalDate lastDay, List<String> regions) {
        campaigning.asOffice(() -> scope.change(no, new ScopeChange(lastDay, regions, "Decided by the leading group")));
    }

    private void progress(String taskNo, int percent, String report, boolean done) {
        campaigning.submit(
                taskNo,
                "Task_ReportProgress",
                SignIn.officer(ZHEJIANG),
                Map.of("progress", percent, "report", report, "done", done));
    }

    private void accept(String taskNo, Map<String, Object> review) {
        campaigning.submit(taskNo, "Task_AcceptResult", SignIn.office(), review);
    }

    private void report(String measureNo, Map<String, Object> report) {
        campaigning.submit(measureNo, "Task_ReportMeasure", SignIn.officer(GUANGDONG), report);
    }

    private CampaignAgency agency(String no, String jurisdiction) {
        return campaigns.agenciesOf(no).stream()
                .filter(agency -> agency.jurisdiction().id().equals(jurisdiction))
                .findFirst()
                .orElseThrow();
    }

    private List<String> asked(String no) {
        return jdbc.sql("select period_end::text from campaign_return where campaign_no = :no order by period_end")
                .param("no", no)
                .query(String.class)
                .list();
    }

    private List<String> events(String no) {
        return jdbc.sql("select message_key from campaign_event where campaign_no = :no order by event_id")
                .param("no", no)
                .query(String.class)
                .list();
    }

    private long running(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BadInput.class, input -> assertThat(input.messageKey()).isEqualTo(key));
    }

    private static void at(LocalDate day, String time) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.parse(time)).atZone(WorkingCalendar.ZONE).toInstant()));
    }
}
