package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.LEGAL;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.casefile.HandOverService;
import org.qingwang.commerce.measure.Approval;
import org.qingwang.commerce.measure.CarriedOut;
import org.qingwang.commerce.measure.Dealing;
import org.qingwang.commerce.measure.GoodsLines;
import org.qingwang.commerce.measure.ItemState;
import org.qingwang.commerce.measure.Measure;
import org.qingwang.commerce.measure.MeasureItem;
import org.qingwang.commerce.measure.MeasureKind;
import org.qingwang.commerce.measure.MeasurePlan;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.commerce.measure.MeasureStage;
import org.qingwang.commerce.measure.Returned;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.SuspensionGround;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** If this fails, somebody's goods are held without approval, longer than the law allows, or after the case is over. */
@QingwangTest
class CoerciveMeasureTest {

    private static final String TWO_LOTS = "Shoes with mark A; 200; 40000\nBags；100；20000.50";

    @Autowired
    Investigator investigator;

    @Autowired
    MeasureService measures;

    @Autowired
    HandOverService handOvers;

    @Autowired
    LapseMeasure lapseMeasure;

    @Autowired
    LiftMeasure liftMeasure;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    MessageSource messages;

    @Autowired
    Clock clock;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void seizedGoodsAreConfiscatedByTheDecisionAndWhatItSparesIsGivenBack() {
        String caseNo = investigator.filed();
        String measureNo = requested(caseNo, plan(MeasureKind.SEIZURE));
        investigator.submit(caseNo, "Task_ApproveMeasure", HEAD, approval("APPROVED"));
        investigator.submit(caseNo, "Task_CarryOutMeasure", OFFICER, carriedOut());
        assertThat(states(measureNo)).containsOnly(ItemState.HELD);
        assertThat(measures.find(measureNo).orElseThrow().value()).isEqualByComparingTo("60000.50");

        investigator.reviewed(caseNo, investigator.findings());
        refused("commerce.goods-undisposed", () -> decide(caseNo, Map.of()));
        refused("commerce.measure-item-unknown", () -> decide(caseNo, confiscate(measureNo + "/3")));
        refused(
                "commerce.confiscated-without-quantity",
                () -> investigator.submit(
                        caseNo,
                        "Task_Decide",
                        HEAD,
                        with(
                                investigator.penalty(),
                                "heldGoods",
                                "CONFISCATE",
                                "confiscatedQuantity",
                                null,
                                "confiscatedValue",
                                null)));
        decide(caseNo, confiscate(measureNo + "/2"));
        assertThat(states(measureNo)).containsExactly(ItemState.CONFISCATED, ItemState.RELEASED);
        assertThat(clock(measureNo, "commerce.seizure").state(clock.instant())).isEqualTo(StatutoryClock.State.MET);

        assertThat(investigator.open(caseNo)).containsExactly("Task_ReturnGoods", "Task_ServeDecision");
        refused(
                "commerce.returned-before-taken",
                () -> investigator.submit(
                        caseNo,
                        "Task_ReturnGoods",
                        OFFICER,
                        Map.of("returnedOn", investigator.day(-1), "receivedBy", "Wang Wu")));
        investigator.submit(caseNo, "Task_ReturnGoods", OFFICER, returned());
        assertThat(states(measureNo)).containsExactly(ItemState.CONFISCATED, ItemState.RETURNED);
        assertThat(ends(caseNo)).contains("End_GoodsReturned");
    }

    @Test
    void testingStopsTheClockAndTheHeadMakesItLonger() {
        String caseNo = investigator.filed();
        String measureNo = held(caseNo, MeasureKind.SEALING);
        Instant due = clock(measureNo, "commerce.seizure").dueAt();
        assertThat(investigator.task(caseNo, "Task_DealWithSeized").getDueDate().toInstant())
                .isEqualTo(due);
        SignIn.as(identity, OFFICER, () -> {
            clocks.suspend(measureNo, "commerce.seizure", SuspensionGround.TESTING, "Laboratory");
            return null;
        });
        assertThat(investigator.task(caseNo, "Task_DealWithSeized").getDueDate())
                .isNull();
        SignIn.as(identity, HEAD, () -> {
            clocks.resume(measureNo, "commerce.seizure");
            clocks.extend(measureNo, "commerce.seizure", 30, "Many lots to count");
            return null;
        });
        assertThat(investigator.task(caseNo, "Task_DealWithSeized").getDueDate().toInstant())
                .isAfterOrEqualTo(due.plus(Duration.ofDays(30)));
    }

