package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.commerce.process.Investigator.AGENCY;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.LEGAL;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
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
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Dossier;
import org.qingwang.commerce.LawfulRange;
import org.qingwang.commerce.Stage;
import org.qingwang.law.FineRange;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, a case of market regulation gets stuck, skips a step the law asks for, or loses its clock. */
@QingwangTest
class CommerceInvestigationProcessTest {

    @Autowired
    Investigator investigator;

    @Autowired
    CommerceService commerce;

    @Autowired
    CaseService cases;

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
    void aPenaltyIsDecidedServedPaidAndPublished() {
        String caseNo = investigator.assigned();
        Task check = investigator.task(caseNo, "Task_CheckLead");
        assertThat(check.getTenantId()).isEqualTo(AGENCY);
        assertThat(check.getDueDate().toInstant())
                .isEqualTo(clock(caseNo, CommerceService.LEAD_CHECK_CLOCK).dueAt());

        investigator.submit(caseNo, "Task_CheckLead", OFFICER, investigator.leadCheck());
        investigator.submit(caseNo, "Task_DecideFiling", HEAD, investigator.filing());
        assertThat(clock(caseNo, CommerceService.LEAD_CHECK_CLOCK).metAt()).isNotNull();

        investigator.submit(caseNo, "Task_GatherEvidence", OFFICER, investigator.findings());
        LawfulRange range = dossier(caseNo).latest().orElseThrow().range();
        // 5 x (20,000 + 60,000)
        assertThat(range.maximum()).isEqualTo("400000.00");
        assertThat(range.reason()).isEqualTo(FineRange.Reason.MULTIPLE);

        investigator.submit(caseNo, "Task_LegalReview", LEGAL, investigator.review());
        investigator.submit(caseNo, "Task_TellParty", OFFICER, investigator.notice());
        investigator.submit(caseNo, "Task_Decide", HEAD, investigator.penalty());
        investigator.submit(caseNo, "Task_ServeDecision", OFFICER, investigator.service());
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision", "Task_RecordPayment");

        investigator.submit(caseNo, "Task_PublishDecision", OFFICER, investigator.publication());
        investigator.submit(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("168000.50", "R-1"));

        assertThat(ends(caseNo)).contains("End_Penalised");
        CaseFile closed = cases.find(caseNo).orElseThrow();
        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.result().outcome()).isEqualTo(CaseOutcome.PENALISED);
        assertThat(closed.result().fine()).isEqualByComparingTo("160000");
        // gains 8,000.50 and goods 60,000
        assertThat(closed.result().confiscated()).isEqualByComparingTo("68000.50");
        assertThat(closed.result().caseValue()).isEqualByComparingTo("80000");
        assertThat(closed.result().goodsQuantity()).isEqualByComparingTo("300");
        assertThat(dossier(caseNo).investigation().stage()).isEqualTo(Stage.CLOSED);
        assertThat(clocks.of(caseNo))
                .filteredOn(clock -> clock.rule().id().startsWith("commerce."))
                .extracting(clock -> clock.rule().id() + " " + clock.state(Instant.now()))
                .containsExactlyInAnyOrder(
                        "commerce.lead-check MET",
                        "commerce.decision MET",
                        "commerce.legal-review MET",
                        "commerce.service MET",
                        "commerce.payment MET",
                        "commerce.publication MET");
    }

    @Test
    void reviewerAndHeadSendACaseBackAndEveryRoundIsKept() {
        String caseNo = investigator.investigated(investigator.findings());
        investigator.submit(
                caseNo,
                "Task_LegalReview",
                LEGAL,
                Map.of("result", "RETURNED", "opinion", "Ask the holder to identify the goods"));
        investigator.submit(
                caseNo, "Task_GatherEvidence", OFFICER, with(investigator.findings(), "proposedFine", "170000"));
        investigator.submit(caseNo, "Task_LegalReview", LEGAL, investigator.review());
        investigator.submit(caseNo, "Task_TellParty", OFFICER, investigator.notice());
        investigator.submit(
                caseNo, "Task_Decide", HEAD, Map.of("decision", "RETURN", "reason", "Look for the supplier"));
        investigator.submit(
                caseNo, "Task_GatherEvidence", OFFICER, with(investigator.findings(), "proposedFine", "180000"));
        investigator.submit(caseNo, "Task_LegalReview", LEGAL, investigator.review());
        assertThat(investigator.open(caseNo))
                .as("other findings: the party is told anew")
                .containsExactly("Task_TellParty");

        List<Dossier.Round> rounds = dossier(caseNo).rounds();
        assertThat(rounds)
                .extracting(round -> round.findings().proposedFine().toPlainString())
                .containsExactly("160000.00", "170000.00", "180000.00");
        assertThat(rounds.get(0).review().opinion()).isEqualTo("Ask the holder to identify the goods");
        assertThat(rounds.get(1).returned()).isEqualTo("Look for the supplier");
        assertThat(passed(caseNo)).contains("Gateway_EvidenceOpen");
    }

    @Test
    void aLeadOfAnotherAuthorityGoesBackToBeAssigned() {
        String caseNo = investigator.assigned();
        investigator.submit(
                caseNo,
                "Task_CheckLead",
                OFFICER,
                with(investigator.leadCheck(), "result", "NOT_COMPETENT", "reason", "The goods are at the border"));
        assertThat(ends(caseNo)).contains("End_NotCompetent");
        assertThat(investigator.open(caseNo)).containsExactly("Task_ConfirmAssignment");
        assertThat(cases.find(caseNo).orElseThrow().lead()).isNull();
        assertThat(clock(caseNo, CommerceService.LEAD_CHECK_CLOCK).metAt()).isNotNull();
    }

    @Test
    void theHeadAsksForAnotherCheckAndThenDoesNotFile() {
        String caseNo = investigator.assigned();
        investigator.submit(caseNo, "Task_CheckLead", OFFICER, investigator.leadCheck());
        investigator.submit(
                caseNo, "Task_DecideFiling", HEAD, Map.of("decision", "RETURN", "reason", "Who runs the shop?"));
        investigator.submit(caseNo, "Task_CheckLead", OFFICER, with(investigator.leadCheck(), "result", "NOT_FILE"));
        investigator.submit(
                caseNo, "Task_DecideFiling", HEAD, Map.of("decision", "NOT_FILE", "reason", "The shop is gone"));
        assertThat(ends(caseNo)).contains("End_NotFiled");
        CaseFile closed = cases.find(caseNo).orElseThrow();
        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.result().outcome()).isEqualTo(CaseOutcome.NOT_FILED);
        assertThat(closed.result().reason()).isEqualTo("The shop is gone");
        assertThat(clocks.of(caseNo))
                .filteredOn(clock -> clock.rule().id().equals(CommerceService.LEAD_CHECK_CLOCK))
                .as("one clock over both checks")
                .hasSize(1);
    }

    @Test
    void anInnocentSellerIsOnlyOrderedToStop() {
        String caseNo = investigator.served(investigator.innocentFindings(), investigator.decision("STOP_ONLY"));
        assertThat(dossier(caseNo).decision().range().reason()).isEqualTo(FineRange.Reason.INNOCENT_SELLER);
        assertThat(ends(caseNo)).contains("End_StopDecided", "End_NoPenalty");
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.NO_PENALTY);
    }

    @Test
    void aDecisionOfNoPenaltyIsServedAndNeitherPaidNorPublished() {
        Map<String, Object> findings = with(investigator.findings(), "proposal", "NO_PENALTY", "proposedFine", null);
        String caseNo = investigator.served(findings, investigator.decision("NO_PENALTY"));
        assertThat(ends(caseNo)).contains("End_NoPenalty");
        assertThat(investigator.open(caseNo)).isEmpty();
    }

    @Test
    void aDismissedCaseIsClosedAtOnce() {
        Map<String, Object> findings = with(
                investigator.findings(), "proposal", "DISMISSED", "proposedFine", null, "identification", "GENUINE");
        String caseNo = investigator.decided(findings, investigator.decision("DISMISSED"));
        assertThat(ends(caseNo)).contains("End_Dismissed");
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.DISMISSED);
    }

    @Test
    void aPenaltyWithoutMoneyIsOnlyPublished() {
        Map<String, Object> goodsOnly = with(investigator.penalty(), "fine", "0", "confiscatedGains", null);
        String caseNo = investigator.served(investigator.findings(), goodsOnly);
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision");
        investigator.submit(caseNo, "Task_PublishDecision", OFFICER, investigator.publication());
        assertThat(ends(caseNo)).contains("End_Penalised");
        assertThat(clocks.of(caseNo)).noneMatch(clock -> clock.rule().id().equals("commerce.payment"));
    }

    @Test
    void aLeadNotCheckedInTimeShowsAsMissedAndTheWorkGoesOn() {
        String caseNo = investigator.assigned();
        letPass(caseNo, CommerceService.LEAD_CHECK_CLOCK);
        assertThat(clock(caseNo, CommerceService.LEAD_CHECK_CLOCK).missedAt()).isNotNull();
        assertThat(ends(caseNo)).contains("End_LeadCheckMissed");
        assertThat(investigator.open(caseNo)).containsExactly("Task_CheckLead");
        investigator.submit(caseNo, "Task_CheckLead", OFFICER, investigator.leadCheck());
        investigator.submit(caseNo, "Task_DecideFiling", HEAD, investigator.filing());
        assertThat(clock(caseNo, CommerceService.LEAD_CHECK_CLOCK).state(Instant.now()))
                .isEqualTo(StatutoryClock.State.MET_LATE);
    }

    @Test
    void aCaseNotDecidedInTimeShowsAsMissedAndTheWorkGoesOn() {
        String caseNo = investigator.filed();
        letPass(caseNo, CommerceService.DECISION_CLOCK);
        assertThat(clock(caseNo, CommerceService.DECISION_CLOCK).missedAt()).isNotNull();
        assertThat(ends(caseNo)).contains("End_DecisionMissed");
        assertThat(investigator.open(caseNo)).containsExactly("Task_GatherEvidence");
    }

    @Test
    void aStepDoneInTimeLeavesNoTimerBehind() {
        String caseNo = investigator.decided(investigator.findings(), investigator.penalty());
        assertThat(timers(caseNo)).isEmpty();
    }

    private void letPass(String caseNo, String rule) {
        Instant due = clock(caseNo, rule).dueAt();
        List<Job> timers = timers(caseNo);
        assertThat(timers).hasSize(1);
        assertThat(timers.get(0).getDuedate().toInstant()).isEqualTo(due);
        ClockUtil.setCurrentTime(Date.from(due.plusSeconds(1)));
        management.executeJob(timers.get(0).getId());
    }

    private List<Job> timers(String caseNo) {
        return management.createJobQuery().timers().list().stream()
                .filter(job -> caseNo.equals(businessKeyOf(job)))
                .toList();
    }

    private String businessKeyOf(Job job) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
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
        return passed(caseNo).stream().filter(id -> id.startsWith("End_")).toList();
    }

    private List<String> passed(String caseNo) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .processDefinitionKey("commerce-investigation")
                .list()
                .stream()
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
