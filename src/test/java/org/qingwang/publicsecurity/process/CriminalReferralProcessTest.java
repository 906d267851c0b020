package org.qingwang.publicsecurity.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.publicsecurity.process.Referrer.AGENCY;
import static org.qingwang.publicsecurity.process.Referrer.CONSTABLE;
import static org.qingwang.publicsecurity.process.Referrer.HEAD;
import static org.qingwang.publicsecurity.process.Referrer.OFFICER;
import static org.qingwang.publicsecurity.process.Referrer.OTHER_POLICE;
import static org.qingwang.publicsecurity.process.Referrer.POLICE;
import static org.qingwang.publicsecurity.process.Referrer.POLICE_HEAD;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Stage;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.common.BadInput;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.ReleaseGround;
import org.qingwang.customs.process.CustomsOfficer;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.publicsecurity.ReferralFile;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.publicsecurity.ReferralStage;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, a suspected crime gets lost between administration and police, or is settled with a fine. */
@QingwangTest
class CriminalReferralProcessTest {

    private static final Actor CUSTOMS = SignIn.officer("customs-330000");
    private static final Actor CUSTOMS_HEAD = SignIn.head("customs-330000");

    @Autowired
    Referrer referrer;

    @Autowired
    Investigator investigator;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CustomsOfficer customs;

    @Autowired
    CustomsService detentions;

    @Autowired
    ReferralService referrals;

    @Autowired
    CommerceService commerce;

    @Autowired
    CaseService cases;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    StatutoryClocks clocks;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void aCrimeIsReportedApprovedTransferredFiledHandedOverAndProsecuted() {
        String caseNo = referrer.assigned();
        referrer.begin(caseNo, OFFICER);
        Task report = referrer.task(caseNo, "Task_WriteReport");
        assertThat(report.getTenantId()).isEqualTo(AGENCY);
        assertThat(report.getDueDate().toInstant())
                .isEqualTo(clock(caseNo, ReferralStage.REPORT).dueAt());
        referrer.transfer(caseNo);
        Task receipt = referrer.task(caseNo, "Task_SignReceipt");
        assertThat(receipt.getTenantId()).as("worked by the police").isEqualTo(POLICE);
        assertThat(cases.maySee(CONSTABLE, caseNo))
                .as("the police see the case")
                .isTrue();
        referrer.submit(caseNo, "Task_SignReceipt", CONSTABLE, referrer.receipt());

        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("FILED"));
        assertThat(referrer.open(caseNo))
                .as("the administration's own work stops")
                .containsExactly("Task_HandOverArticles");
        referrer.submit(caseNo, "Task_HandOverArticles", OFFICER, referrer.articles());
        assertThat(referrer.task(caseNo, "Task_SignForArticles").getTenantId()).isEqualTo(POLICE);
        referrer.submit(caseNo, "Task_SignForArticles", CONSTABLE, referrer.articles());
        assertThat(cases.find(caseNo).orElseThrow().isClosed()).isFalse();
        referrer.submit(caseNo, "Task_RecordResult", CONSTABLE, referrer.decision("PROSECUTED"));