    @Test
    void whatTheHeadDoesNotApproveIsGivenBackIfItWasTaken() {
        String caseNo = investigator.filed();
        String measureNo = requested(caseNo, urgent(MeasureKind.REGISTRATION));
        assertThat(clock(measureNo, "commerce.measure-approval").dueAt())
                .isEqualTo(takenAt().atZone(WorkingCalendar.ZONE).toInstant().plus(Duration.ofHours(24)));
        investigator.submit(caseNo, "Task_ConfirmUrgent", HEAD, approval("REFUSED"));
        assertThat(states(measureNo)).containsOnly(ItemState.RELEASED);
        assertThat(investigator.open(caseNo)).containsExactly("Task_GatherEvidence", "Task_ReturnGoods");
    }

    @Test
    void whatCouldNotWaitAndNobodyApprovesInADayIsLiftedAndGivenBack() throws Exception {
        String caseNo = investigator.filed();
        String measureNo = requested(caseNo, urgent(MeasureKind.SEIZURE));
        Instant due = clock(measureNo, "commerce.measure-approval").dueAt();
        Job timer = timer(caseNo);
        assertThat(timer.getDuedate().toInstant()).isEqualTo(due);
        ClockUtil.setCurrentTime(Date.from(due.plusSeconds(1)));
        management.executeJob(timer.getId());

        Measure lifted = measures.find(measureNo).orElseThrow();
        assertThat(lifted.isLifted()).isTrue();
        assertThat(clock(measureNo, "commerce.measure-approval").missedAt())
                .as("the head is told")
                .isNotNull();
        assertThat(ends(caseNo)).contains("End_Lifted");
        assertThat(states(measureNo)).containsOnly(ItemState.RELEASED);
        int entries = timeline.of(caseNo).size();
        DelegateExecution execution = Step.with("measureNo", measureNo);
        liftMeasure.execute(execution);
        assertThat(timeline.of(caseNo)).hasSize(entries);
        refused(
                "commerce.measure-out-of-turn.RETURN",
                () -> measures.decide(measureNo, new Approval(Approval.Decision.APPROVED, "Too late"), null));

        assertThat(investigator.open(caseNo)).containsExactly("Task_GatherEvidence", "Task_ReturnGoods");
        investigator.submit(caseNo, "Task_ReturnGoods", OFFICER, returned());
        assertThat(measures.find(measureNo).orElseThrow().stage()).isEqualTo(MeasureStage.CLOSED);
        assertThat(clocks.of(measureNo)).noneMatch(StatutoryClock::isOpen);
    }

    @Test
    void aRequestThatCouldWaitIsNotLostWhenTheHeadIsLate() {
        String caseNo = investigator.filed();
        requested(caseNo, plan(MeasureKind.SEIZURE));
        assertThat(timers(caseNo)).isEmpty();
    }

    @Test
    void whatTheHeadDoesNotApproveIsNeverTaken() {
        String caseNo = investigator.filed();
        String measureNo = requested(caseNo, plan(MeasureKind.SEIZURE));
        investigator.submit(caseNo, "Task_ApproveMeasure", HEAD, approval("REFUSED"));
        assertThat(states(measureNo)).containsOnly(ItemState.DROPPED);
        assertThat(ends(caseNo)).contains("End_Refused", "End_MeasureOver");
    }

