package org.qingwang.cooperation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.cooperation.process.Cooperating.CUSTOMS;
import static org.qingwang.cooperation.process.Cooperating.GUANGDONG;
import static org.qingwang.cooperation.process.Cooperating.ZHEJIANG;
import static org.qingwang.cooperation.process.Cooperating.refused;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseReferral;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.HandOverService;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.supervision.Supervision;
import org.qingwang.supervision.SupervisionService;
import org.qingwang.supervision.process.Supervising;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, a case that changes hands loses a task, a deadline or its readers on the way. */
@QingwangTest
class HandOverTest {

    private static final Actor HEAD = SignIn.head(ZHEJIANG);

    @Autowired
    Cooperating cooperating;

    @Autowired
    Supervising supervising;

    @Autowired
    HandOverService handOvers;

    @Autowired
    CaseService cases;

    @Autowired
    SupervisionService supervisions;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anotherRegionGoesOnWhereTheCaseStands() {
        String caseNo = cooperating.filed(ZHEJIANG);
        toAgency(caseNo, GUANGDONG);

        Task task = cooperating.task(caseNo, "Task_GatherEvidence");
        assertThat(task.getTenantId()).isEqualTo(GUANGDONG);
        assertThat(cases.find(caseNo).orElseThrow().lead()).isEqualTo(Jurisdiction.parse(GUANGDONG));
        assertThat(clocks.of(caseNo))
                .filteredOn(clock -> clock.isOpen())
                .isNotEmpty()
                .allSatisfy(clock -> assertThat(clock.jurisdiction()).isEqualTo(GUANGDONG));
        assertThat(waitingFor(task)).isEqualTo(GUANGDONG);
        assertThat(cases.maySee(SignIn.officer(GUANGDONG), caseNo)).isTrue();
    }

    /** The officer had the form open while the head gave the case away. */
    @Test
    void whoHadTheTaskCannotFinishItAnyMoreAndTheNewOfficersCan() {
        String caseNo = cooperating.led(ZHEJIANG);
        Task task = cooperating.task(caseNo, "Task_CheckLead");
        toAgency(caseNo, GUANGDONG);
        Map<String, Object> form =
                Map.of("result", "FILE", "checkedOn", cooperating.today().toString(), "reason", "It sells the goods");
        assertThatThrownBy(() -> SignIn.as(identity, SignIn.officer(ZHEJIANG), () -> {
                    forms.submitTaskForm(task.getId(), form);
                    return null;
                }))
                .isNotNull();
        cooperating.submit(caseNo, "Task_CheckLead", SignIn.officer(GUANGDONG), form);
        assertThat(cooperating.task(caseNo, "Task_DecideFiling").getTenantId()).isEqualTo(GUANGDONG);
    }

    @Test
    void anotherAgencyBeginsItsOwnProcedure() {
        String caseNo = cooperating.filed(ZHEJIANG);
        toAgency(caseNo, CUSTOMS);
        toAgency(caseNo, CUSTOMS);
        assertThat(cooperating.open(caseNo)).containsExactly("Task_ExamineGoods");
        assertThat(clocks.of(caseNo))
                .filteredOn(clock -> clock.rule().id().startsWith("commerce."))
                .noneMatch(clock -> clock.isOpen());
        assertThat(cooperating.events(caseNo)).containsOnlyOnce("casefile.event.handed-over");
        toAgency(caseNo, ZHEJIANG, SignIn.head(CUSTOMS));
        assertThat(cooperating.open(caseNo)).containsExactly("Task_CheckLead");
    }

    @Test
    void ofTwoHandOversAtOnceOneGoesThrough() {
        String caseNo = cooperating.led(ZHEJIANG);
        List<CompletableFuture<Boolean>> both = List.of(GUANGDONG, CUSTOMS).stream()
                .map(to -> CompletableFuture.supplyAsync(() -> isTaken(caseNo, to)))
                .toList();
        assertThat(both).extracting(CompletableFuture::join).containsExactlyInAnyOrder(true, false);
        assertThat(cooperating.events(caseNo)).containsOnlyOnce("casefile.event.handed-over");
        assertThat(cooperating.open(caseNo)).hasSize(1);
    }

    private boolean isTaken(String caseNo, String to) {
        try {
            toAgency(caseNo, to);
            return true;
        } catch (NotAllowed second) {
            return false;
        }
    }