        CaseFile closed = cases.find(caseNo).orElseThrow();
        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.result().outcome()).isEqualTo(CaseOutcome.CRIMINAL_CASE);
        assertThat(referrer.open(caseNo)).isEmpty();
        assertThat(file(caseNo).steps())
                .extracting(taken -> taken.step().answer() + " " + taken.jurisdiction())
                .containsExactly(
                        "APPROVED " + AGENCY,
                        "TRANSFERRED " + AGENCY,
                        "RECEIVED " + POLICE,
                        "FILED " + POLICE,
                        "HANDED_OVER " + AGENCY,
                        "SIGNED " + POLICE,
                        "PROSECUTED " + POLICE);
        assertThat(clocks.of(caseNo))
                .filteredOn(clock -> clock.rule().id().startsWith("referral."))
                .extracting(clock -> clock.rule().id() + " " + clock.state(Instant.now()))
                .containsExactlyInAnyOrder(
                        "referral.report MET",
                        "referral.head-decision MET",
                        "referral.transfer MET",
                        "referral.pass-on MET",
                        "referral.police-decision MET",
                        "referral.articles MET",
                        "referral.investigation MET");
    }

    @Test
    void aHeadWhoDoesNotReferGivesReasonsAndTheAdministrativeCaseGoesOn() {
        String caseNo = referrer.assigned();
        referrer.begin(caseNo, OFFICER);
        referrer.submit(caseNo, "Task_WriteReport", OFFICER, referrer.report());
        referrer.submit(caseNo, "Task_DecideReferral", HEAD, referrer.decision("REFUSED"));
        assertThat(referrer.open(caseNo)).containsExactly("Task_CheckLead");
        assertThat(file(caseNo).referral().stage()).isEqualTo(ReferralStage.CLOSED);
        assertThat(timeline.of(caseNo))
                .anyMatch(event -> event.messageKey().endsWith("HEAD.REFUSED")
                        && event.reason().equals("For these reasons"));
    }

    /** What was not enough in spring may be enough in summer. */
    @Test
    void aCrimeSuspectedAgainIsReferredAgain() {
        String caseNo = referrer.assigned();
        String first = referrer.begin(caseNo, OFFICER);
        referrer.submit(caseNo, "Task_WriteReport", OFFICER, referrer.report());
        referrer.submit(caseNo, "Task_DecideReferral", HEAD, referrer.decision("REFUSED"));
        String second = referrer.begin(caseNo, OFFICER);
        assertThat(second).isNotEqualTo(first);
        referrer.transfer(caseNo);
        assertThat(referrals.of(caseNo))
                .extracting(file ->
                        file.referral().referralNo() + " " + file.referral().stage())
                .containsExactly(second + " RECEIPT", first + " CLOSED");
        assertThat(referrer.open(caseNo)).containsExactly("Task_CheckLead", "Task_SignReceipt");
    }

    @Test
    void policeThatAreNotCompetentPassThePackOnAndCannotGetItBack() {
        String caseNo = referrer.transferred();
        referrer.submit(caseNo, "Task_SignReceipt", CONSTABLE, referrer.passedOn("440000"));
        assertThat(referrer.task(caseNo, "Task_SignReceipt").getTenantId()).isEqualTo(OTHER_POLICE);
        assertThat(cases.maySee(SignIn.officer(OTHER_POLICE), caseNo)).isTrue();
        refused(
                "publicsecurity.had-it-already",
                () -> referrer.submit(
                        caseNo, "Task_SignReceipt", SignIn.officer(OTHER_POLICE), referrer.passedOn("330000")));
        referrer.submit(caseNo, "Task_SignReceipt", SignIn.officer(OTHER_POLICE), referrer.receipt());
        referrer.submit(caseNo, "Task_DecideCriminalCase", SignIn.head(OTHER_POLICE), referrer.decision("NOT_FILED"));
        referrer.submit(caseNo, "Task_AnswerRefusal", OFFICER, referrer.accepted());
        assertThat(referrer.open(caseNo)).containsExactly("Task_CheckLead");
        assertThat(file(caseNo).referral().police().id()).isEqualTo(OTHER_POLICE);
    }

    @Test
    void aRefusalIsReconsideredFiledAndReferredBackForAPenalty() {
        String caseNo = referrer.refused();
        referrer.submit(caseNo, "Task_AnswerRefusal", OFFICER, referrer.decision("RECONSIDERATION"));
        assertThat(referrer.task(caseNo, "Task_Reconsider").getTenantId()).isEqualTo(POLICE);
        referrer.submit(caseNo, "Task_Reconsider", POLICE_HEAD, referrer.decision("FILED"));
        referrer.submit(caseNo, "Task_HandOverArticles", OFFICER, referrer.articles());
        referrer.submit(caseNo, "Task_SignForArticles", CONSTABLE, referrer.articles());
        referrer.submit(caseNo, "Task_RecordResult", CONSTABLE, referrer.decision("REVERSED"));
        assertThat(cases.find(caseNo).orElseThrow().isClosed()).isFalse();
        assertThat(referrer.open(caseNo)).containsExactly("Task_ConfirmAssignment");

        referrer.submit(caseNo, "Task_ConfirmAssignment", HEAD, Map.of("decision", "CONFIRM"));
        String again = referrer.begin(caseNo, OFFICER);
        assertThat(referrer.open(caseNo))
                .as("referred once more")
                .containsExactly("Task_CheckLead", "Task_WriteReport");
        assertThat(file(caseNo).referral().referralNo()).isEqualTo(again);
    }

    @Test
    void aRefusalUpheldIsAccepted() {
        String caseNo = upheld();
        referrer.submit(caseNo, "Task_AskSupervision", OFFICER, referrer.accepted());
        assertThat(referrer.open(caseNo)).containsExactly("Task_CheckLead");
    }

    @Test
    void aRefusalUpheldGoesToTheProcuratorateThatLetsItStand() {
        String caseNo = upheld();
        referrer.submit(caseNo, "Task_AskSupervision", OFFICER, referrer.decision("PROCURATORATE"));
        referrer.submit(caseNo, "Task_RecordSupervision", OFFICER, referrer.decision("NOT_FILED"));
        assertThat(referrer.open(caseNo)).containsExactly("Task_CheckLead");
        assertThat(file(caseNo).referral().stage()).isEqualTo(ReferralStage.CLOSED);
    }

    @Test
    void theProcuratorateMakesThePoliceFile() {
        String caseNo = referrer.refused();
        referrer.submit(caseNo, "Task_AnswerRefusal", OFFICER, referrer.decision("PROCURATORATE"));
        referrer.submit(caseNo, "Task_RecordSupervision", OFFICER, referrer.decision("FILED"));
        assertThat(referrer.open(caseNo)).containsExactly("Task_HandOverArticles");
    }

    private String upheld() {
        String caseNo = referrer.refused();
        referrer.submit(caseNo, "Task_AnswerRefusal", OFFICER, referrer.decision("RECONSIDERATION"));
        referrer.submit(caseNo, "Task_Reconsider", POLICE_HEAD, referrer.decision("NOT_FILED"));
        return caseNo;
    }

    @Test
    void goodsDetainedByCustomsGoToThePoliceWhenTheyFile() {
        String caseNo = referrer.ledByCustoms();
        referByCustoms(caseNo);
        refused(
                "casefile.referral-under-way",
                () -> referrer.submit(
                        caseNo,
                        "Task_ExamineGoods",
                        CUSTOMS,
                        Map.of("finding", "NOT_COMPETENT", "reason", "Not ours")));
        referrer.submit(caseNo, "Task_ExamineGoods", CUSTOMS, customs.examination());
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("FILED"));
        assertThat(referrer.open(caseNo)).containsExactly("Task_HandOverArticles");
        assertThat(detentions.dossierOf(caseNo).orElseThrow().detention().closedAt())
                .isNotNull();
        assertThat(clocks.of(caseNo))
                .filteredOn(clock -> clock.rule().id().startsWith("customs."))
                .noneMatch(StatutoryClock::isOpen);
    }

    @Test
    void nothingIsConfiscatedWhileThePoliceHaveTheCaseAndTheDetentionGoesOnWhenTheyReturnIt() {
        String caseNo = customs.detained(customs.examination());
        referrer.submit(caseNo, "Task_Determine", CUSTOMS, customs.determination("INFRINGING"));
        referByCustoms(caseNo);
        refused(
                "casefile.with-police",
                () -> referrer.submit(caseNo, "Task_DecideConfiscation", CUSTOMS_HEAD, customs.confiscation()));
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("NOT_FILED"));
        referrer.submit(caseNo, "Task_AnswerRefusal", CUSTOMS, referrer.accepted());
        referrer.submit(caseNo, "Task_DecideConfiscation", CUSTOMS_HEAD, customs.confiscation());
        assertThat(referrer.open(caseNo)).containsExactly("Task_DisposeGoods");
    }

    @Test
    void goodsReleasedWhileThePoliceHaveTheCaseLeaveItOpenUntilTheyReturnIt() {
        String caseNo = customs.detained(customs.examination());
        referByCustoms(caseNo);
        referrer.submit(caseNo, "Task_Determine", CUSTOMS, customs.determination("PROOF"));
        refused("casefile.with-police", () -> referrer.submit(caseNo, "Task_SettleCosts", CUSTOMS, customs.costs()));
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("NOT_FILED"));
        referrer.submit(caseNo, "Task_AnswerRefusal", CUSTOMS, referrer.accepted());
        referrer.submit(caseNo, "Task_SettleCosts", CUSTOMS, customs.costs());
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.RELEASED);
    }

    /** Goods nobody answered for may not be kept a day longer; a case the police have is not closed over their heads. */
    @Test
    void goodsNobodyAnsweredForLeaveAtOnceAndTheirCaseWaitsForThePolice() {
        String caseNo = letGoWhileWithPolice();
        assertThat(detentions.dossierOf(caseNo).orElseThrow().release().ground())
                .isEqualTo(ReleaseGround.NO_ANSWER);
        assertThat(referrer.open(caseNo)).containsExactly("Task_DecideCriminalCase");
        assertThat(cases.find(caseNo).orElseThrow().result()).isNull();
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("NOT_FILED"));
        referrer.submit(caseNo, "Task_AnswerRefusal", CUSTOMS, referrer.accepted());
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.RELEASED);
        assertThat(cases.find(caseNo).orElseThrow().isClosed()).isTrue();
    }

    @Test
    void aCaseWhoseGoodsWereLetGoBecomesThePolicesWhenTheyFile() {
        String caseNo = letGoWhileWithPolice();
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("FILED"));
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.CRIMINAL_CASE);
        assertThat(detentions.dossierOf(caseNo).orElseThrow().detention().closedAt())
                .isNotNull();
        assertThat(referrer.open(caseNo)).containsExactly("Task_HandOverArticles");
    }

    @Test
    void anOfficerLetsGoodsGoWhileThePoliceHaveTheCase() {
        String caseNo = customs.notified(customs.examination());
        referByCustoms(caseNo);
        Map<String, Object> declined = Map.of("answer", "DECLINES", "answeredOn", customs.day(0), "note", "By letter");
        referrer.submit(caseNo, "Task_RecordAnswer", CUSTOMS, declined);
        assertThat(detentions.awaitsPolice(caseNo)).isTrue();
    }

    private String letGoWhileWithPolice() {
        String caseNo = customs.notified(customs.examination());
        referByCustoms(caseNo);
        Job silence = jobs.createJobQuery()
                .timers()
                .activityId("Timer_HolderSilent")
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .processDefinitionKey("customs-detention")
                        .singleResult()
                        .getId())
                .singleResult();
        ClockUtil.setCurrentTime(Date.from(silence.getDuedate().toInstant().plusSeconds(1)));
        jobs.executeJob(silence.getId());
        return caseNo;
    }

    private void referByCustoms(String caseNo) {
        referrer.begin(caseNo, CUSTOMS);
        referrer.submit(caseNo, "Task_WriteReport", CUSTOMS, referrer.report());
        referrer.submit(caseNo, "Task_DecideReferral", CUSTOMS_HEAD, referrer.decision("APPROVED"));
        referrer.submit(caseNo, "Task_Transfer", CUSTOMS, referrer.pack());
        referrer.submit(caseNo, "Task_SignReceipt", CONSTABLE, referrer.receipt());
    }

    @Test
    void noPenaltyIsDecidedWhileThePoliceHaveTheCase() {
        String caseNo = investigator.awaitingDecision();
        referrer.begin(caseNo, OFFICER);
        referrer.transfer(caseNo);
        refused("casefile.with-police", () -> referrer.submit(caseNo, "Task_Decide", HEAD, investigator.penalty()));
        referrer.submit(caseNo, "Task_SignReceipt", CONSTABLE, referrer.receipt());
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("NOT_FILED"));
        referrer.submit(caseNo, "Task_AnswerRefusal", OFFICER, referrer.accepted());
        referrer.submit(caseNo, "Task_Decide", HEAD, investigator.penalty());
        assertThat(referrer.open(caseNo)).containsExactly("Task_ServeDecision");
    }

    @Test
    void anInvestigationUnderWayStopsWithItsClocksWhenThePoliceFile() {
        String caseNo = investigator.awaitingDecision();
        referrer.begin(caseNo, OFFICER);
        referrer.transfer(caseNo);
        referrer.submit(caseNo, "Task_SignReceipt", CONSTABLE, referrer.receipt());
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("FILED"));
        assertThat(commerce.dossierOf(caseNo).orElseThrow().investigation().stage())
                .isEqualTo(Stage.CLOSED);
        assertThat(clocks.open(caseNo, CommerceService.DECISION_CLOCK)).isEmpty();
    }

    @Test
    void aPenaltyDecidedBeforeGoesOnAndItsFineIsSetOff() {
        String caseNo = investigator.decided(investigator.findings(), investigator.penalty());
        referrer.begin(caseNo, OFFICER);
        referrer.transfer(caseNo);
        referrer.submit(caseNo, "Task_SignReceipt", CONSTABLE, referrer.receipt());
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("FILED"));
        assertThat(referrer.open(caseNo)).containsExactly("Task_HandOverArticles", "Task_ServeDecision");
        assertThat(timeline.of(caseNo))
                .anyMatch(event -> event.messageKey().equals("publicsecurity.event.fine-set-off")
                        && event.arguments().equals(List.of("160000.00")));
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.PENALISED);
    }

    /** A late answer counts, and shows as late; only a late request to reconsider is refused, with the way that is left. */
    @Test
    void anAnswerAfterItsDeadlineIsTakenAndShowsAsLate() {
        String caseNo = referrer.received();
        later(caseNo, ReferralStage.POLICE);
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("NOT_FILED"));
        assertThat(clock(caseNo, ReferralStage.POLICE).state(Instant.now())).isEqualTo(StatutoryClock.State.MET_LATE);

        later(caseNo, ReferralStage.OBJECTION);
        refused(
                "publicsecurity.reconsideration-too-late",
                () -> referrer.submit(caseNo, "Task_AnswerRefusal", OFFICER, referrer.decision("RECONSIDERATION")));
        referrer.submit(caseNo, "Task_AnswerRefusal", OFFICER, referrer.decision("PROCURATORATE"));
        assertThat(referrer.open(caseNo)).contains("Task_RecordSupervision");
    }

    /** Every stage has a clock of its own that passes when nobody acts. */
    @ParameterizedTest
    @EnumSource(value = ReferralStage.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    void aStageNobodyWorksIsMissed(ReferralStage stage) {
        String caseNo = referrer.assigned();
        String referralNo = referrer.begin(caseNo, OFFICER);
        goTo(caseNo, stage);
        later(caseNo, stage);
        clocks.missed(referralNo, stage.ruleId());
        assertThat(clock(caseNo, stage).missedAt()).isNotNull();
    }

    /** The longest way there is; it passes the stages in their order. */
    private void goTo(String caseNo, ReferralStage stage) {
        List<Runnable> steps = List.of(
                () -> referrer.submit(caseNo, "Task_WriteReport", OFFICER, referrer.report()),
                () -> referrer.submit(caseNo, "Task_DecideReferral", HEAD, referrer.decision("APPROVED")),
                () -> referrer.submit(caseNo, "Task_Transfer", OFFICER, referrer.pack()),
                () -> referrer.submit(caseNo, "Task_SignReceipt", CONSTABLE, referrer.receipt()),
                () -> referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("NOT_FILED")),
                () -> referrer.submit(caseNo, "Task_AnswerRefusal", OFFICER, referrer.decision("RECONSIDERATION")),
                () -> referrer.submit(caseNo, "Task_Reconsider", POLICE_HEAD, referrer.decision("NOT_FILED")),
                () -> referrer.submit(caseNo, "Task_AskSupervision", OFFICER, referrer.decision("PROCURATORATE")),
                () -> referrer.submit(caseNo, "Task_RecordSupervision", OFFICER, referrer.decision("FILED")),
                () -> referrer.submit(caseNo, "Task_HandOverArticles", OFFICER, referrer.articles()),
                () -> referrer.submit(caseNo, "Task_SignForArticles", CONSTABLE, referrer.articles()));
        steps.subList(0, stage.ordinal()).forEach(Runnable::run);
        assertThat(file(caseNo).referral().stage()).isEqualTo(stage);
    }

    @Test
    void aReportWithoutThresholdOrSuspicionIsSentBackInWords() {
        String caseNo = referrer.assigned();
        referrer.begin(caseNo, OFFICER);
        Map<String, Object> small = new HashMap<>(referrer.report());
        Map<String, Object> act = new HashMap<>(actOf(small));
        // 10 x 200 = 2,000: far below 50,000
        act.put("quantity", "10");
        small.put("acts", List.of(act));
        refused("publicsecurity.nothing-to-refer", () -> referrer.submit(caseNo, "Task_WriteReport", OFFICER, small));
        small.put("suspicion", "The accounts are abroad: only the police can read them");
        referrer.submit(caseNo, "Task_WriteReport", OFFICER, small);
        assertThat(referrer.open(caseNo)).contains("Task_DecideReferral");
    }

    @Test
    void contradictionsAreRefusedInWords() {
        String caseNo = referrer.assigned();
        referrer.begin(caseNo, OFFICER);
        Map<String, Object> alone = new HashMap<>(referrer.report());
        alone.put("secondOfficer", "li lei 330101 ");
        refused("publicsecurity.two-officers", () -> referrer.submit(caseNo, "Task_WriteReport", OFFICER, alone));
        referrer.submit(caseNo, "Task_WriteReport", OFFICER, referrer.report());
        Map<String, Object> early = new HashMap<>(referrer.decision("APPROVED"));
        early.put("on", referrer.today().minusDays(1).toString());
        refused(
                "publicsecurity.before-the-step-before",
                () -> referrer.submit(caseNo, "Task_DecideReferral", HEAD, early));
        early.put("on", referrer.today().plusDays(1).toString());
        refused("publicsecurity.date-in-future", () -> referrer.submit(caseNo, "Task_DecideReferral", HEAD, early));
        referrer.submit(caseNo, "Task_DecideReferral", HEAD, referrer.decision("APPROVED"));
        Map<String, Object> pack = new HashMap<>(referrer.pack());
        pack.put("parts", List.of("LETTER", "REPORT", "APPRAISALS"));
        refused("publicsecurity.pack-incomplete", () -> referrer.submit(caseNo, "Task_Transfer", OFFICER, pack));
        pack.put("parts", List.of("LETTER", "REPORT", "ARTICLES"));
        refused("publicsecurity.why-no-appraisal", () -> referrer.submit(caseNo, "Task_Transfer", OFFICER, pack));
        pack.put("reason", "The holder has not answered yet");
        referrer.submit(caseNo, "Task_Transfer", OFFICER, pack);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> actOf(Map<String, Object> report) {
        return ((List<Map<String, Object>>) report.get("acts")).get(0);
    }

    private void later(String caseNo, ReferralStage stage) {
        ClockUtil.setCurrentTime(Date.from(clock(caseNo, stage).dueAt().plusSeconds(86_400)));
    }

    private StatutoryClock clock(String caseNo, ReferralStage stage) {
        return clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().equals(stage.ruleId()))
                .findFirst()
                .orElseThrow();
    }

    private ReferralFile file(String caseNo) {
        return referrals.of(caseNo).get(0);
    }

    private static void refused(String messageKey, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }
}