    @Test
    void registeredGoodsArePartlyGivenBackAndPartlySeizedUnderAMeasureOfTheirOwn() {
        String caseNo = investigator.filed();
        String measureNo = held(caseNo, MeasureKind.REGISTRATION);
        refused(
                "commerce.measure-item-unknown",
                () -> investigator.submit(caseNo, "Task_DealWithRegistered", OFFICER, dealing("RELEASE", "7")));
        refused(
                "commerce.measure-item-unknown",
                () -> investigator.submit(caseNo, "Task_DealWithRegistered", OFFICER, dealing("RELEASE", "all")));
        investigator.submit(caseNo, "Task_DealWithRegistered", OFFICER, dealing("RELEASE", "2"));
        assertThat(states(measureNo)).containsExactly(ItemState.HELD, ItemState.RELEASED);
        investigator.submit(caseNo, "Task_DealWithRegistered", OFFICER, dealing("SEIZE", null));
        assertThat(states(measureNo)).containsExactly(ItemState.SEIZED, ItemState.RELEASED);

        Measure seizure = measures.ofCase(caseNo).get(1);
        assertThat(seizure.plan().kind()).isEqualTo(MeasureKind.SEIZURE);
        assertThat(seizure.plan().items()).extracting(MeasureItem::name).containsExactly("Shoes with mark A");
        investigator.submit(caseNo, "Task_ConfirmUrgent", HEAD, approval("APPROVED"));
        investigator.submit(caseNo, "Task_DealWithSeized", OFFICER, dealing("HAND_OVER", null));
        assertThat(states(seizure.measureNo())).containsExactly(ItemState.HANDED_OVER);
        assertThat(ends(caseNo)).contains("End_DealtWith", "End_MeasureOver");
    }

    @Test
    void aRegistrationNobodyDecidedOnInSevenWorkingDaysEndsByItself() throws Exception {
        lapses(MeasureKind.REGISTRATION, "commerce.advance-registration");
    }

    @Test
    void aSeizureNobodyDecidedOnInThirtyDaysEndsByItself() throws Exception {
        lapses(MeasureKind.SEIZURE, "commerce.seizure");
    }

    private void lapses(MeasureKind kind, String rule) throws Exception {
        String caseNo = investigator.filed();
        String measureNo = held(caseNo, kind);
        Instant due = clock(measureNo, rule).dueAt();
        Job timer = timer(caseNo);
        assertThat(timer.getDuedate().toInstant()).isEqualTo(due);
        ClockUtil.setCurrentTime(Date.from(due.plusSeconds(1)));
        management.executeJob(timer.getId());

        assertThat(clock(measureNo, rule).missedAt()).as("the head is told").isNotNull();
        assertThat(ends(caseNo)).contains("End_Lapsed");
        assertThat(states(measureNo)).containsOnly(ItemState.RELEASED);
        DelegateExecution execution = Step.with("measureNo", measureNo);
        int entries = timeline.of(caseNo).size();
        lapseMeasure.execute(execution);
        assertThat(timeline.of(caseNo)).hasSize(entries);

        investigator.submit(caseNo, "Task_ReturnGoods", OFFICER, returned());
        assertThat(clock(measureNo, rule).state(clock.instant())).isEqualTo(StatutoryClock.State.MET_LATE);
        assertThat(measures.find(measureNo).orElseThrow().stage()).isEqualTo(MeasureStage.CLOSED);
    }

    @Test
    void aDismissedCaseGivesBackWhatIsHeldAndTakesNothingMore() {
        String caseNo = investigator.filed();
        String held = held(caseNo, MeasureKind.SEIZURE);
        String asked = requested(caseNo, plan(MeasureKind.SEALING));
        Map<String, Object> findings =
                with(investigator.findings(), "proposal", "NO_PENALTY", "proposedFine", null, "facts", "Nothing found");
        investigator.submit(caseNo, "Task_GatherEvidence", OFFICER, findings);
        investigator.submit(caseNo, "Task_LegalReview", LEGAL, investigator.review());
        investigator.submit(caseNo, "Task_Decide", HEAD, investigator.decision("DISMISSED"));
        assertThat(states(held)).containsOnly(ItemState.RELEASED);
        assertThat(states(asked)).containsOnly(ItemState.DROPPED);
        assertThat(investigator.open(caseNo)).containsExactly("Task_ReturnGoods");
        refusedPlan(caseNo, plan(MeasureKind.SEIZURE));
    }

    @Test
    void aLeadThatIsNotFiledLeavesNothingHeld() {
        String caseNo = investigator.assigned();
        investigator.submit(caseNo, "Task_CheckLead", OFFICER, investigator.leadCheck());
        String measureNo = requested(caseNo, urgent(MeasureKind.REGISTRATION));
        investigator.submit(
                caseNo, "Task_DecideFiling", HEAD, Map.of("decision", "NOT_FILE", "reason", "Goods are genuine"));
        assertThat(states(measureNo)).containsOnly(ItemState.RELEASED);
        assertThat(investigator.open(caseNo)).containsExactly("Task_ReturnGoods");
    }

