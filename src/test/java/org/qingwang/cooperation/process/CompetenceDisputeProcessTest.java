package org.qingwang.cooperation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.cooperation.process.Cooperating.CUSTOMS;
import static org.qingwang.cooperation.process.Cooperating.GUANGDONG;
import static org.qingwang.cooperation.process.Cooperating.ZHEJIANG;
import static org.qingwang.cooperation.process.Cooperating.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.common.NotAllowed;
import org.qingwang.cooperation.CompetenceDispute;
import org.qingwang.cooperation.CompetenceDisputeService;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, two agencies punish one act, or a case goes from one to the next and nobody works it. */
@QingwangTest
class CompetenceDisputeProcessTest {

    /** A Monday. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);

    private static final Map<String, Object> AGREES = Map.of("decision", "AGREE", "reason", "They were first indeed.");
    private static final Map<String, Object> DISAGREES =
            Map.of("decision", "DISAGREE", "reason", "The seller has its warehouse here.");

    @Autowired
    Cooperating cooperating;

    @Autowired
    CompetenceDisputeService disputes;

    @Autowired
    CaseService cases;

    private String ours;
    private String theirs;

    @BeforeEach
    void twoAgenciesFileForOneAct() {
        at(FIRST_DAY, "10:00");
        ours = cooperating.filed(ZHEJIANG);
        at(FIRST_DAY.plusDays(1), "10:00");
        theirs = cooperating.filed(GUANGDONG);
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    /** 3 working days from Tuesday 3 November: Friday 6. */
    @Test
    void whoFiledFirstKeepsTheCaseAndGetsTheOtherWhereItStands() {
        dispute();
        CompetenceDispute dispute = newest();
        assertThat(dispute.presumed()).isEqualTo(Jurisdiction.parse(ZHEJIANG));
        assertThat(dispute.firstFiled()).isEqualTo(FIRST_DAY);
        assertThat(cooperating.task(ours, "Task_StateView").getDueDate().toInstant())
                .isEqualTo(WorkingCalendar.endOf(LocalDate.of(2026, 11, 6)));

        cooperating.submit(ours, "Task_StateView", SignIn.head(GUANGDONG), AGREES);

        for (String caseNo : new String[] {ours, theirs}) {
            assertThat(file(caseNo).lead()).isEqualTo(Jurisdiction.parse(ZHEJIANG));
            assertThat(file(caseNo).isDisputed()).isFalse();
            assertThat(cooperating.task(caseNo, "Task_GatherEvidence").getTenantId())
                    .isEqualTo(ZHEJIANG);
        }
        assertThat(cases.maySee(SignIn.officer(ZHEJIANG), theirs)).isTrue();
    }

    /** 7 working days from Tuesday 3 November: 4-6 (3), 9-12 (7). */
    @Test
    void ifTheyDoNotAgreeTheCommonSuperiorDesignatesAndThatBinds() {
        dispute();
        cooperating.submit(ours, "Task_StateView", SignIn.head(GUANGDONG), DISAGREES);
        assertThat(cooperating.task(ours, "Task_Designate").getDueDate().toInstant())
                .isEqualTo(WorkingCalendar.endOf(LocalDate.of(2026, 11, 12)));

        designate(ours, "commerce", "440000");

        assertThat(file(ours).lead()).isEqualTo(Jurisdiction.parse(GUANGDONG));
        assertThat(cooperating.task(ours, "Task_GatherEvidence").getTenantId()).isEqualTo(GUANGDONG);
        refused(
                () -> cooperating.as(
                        SignIn.head(GUANGDONG),
                        () -> cases.decline(ours, Jurisdiction.parse(GUANGDONG), "Not ours after all")),
                "casefile.designated-binds");
    }

    @Test
    void theSuperiorMayDesignateAnotherAgencyWhichBeginsItsOwnProcedure() {
        dispute();
        cooperating.submit(ours, "Task_StateView", SignIn.head(GUANGDONG), DISAGREES);
        designate(ours, "customs", "330000");
        assertThat(cooperating.open(ours)).containsExactly("Task_ExamineGoods");
        assertThat(cooperating.open(theirs)).containsExactly("Task_ExamineGoods");
        assertThat(cooperating.task(theirs, "Task_ExamineGoods").getTenantId()).isEqualTo(CUSTOMS);
    }

    @Test
    void onTheSameDayNobodyWasFirst() {
        String second = cooperating.filed(ZHEJIANG);
        cooperating.as(SignIn.head(ZHEJIANG), () -> disputes.sameAct(second, theirs, "The same shop"));
        refused(
                () -> cooperating.submit(second, "Task_StateView", SignIn.head(GUANGDONG), AGREES),
                "cooperation.same-day");
    }