    @Test
    void aSupervisedCaseStaysSupervisedAndSomebodyThereTakesItUp() {
        String caseNo = supervising.put();
        toAgency(caseNo, GUANGDONG);
        Supervision supervision = supervisions.of(caseNo).get(0);
        assertThat(supervision.ownerId()).isNull();
        Task report = cooperating.task(caseNo, "Task_ReportResult");
        assertThat(report.getTenantId()).isEqualTo(GUANGDONG);
        assertThat(report.getAssignee()).isNull();
        toAgency(caseNo, CUSTOMS, SignIn.head(GUANGDONG));
        assertThat(cooperating.task(caseNo, "Task_ReportResult").getTenantId()).isEqualTo(CUSTOMS);
        cooperating.submit(
                caseNo, "Task_ReportResult", SignIn.head(CUSTOMS), Map.of("report", "We have begun our own."));
        assertThat(supervisions.of(caseNo).get(0).stage()).isEqualTo(Supervision.Stage.REVIEW);
    }

    @Test
    void theHeadGivesTheTasksOfOneOfficerToAnother() {
        String caseNo = cooperating.led(ZHEJIANG);
        toOfficer(caseNo, "commerce-zj-2", "On leave");
        toOfficer(caseNo, "commerce-zj-2", "On leave");
        assertThat(cooperating.task(caseNo, "Task_CheckLead").getAssignee()).isEqualTo("commerce-zj-2");
        assertThat(cooperating.events(caseNo)).containsOnlyOnce("casefile.event.given-to-officer");
        refused(() -> toOfficer(caseNo, "commerce-gd", "Elsewhere"), "casefile.officer-elsewhere");
        refused(() -> toOfficer(caseNo, "commerce-zj", " "), "casefile.reason-missing");
    }

    @Test
    void aCaseThatCannotGoIsRefusedInWords() {
        String caseNo = cooperating.led(ZHEJIANG);
        refused(() -> toAgency(caseNo, "commerce-519999"), "casefile.no-such-jurisdiction");
        refused(() -> toAgency(caseNo, "office-330000"), "casefile.office-leads-no-case");
        refused(() -> hand(caseNo, GUANGDONG, "", HEAD), "casefile.reason-missing");
        cases.setReferral(caseNo, CaseReferral.PREPARED);
        refused(() -> toAgency(caseNo, GUANGDONG), "casefile.referral-under-way");
        cases.setReferral(caseNo, CaseReferral.NONE);
        cases.recordOutcome(caseNo, new CaseResult(CaseOutcome.DISMISSED, "Genuine", null, null, null, null, null));
        cases.close(caseNo);
        refused(() -> toAgency(caseNo, GUANGDONG), "casefile.closed");
        refused(() -> toOfficer(caseNo, "commerce-zj", "Late"), "casefile.closed");
    }

    @Test
    void onlyTheHeadAndTheOfficeGiveACaseAway() {
        String caseNo = cooperating.led(ZHEJIANG);
        for (Actor stranger : new Actor[] {SignIn.officer(ZHEJIANG), SignIn.head(GUANGDONG)}) {
            assertThatThrownBy(() -> hand(caseNo, GUANGDONG, "Take it", stranger))
                    .isInstanceOf(NotAllowed.class);
        }
        hand(caseNo, GUANGDONG, "The office says so", SignIn.office());
        CaseFile file = cases.find(caseNo).orElseThrow();
        assertThat(file.lead()).isEqualTo(Jurisdiction.parse(GUANGDONG));
    }

    private void toOfficer(String caseNo, String officer, String reason) {
        cooperating.as(HEAD, () -> handOvers.toOfficer(caseNo, officer, reason));
    }

    private void toAgency(String caseNo, String to) {
        toAgency(caseNo, to, HEAD);
    }

    private void toAgency(String caseNo, String to, Actor head) {
        hand(caseNo, to, "The seller moved there", head);
    }

    private void hand(String caseNo, String to, String reason, Actor actor) {
        cooperating.as(actor, () -> handOvers.toAgency(caseNo, Jurisdiction.parse(to), reason));
    }

    private String waitingFor(Task task) {
        return jdbc.sql("select tenant_id from waiting_task where task_id = :task and group_id = :group")
                .param("task", task.getId())
                .param("group", GUANGDONG)
                .query(String.class)
                .single();
    }
}