    @Test
    void everyStepTakenAgainChangesNothing() {
        String caseNo = investigator.filed();
        MeasurePlan plan = plan(MeasureKind.SEIZURE);
        String measureNo = requested(caseNo, plan);
        assertThat(requested(caseNo, plan)).isEqualTo(measureNo);
        investigator.submit(caseNo, "Task_ApproveMeasure", HEAD, approval("APPROVED"));
        investigator.submit(caseNo, "Task_CarryOutMeasure", OFFICER, carriedOut());
        investigator.submit(caseNo, "Task_DealWithSeized", OFFICER, dealing("RELEASE", null));
        investigator.submit(caseNo, "Task_ReturnGoods", OFFICER, returned());
        Measure before = measures.find(measureNo).orElseThrow();
        int entries = timeline.of(caseNo).size();

        measures.decide(measureNo, new Approval(Approval.Decision.APPROVED, "Evidence may be lost"), null);
        measures.carryOut(measureNo, new CarriedOut(investigator.today(), "ZJ-KY-1", "Wang Wu"), null);
        measures.deal(measureNo, new Dealing(Dealing.Result.RELEASE, null, "ZJ-JC-1", "Not needed any more"), null);
        measures.giveBack(measureNo, new Returned(investigator.today(), "Wang Wu", null), null);
        assertThat(measures.find(measureNo)).contains(before);
        assertThat(timeline.of(caseNo)).hasSize(entries);
        refused(
                "commerce.measure-out-of-turn.CLOSED",
                () -> measures.deal(
                        measureNo, new Dealing(Dealing.Result.HAND_OVER, null, "ZJ-JC-2", "Too late"), null));
    }

    @Test
    void aPlanThatCannotBeTrueIsRefusedInWords() {
        String caseNo = investigator.filed();
        refused("commerce.measure-without-goods", () -> GoodsLines.read("goods", "  \n "));
        refused("commerce.measure-line", () -> GoodsLines.read("goods", "Shoes 200"));
        refused("commerce.measure-figure", () -> GoodsLines.read("goods", "Shoes; 0; 5"));
        refused("commerce.measure-figure", () -> GoodsLines.read("goods", "Shoes; 1; -5"));
        refused("commerce.measure-figure", () -> GoodsLines.read("goods", "Shoes; 1; 5 USD"));
        refused("commerce.measure-too-many-goods", () -> GoodsLines.read("goods", "a; 1; 1\n".repeat(201)));
        LocalDateTime tomorrow = takenAt().plusDays(2);
        refused("commerce.date-in-future", () -> requested(caseNo, taken(MeasureKind.SEIZURE, tomorrow, "Z", "W")));
        LocalDateTime before = takenAt().minusDays(1);
        refused("commerce.measure-before-case", () -> requested(caseNo, taken(MeasureKind.SEIZURE, before, "Z", "W")));
        refused(
                "commerce.measure-incomplete",
                () -> requested(caseNo, taken(MeasureKind.SEIZURE, takenAt(), " ", "W")));
        requested(caseNo, plan(MeasureKind.SEIZURE));
        investigator.submit(caseNo, "Task_ApproveMeasure", HEAD, approval("APPROVED"));
        refused(
                "commerce.measure-before-approval",
                () -> investigator.submit(
                        caseNo, "Task_CarryOutMeasure", OFFICER, with(carriedOut(), "takenOn", investigator.day(-1))));
    }

    @Test
    void anOfficerOfAnotherAgencyTakesNothing() {
        String caseNo = investigator.filed();
        Actor stranger = SignIn.officer("commerce-440000");
        assertThatThrownBy(() ->
                        SignIn.as(identity, stranger, () -> measures.request(caseNo, plan(MeasureKind.SEIZURE))))
                .isInstanceOf(NotAllowed.class);
    }

    /** Another region takes over what is sealed; another agency cannot give back what it never took. */
    @Test
    void goodsAreDealtWithByWhoeverHasTheCaseAndKeepItWithMarketRegulation() {
        String caseNo = investigator.filed();
        String measureNo = held(caseNo, MeasureKind.SEIZURE);
        refused("casefile.must-stay", () -> give(caseNo, "customs-330000"));
        give(caseNo, "commerce-440000");
        assertThat(measures.find(measureNo).orElseThrow().jurisdiction())
                .isEqualTo(Jurisdiction.parse("commerce-440000"));
        assertThat(clock(measureNo, "commerce.seizure").jurisdiction()).isEqualTo("commerce-440000");
        assertThat(investigator.task(caseNo, "Task_DealWithSeized").getTenantId())
                .isEqualTo("commerce-440000");
    }