    /** The second agency that finds itself not competent cannot hand it on: the common superior says whose it is. */
    @Test
    void aCaseThatGoesToAndFroIsDesignated() {
        String caseNo = cooperating.led(ZHEJIANG);
        cooperating.submit(caseNo, "Task_CheckLead", SignIn.officer(ZHEJIANG), notCompetent());
        cooperating.submit(
                caseNo,
                "Task_ConfirmAssignment",
                SignIn.head(ZHEJIANG),
                Map.of(
                        "decision", "OVERRIDE",
                        "leadAgency", "commerce",
                        "leadRegion", "440000",
                        "reason", "The seller moved there"));
        assertThat(disputes.of(caseNo)).isEmpty();
        cooperating.submit(caseNo, "Task_CheckLead", SignIn.officer(GUANGDONG), notCompetent());

        assertThat(cooperating.open(caseNo)).containsExactly("Task_ConfirmAssignment", "Task_Designate");
        refused(
                () -> cooperating.submit(
                        caseNo,
                        "Task_ConfirmAssignment",
                        SignIn.head(ZHEJIANG),
                        Map.of(
                                "decision", "OVERRIDE",
                                "leadAgency", "commerce",
                                "leadRegion", "310000",
                                "reason", "Somebody must")),
                "casefile.awaits-designation");
        designate(caseNo, "commerce", "440000");
        assertThat(cooperating.open(caseNo)).containsExactly("Task_CheckLead");
        assertThat(cooperating.task(caseNo, "Task_CheckLead").getTenantId()).isEqualTo(GUANGDONG);
        refused(
                () -> cooperating.submit(caseNo, "Task_CheckLead", SignIn.officer(GUANGDONG), notCompetent()),
                "casefile.designated-binds");
    }

    @Test
    void everyStepMayComeTwice() {
        dispute();
        dispute();
        assertThat(disputes.of(ours)).hasSize(1);
        String number = newest().disputeNo();
        cooperating.submit(ours, "Task_StateView", SignIn.head(GUANGDONG), DISAGREES);
        cooperating.as(
                SignIn.head(GUANGDONG),
                () -> disputes.view(number, false, DISAGREES.get("reason").toString()));
        designate(ours, "commerce", "330000");
        cooperating.as(SignIn.office(), () -> disputes.designate(number, Jurisdiction.parse(ZHEJIANG), "Once more"));
        disputes.apply(number);
        refused(
                () -> cooperating.as(
                        SignIn.office(), () -> disputes.designate(number, Jurisdiction.parse(GUANGDONG), "Otherwise")),
                "cooperation.decided-already");
        assertThat(cooperating.events(ours)).containsOnlyOnce("casefile.event.designated");
    }

    @Test
    void whatIsNoDisputeIsRefusedInWords() {
        refused(() -> dispute(ours, "AJ-330000-2026-999999", "Same shop"), "cooperation.no-other-case");
        refused(() -> dispute(ours, ours, "Same shop"), "cooperation.no-other-case");
        refused(() -> dispute(ours, theirs, ""), "cooperation.missing.reason");
        refused(() -> dispute(ours, cooperating.filed(ZHEJIANG), "Same shop"), "cooperation.same-lead");
        dispute();
        refused(() -> dispute(ours, cooperating.filed(GUANGDONG), "Same shop"), "cooperation.disputed-already");
        cooperating.submit(ours, "Task_StateView", SignIn.head(GUANGDONG), DISAGREES);
        String number = newest().disputeNo();
        Jurisdiction nowhere = Jurisdiction.parse("commerce-519999");
        refused(
                () -> cooperating.as(SignIn.office(), () -> disputes.designate(number, nowhere, "There")),
                "casefile.no-such-jurisdiction");
        refused(() -> designate(ours, "commerce", "810000"), "engine.form.option");
    }

    @Test
    void onlyHeadsOfTheCaseDisputeAndOnlyTheSuperiorDesignates() {
        for (var stranger : new Actor[] {SignIn.officer(ZHEJIANG), SignIn.head(CUSTOMS)}) {
            assertThatThrownBy(() -> cooperating.as(stranger, () -> disputes.sameAct(ours, theirs, "Same shop")))
                    .isInstanceOf(NotAllowed.class);
        }
        dispute();
        cooperating.submit(ours, "Task_StateView", SignIn.head(GUANGDONG), DISAGREES);
        assertThatThrownBy(() -> cooperating.submit(
                        ours,
                        "Task_Designate",
                        SignIn.head(GUANGDONG),
                        Map.of("leadAgency", "commerce", "leadRegion", "440000", "reason", "It is ours")))
                .isNotNull();
        assertThat(newest().isOpen()).isTrue();
    }

    private void dispute() {
        dispute(ours, theirs, "The same shop and mark");
    }

    private void dispute(String caseNo, String other, String reason) {
        cooperating.as(SignIn.head(ZHEJIANG), () -> disputes.sameAct(caseNo, other, reason));
    }

    private void designate(String caseNo, String agency, String region) {
        cooperating.submit(
                caseNo,
                "Task_Designate",
                SignIn.office(),
                Map.of("leadAgency", agency, "leadRegion", region, "reason", "Most goods are there."));
    }

    private Map<String, Object> notCompetent() {
        return Map.of(
                "result", "NOT_COMPETENT",
                "checkedOn", cooperating.today().toString(),
                "reason", "The seller is not here");
    }

    private CompetenceDispute newest() {
        return disputes.of(ours).get(0);
    }

    private CaseFile file(String caseNo) {
        return cases.find(caseNo).orElseThrow();
    }

    private static void at(LocalDate day, String time) {
        Instant moment =
                day.atTime(LocalTime.parse(time)).atZone(WorkingCalendar.ZONE).toInstant();
        ClockUtil.setCurrentTime(Date.from(moment));
    }
}
