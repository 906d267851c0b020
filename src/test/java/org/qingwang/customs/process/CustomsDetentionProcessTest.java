package org.qingwang.customs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.customs.process.CustomsOfficer.AGENCY;
import static org.qingwang.customs.process.CustomsOfficer.HEAD;
import static org.qingwang.customs.process.CustomsOfficer.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseService;
import org.qingwang.common.BadInput;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Dossier;
import org.qingwang.customs.ReleaseGround;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, goods stay detained past their day, are let go too early, or a case of customs gets stuck. */
@QingwangTest
class CustomsDetentionProcessTest {

    @Autowired
    CustomsOfficer customs;

    @Autowired
    CustomsService service;

    @Autowired
    CaseService cases;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void counterfeitsDetainedExOfficioAreConfiscatedDestroyedAndTheirCostsTakenFromTheSecurity() {
        String caseNo = customs.notified(customs.examination());
        Task answer = customs.task(caseNo, "Task_RecordAnswer");
        assertThat(answer.getTenantId()).isEqualTo(AGENCY);
        assertThat(answer.getDueDate().toInstant())
                .isEqualTo(clock(caseNo, CustomsService.HOLDER_CLOCK).dueAt());
        // half of 60,000
        assertThat(dossier(caseNo).required().required()).isEqualTo("30000.00");
        assertThat(dossier(caseNo).required().tier()).isEqualTo("MIDDLE");

        customs.submit(caseNo, "Task_RecordAnswer", customs.answer());
        customs.submit(caseNo, "Task_DetainGoods", customs.detention());
        assertThat(customs.task(caseNo, "Task_Determine").getDueDate().toInstant())
                .isEqualTo(clock(caseNo, CustomsService.DETERMINATION_CLOCK).dueAt());
        customs.submit(caseNo, "Task_Determine", customs.determination("INFRINGING"));
        customs.submit(caseNo, "Task_DecideConfiscation", HEAD, customs.confiscation());
        customs.submit(caseNo, "Task_DisposeGoods", customs.destruction());
        customs.submit(caseNo, "Task_SettleCosts", customs.costs());

        assertThat(ends(caseNo)).containsExactly("End_Settled");
        CaseFile closed = cases.find(caseNo).orElseThrow();
        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.result().outcome()).isEqualTo(CaseOutcome.CONFISCATED);
        assertThat(closed.result().confiscated()).isEqualByComparingTo("60000");
        assertThat(closed.result().goodsQuantity()).isEqualByComparingTo("300");
        Dossier dossier = dossier(caseNo);
        // 1,200.50 + 300 + 2,000 of 30,000
        assertThat(dossier.settlement().total()).isEqualByComparingTo("3500.50");
        assertThat(dossier.settlement().refundedOf(dossier.securityAmount())).isEqualByComparingTo("26499.50");
        assertThat(dossier.settlement().owedBeyond(dossier.securityAmount())).isEqualByComparingTo("0");
        assertThat(states(caseNo))
                .containsExactlyInAnyOrder(
                        "customs.holder-answer MET",
                        "customs.determination MET",
                        "customs.court-notice-ex-officio STOPPED",
                        "customs.completion MET");
        assertThat(clocks.of(caseNo)).noneMatch(StatutoryClock::isOpen);
    }

    @Test
    void theHeadSendsACaseBackAndTheThirtyDaysStillCountFromTheDetention() {
        String caseNo = customs.detained(customs.examination());
        Instant due = clock(caseNo, CustomsService.DETERMINATION_CLOCK).dueAt();
        customs.submit(caseNo, "Task_Determine", customs.determination("INFRINGING"));
        moveTo(customs.today().plusDays(3));
        customs.submit(
                caseNo, "Task_DecideConfiscation", HEAD, Map.of("decision", "RETURN", "reason", "Ask for samples"));
        assertThat(customs.task(caseNo, "Task_Determine").getDueDate().toInstant())
                .isEqualTo(due);
        customs.submit(caseNo, "Task_Determine", customs.determination("INFRINGING"));
        assertThat(customs.open(caseNo)).containsExactly("Task_DecideConfiscation");
        assertThat(dossier(caseNo).determinations()).hasSize(2);
        assertThat(dossier(caseNo).decisions().get(0).reason()).isEqualTo("Ask for samples");
    }

    @Test
    void aHolderWhoIsSilentForThreeWorkingDaysOfServiceLosesTheDetention() {
        String caseNo = customs.notified(customs.examination());
        letPass(caseNo, CustomsService.HOLDER_CLOCK);
        assertThat(ends(caseNo)).containsExactly("End_NotDetained");
        assertReleased(caseNo, ReleaseGround.NO_ANSWER);
        assertThat(customs.open(caseNo)).isEmpty();
    }

    @Test
    void threeWorkingDaysAreCountedFromServiceAndNotFromTheNotice() {
        String caseNo = customs.examined(customs.examination());
        moveTo(customs.today().plusDays(9));
        customs.submit(caseNo, "Task_NotifyHolder", with(customs.notice(), "servedOn", customs.day(-1)));
        assertThat(clock(caseNo, CustomsService.HOLDER_CLOCK).startedAt())
                .isEqualTo(customs.today()
                        .minusDays(1)
                        .atStartOfDay(WorkingCalendar.ZONE)
                        .toInstant());
    }

    @Test
    void withoutSufficientSecurityNothingIsDetained() {
        String caseNo = customs.notified(customs.examination());
        assertRefused(
                caseNo,
                "Task_RecordAnswer",
                with(customs.answer(), "securityAmount", "29999.99"),
                "customs.security-too-low");
        customs.submit(caseNo, "Task_RecordAnswer", Map.of("answer", "NO_SECURITY", "answeredOn", customs.day(0)));
        assertThat(ends(caseNo)).containsExactly("End_NotDetained");
        assertReleased(caseNo, ReleaseGround.NO_SECURITY);
        assertThat(timers(caseNo)).isEmpty();
    }

    @Test
    void aHolderWhoDeclinesLetsTheGoodsGo() {
        String caseNo = customs.notified(customs.examination());
        customs.submit(caseNo, "Task_RecordAnswer", Map.of("answer", "DECLINES", "answeredOn", customs.day(0)));
        assertReleased(caseNo, ReleaseGround.DECLINED);
    }

    @Test
    void anAnswerAfterItsLastDayDetainsNothing() {
        String caseNo = customs.notified(customs.examination());
        ClockUtil.setCurrentTime(
                Date.from(clock(caseNo, CustomsService.HOLDER_CLOCK).dueAt().plusSeconds(60)));
        assertRefused(caseNo, "Task_RecordAnswer", customs.answer(), "customs.answer-too-late");
    }

    @Test
    void goodsDetainedOnApplicationGoTheCourtsWayWhenItsNoticeArrives() {
        String caseNo = customs.detainedOnApplication(customs.examination());
        // on application the value of the goods
        assertThat(dossier(caseNo).required().required()).isEqualTo("60000.00");
        customs.submit(caseNo, "Task_AwaitCourtApplication", customs.court("NOTICE"));
        customs.submit(caseNo, "Task_SettleCosts", with(customs.costs(), "disposal", "70000"));
        assertThat(ends(caseNo)).containsExactly("End_Settled");
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.TRANSFERRED);
        Dossier dossier = dossier(caseNo);
        // 71,500.50 against 60,000
        assertThat(dossier.settlement().refundedOf(dossier.securityAmount())).isEqualByComparingTo("0");
        assertThat(dossier.settlement().owedBeyond(dossier.securityAmount())).isEqualByComparingTo("11500.50");
    }

    @Test
    void goodsDetainedOnApplicationAreReleasedAfterTwentyWorkingDaysWithoutACourt() {
        String caseNo = customs.detainedOnApplication(customs.examination());
        letPass(caseNo, CustomsService.COURT_APPLICATION_CLOCK);
        assertReleased(caseNo, ReleaseGround.NO_COURT_NOTICE);
        customs.submit(caseNo, "Task_SettleCosts", customs.costs());
        assertThat(cases.find(caseNo).orElseThrow().isClosed()).isTrue();
    }

    @Test
    void anApplicationThatShowsNothingIsRejected() {
        String caseNo = customs.examined(with(customs.examination(), "route", "APPLICATION", "recordationNo", null));
        customs.submit(
                caseNo,
                "Task_CheckApplication",
                with(
                        customs.application(),
                        "decision",
                        "REJECT",
                        "securityKind",
                        null,
                        "securityAmount",
                        null,
                        "securityNo",
                        null,
                        "reason",
                        "No evidence of infringement"));
        assertThat(ends(caseNo)).containsExactly("End_NotDetained");
        assertReleased(caseNo, ReleaseGround.APPLICATION_REJECTED);
    }

    @Test
    void whatCustomsCannotDetermineIsReleasedAfterFiftyWorkingDaysWithoutACourt() {
        String caseNo = customs.detained(customs.examination());
        customs.submit(caseNo, "Task_Determine", customs.notDeterminable());
        assertThat(customs.task(caseNo, "Task_AwaitCourtExOfficio").getDueDate().toInstant())
                .isEqualTo(clock(caseNo, CustomsService.COURT_EX_OFFICIO_CLOCK).dueAt());
        letPass(caseNo, CustomsService.COURT_EX_OFFICIO_CLOCK);
        assertReleased(caseNo, ReleaseGround.NO_COURT_NOTICE);
        assertThat(customs.open(caseNo)).containsExactly("Task_SettleCosts");
    }

    @Test
    void aHolderWhoWithdrawsWhileTheCourtIsAwaitedEndsTheDetention() {
        String caseNo = customs.detained(customs.examination());
        customs.submit(caseNo, "Task_Determine", customs.notDeterminable());
        customs.submit(caseNo, "Task_AwaitCourtExOfficio", customs.court("WITHDRAWN"));
        assertReleased(caseNo, ReleaseGround.WITHDRAWN);
        assertThat(timers(caseNo)).isEmpty();
    }

    @Test
    void proofOfTheConsigneeReleasesTheGoods() {
        String caseNo = customs.detained(customs.examination());
        customs.submit(caseNo, "Task_Determine", customs.determination("PROOF"));
        assertReleased(caseNo, ReleaseGround.PROOF);
        customs.submit(caseNo, "Task_SettleCosts", customs.costs());
        assertThat(ends(caseNo)).containsExactly("End_Settled");
    }

    /** 30,000 of security, 3,500.50 of costs: 20,000 of it go to the consignee, 6,499.50 back to the holder. */
    @Test
    void aHolderWhoseGoodsWereDetainedWithoutRightCompensatesOutOfTheSecurity() {
        Map<String, Object> compensation =
                with(customs.costs(), "compensation", "20000", "judgmentNo", "(2026) Zhe 01 Min Chu 7");
        String confiscated = customs.confiscated(customs.examination());
        customs.submit(confiscated, "Task_DisposeGoods", customs.destruction());
        assertRefused(confiscated, "Task_SettleCosts", compensation, "customs.compensation-for-released-goods-only");

        String caseNo = customs.detained(customs.examination());
        customs.submit(caseNo, "Task_Determine", customs.determination("NOT_INFRINGING"));
        assertRefused(
                caseNo,
                "Task_SettleCosts",
                with(compensation, "judgmentNo", null),
                "customs.compensation-needs-judgment");
        customs.submit(caseNo, "Task_SettleCosts", compensation);
        Dossier dossier = dossier(caseNo);
        assertThat(dossier.settlement().refundedOf(dossier.securityAmount())).isEqualByComparingTo("6499.50");
        assertThat(dossier.settlement().owedBeyond(dossier.securityAmount())).isEqualByComparingTo("0");
    }

    @Test
    void counterSecurityReleasesGoodsOfAPatentAndNeverOfAMark() {
        Map<String, Object> counter =
                with(customs.determination("COUNTER_SECURITY"), "counterAmount", "60000", "counterNo", "FDB-1");
        String mark = customs.detained(customs.examination());
        assertRefused(mark, "Task_Determine", counter, "customs.counter-security-for-patents-only");

        String patent = customs.detained(customs.patentExamination());
        assertRefused(
                patent,
                "Task_Determine",
                with(counter, "counterAmount", "59999.99"),
                "customs.counter-security-too-low");
        customs.submit(patent, "Task_Determine", counter);
        assertReleased(patent, ReleaseGround.COUNTER_SECURITY);
    }

    @Test
    void genuineGoodsAreLetThroughWithoutANotice() {
        String caseNo = customs.examined(
                with(customs.examination(), "finding", "NO_SUSPICION", "route", null, "parallelImport", "GENUINE"));
        assertThat(ends(caseNo)).containsExactly("End_NotDetained");
        assertReleased(caseNo, ReleaseGround.NO_SUSPICION);
    }

    @Test
    void goodsThatAreNotAtTheBorderGoBackToBeAssigned() {
        String caseNo = customs.examined(
                Map.of("finding", "NOT_COMPETENT", "reason", "The goods are in a warehouse in the city"));
        assertThat(ends(caseNo)).containsExactly("End_NotCompetent");
        assertThat(customs.open(caseNo)).containsExactly("Task_ConfirmAssignment");
        assertThat(cases.find(caseNo).orElseThrow().lead()).isNull();
    }

    private void assertReleased(String caseNo, ReleaseGround ground) {
        assertThat(dossier(caseNo).release().ground()).isEqualTo(ground);
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.RELEASED);
        assertThat(clocks.of(caseNo))
                .filteredOn(clock -> clock.rule().id().startsWith("customs."))
                .filteredOn(clock -> !clock.rule().id().equals("customs.completion"))
                .noneMatch(StatutoryClock::isOpen);
    }

    private void assertRefused(String caseNo, String taskKey, Map<String, Object> form, String messageKey) {
        assertThatThrownBy(() -> customs.submit(caseNo, taskKey, form))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(messageKey));
        assertThat(customs.open(caseNo)).containsExactly(taskKey);
    }

    private void letPass(String caseNo, String rule) {
        Instant due = clock(caseNo, rule).dueAt();
        List<Job> timers = timers(caseNo);
        assertThat(timers).hasSize(1);
        assertThat(timers.get(0).getDuedate().toInstant()).isEqualTo(due);
        ClockUtil.setCurrentTime(Date.from(due.plusSeconds(1)));
        management.executeJob(timers.get(0).getId());
    }

    private static void moveTo(LocalDate day) {
        ClockUtil.setCurrentTime(
                Date.from(day.atTime(10, 0).atZone(WorkingCalendar.ZONE).toInstant()));
    }

    private List<Job> timers(String caseNo) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().timers().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    private Dossier dossier(String caseNo) {
        return service.dossierOf(caseNo).orElseThrow();
    }

    private StatutoryClock clock(String caseNo, String rule) {
        return clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private List<String> states(String caseNo) {
        return clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().startsWith("customs."))
                .map(clock -> clock.rule().id() + " " + clock.state(Instant.now()))
                .toList();
    }

    private List<String> ends(String caseNo) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .processDefinitionKey(CustomsDetentionProcess.KEY)
                .list()
                .stream()
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(HistoricActivityInstance::getActivityId)
                .filter(id -> id.startsWith("End_"))
                .toList();
    }
}