    private void give(String caseNo, String to) {
        SignIn.as(identity, HEAD, () -> {
            handOvers.toAgency(caseNo, Jurisdiction.parse(to), "The warehouse is there");
            return null;
        });
    }

    private void refusedPlan(String caseNo, MeasurePlan plan) {
        assertThatThrownBy(() -> requested(caseNo, plan)).isInstanceOf(NotAllowed.class);
    }

    private String held(String caseNo, MeasureKind kind) {
        String measureNo = requested(caseNo, urgent(kind));
        investigator.submit(caseNo, "Task_ConfirmUrgent", HEAD, approval("APPROVED"));
        return measureNo;
    }

    private String requested(String caseNo, MeasurePlan plan) {
        return SignIn.as(identity, OFFICER, () -> measures.request(caseNo, plan));
    }

    private static MeasurePlan plan(MeasureKind kind) {
        return taken(kind, null, null, null);
    }

    private MeasurePlan urgent(MeasureKind kind) {
        return taken(kind, takenAt(), "ZJ-KY-1", "Wang Wu");
    }

    private static MeasurePlan taken(MeasureKind kind, LocalDateTime at, String deedNo, String receivedBy) {
        return new MeasurePlan(
                kind,
                "Warehouse 3",
                "Li Lei 330101",
                "Han Mei 330102",
                "The goods would be gone tomorrow",
                GoodsLines.read("goods", TWO_LOTS),
                at,
                deedNo,
                receivedBy);
    }

    /** Midnight of the day, so that it has passed at whatever hour the test runs. */
    private LocalDateTime takenAt() {
        return investigator.today().atStartOfDay();
    }

    private static Map<String, Object> approval(String decision) {
        return Map.of("decision", decision, "reason", "Evidence may be lost");
    }

    private Map<String, Object> carriedOut() {
        return Map.of("takenOn", investigator.day(0), "deedNo", "ZJ-KY-1", "receivedBy", "Wang Wu");
    }

    private static Map<String, Object> dealing(String result, String items) {
        Map<String, Object> form = Map.of("result", result, "documentNo", "ZJ-JC-1", "reason", "Not needed any more");
        return items == null ? form : with(form, "items", items);
    }

    private Map<String, Object> returned() {
        return Map.of("returnedOn", investigator.day(0), "receivedBy", "Wang Wu");
    }

    private Map<String, Object> confiscate(String spared) {
        return Map.of("heldGoods", "CONFISCATE", "releasedGoods", spared);
    }

    private void decide(String caseNo, Map<String, Object> goods) {
        Map<String, Object> form = with(investigator.penalty());
        form.putAll(goods);
        investigator.submit(caseNo, "Task_Decide", HEAD, form);
    }

    private void refused(String messageKey, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(BadInput.class, refusal -> {
            assertThat(refusal.messageKey()).isEqualTo(messageKey);
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(messages.getMessage(messageKey, refusal.arguments(), locale))
                        .doesNotContain("{")
                        .hasSizeGreaterThan(8);
            }
        });
    }

    private List<ItemState> states(String measureNo) {
        return measures.find(measureNo).orElseThrow().plan().items().stream()
                .map(MeasureItem::state)
                .toList();
    }

    private StatutoryClock clock(String measureNo, String rule) {
        return clocks.of(measureNo).stream()
                .filter(one -> one.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Job timer(String caseNo) {
        return timers(caseNo).get(0);
    }

    private List<Job> timers(String caseNo) {
        List<String> own = instances(caseNo);
        return management.createJobQuery().timers().processDefinitionKey("coercive-measure").list().stream()
                .filter(job -> own.contains(job.getProcessInstanceId()))
                .toList();
    }

    private List<String> instances(String caseNo) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .processDefinitionKey("coercive-measure")
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();
    }

    private List<String> ends(String caseNo) {
        return instances(caseNo).stream()
                .flatMap(id -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(id)
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
