package org.qingwang.mediation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.mediation.process.Mediator.AGENCY;
import static org.qingwang.mediation.process.Mediator.DEMAND;
import static org.qingwang.mediation.process.Mediator.OFFICER;
import static org.qingwang.mediation.process.Mediator.with;
import static org.qingwang.mediation.process.Mediator.without;

import java.math.BigDecimal;
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
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.ComplaintStatus;
import org.qingwang.complaint.Notice;
import org.qingwang.complaint.NoticeService;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.SuspensionGround;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mediation.Admission;
import org.qingwang.mediation.Ending;
import org.qingwang.mediation.Mediation;
import org.qingwang.mediation.MediationService;
import org.qingwang.mediation.MediationStage;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, a consumer who asked for the money back is only ever told about a case against somebody else. */
@QingwangTest
class MediationProcessTest {

    /** A Wednesday. */
    private static final LocalDate RECEIVED = LocalDate.of(2026, 4, 22);

    @Autowired
    Mediator mediator;

    @Autowired
    MediationService mediations;

    @Autowired
    ComplaintService complaints;

    @Autowired
    NoticeService notices;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void standOnADay() {
        at(RECEIVED, "10:00");
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    /** 7 working days from Wednesday 22 April: 23, 24, 27, 28, 29, 30 (6); 1 to 5 May off; Wednesday 6 May (7). */
    @Test
    void aDisputeIsSplitFromTheLeadAndBothGoOn() {
        String receiptNo = mediator.split();

        assertThat(mediator.open(receiptNo)).containsExactly("Task_ConfirmScreening", "Task_DecideDispute");
        Task decision = mediator.task(receiptNo, "Task_DecideDispute");
        assertThat(decision.getTenantId()).isEqualTo(AGENCY);
        assertThat(decision.getDueDate().toInstant()).isEqualTo(endOf(LocalDate.of(2026, 5, 6)));

        mediator.submit(
                receiptNo, "Task_ConfirmScreening", Map.of("decision", "ACCEPT", "reason", "The mark is known."));
        assertThat(complaints.find(receiptNo).orElseThrow().status()).isEqualTo(ComplaintStatus.ACCEPTED);
        assertThat(mediator.open(receiptNo)).containsExactly("Task_DecideDispute");
    }

    @Test
    void aLeadThatIsRefusedTakesNoDisputeWithIt() {
        String receiptNo = mediator.split();
        mediator.submit(
                receiptNo, "Task_ConfirmScreening", Map.of("decision", "REFUSE", "reason", "The mark has lapsed."));
        mediator.submit(receiptNo, "Task_DecideDispute", Map.of("decision", "ACCEPTED"));
        assertThat(mediator.open(receiptNo)).containsExactly("Task_Mediate");
    }

    @Test
    void aPaperThatJoinsAKnownCaseByItselfStillHasItsDisputeSettled() {
        SampleComplaint known = new SampleComplaint().receivedOn(RECEIVED);
        String first = mediator.screened(known);
        mediator.submit(first, "Task_ConfirmScreening", Map.of("decision", "ACCEPT", "reason", "The mark is known."));

        String second = mediator.screened(known.asksForRedress(DEMAND));

        assertThat(complaints.find(second).orElseThrow().status()).isEqualTo(ComplaintStatus.JOINED);
        assertThat(mediator.open(second)).containsExactly("Task_DecideDispute");
    }

    @Test
    void aComplaintThatIsNoDisputeStartsNoMediation() {
        String receiptNo = mediator.screened(new SampleComplaint().receivedOn(RECEIVED));
        mediator.submit(
                receiptNo, "Task_ConfirmScreening", Map.of("decision", "ACCEPT", "reason", "The mark is known."));
        assertThat(mediations.find(receiptNo)).isEmpty();
        assertThat(mediator.open(receiptNo)).isEmpty();
        assertThat(clocks.of(receiptNo)).noneMatch(clock -> clock.rule().id().equals(MediationService.DECISION_CLOCK));
    }

    /** Lists and other systems have no field for it, and people write it into the text. */
    @Test
    void anOfficerFindsADisputeInTheText() {
        String receiptNo = mediator.screened(mediator.paper().asksForRedress(null));
        assertThat(mediator.open(receiptNo)).containsExactly("Task_ConfirmScreening");

        mediator.submit(
                receiptNo,
                "Task_ConfirmScreening",
                Map.of("decision", "SUPPLEMENT", "reason", "Send the label.", "demand", " " + DEMAND + " "));

        assertThat(complaints.find(receiptNo).orElseThrow().content().demand()).isEqualTo(DEMAND);
        assertThat(mediator.open(receiptNo)).containsExactly("Task_DecideDispute", "Task_RecordSupplement");
        mediator.submit(receiptNo, "Task_RecordSupplement", Map.of("description", "The label is attached."));
        mediator.screen(receiptNo);
        mediator.submit(
                receiptNo,
                "Task_ConfirmScreening",
                Map.of("decision", "ACCEPT", "reason", "The mark is known.", "demand", "Asked for once more"));
        assertThat(mediator.open(receiptNo)).containsExactly("Task_DecideDispute");
        assertThat(complaints.find(receiptNo).orElseThrow().content().demand()).isEqualTo(DEMAND);
    }

    @Test
    void onlyAConsumerHasADispute() {
        assertThatThrownBy(
                        () -> complaints.file(mediator.paper().anonymous().build(), Jurisdiction.parse(AGENCY), null))
                .satisfies(failure -> refusedWith(failure, "complaint.demand.notConsumer"));
        String receiptNo = mediator.screened(new SampleComplaint().receivedOn(RECEIVED));
        refused(
                () -> mediator.submit(
                        receiptNo,
                        "Task_ConfirmScreening",
                        Map.of("decision", "ACCEPT", "reason", "so", "demand", DEMAND)),
                "complaint.demand.notConsumer");
        assertThat(mediator.open(receiptNo)).containsExactly("Task_ConfirmScreening");
    }

    /**
     * 45 working days from Wednesday 22 April: 23-24 (2), 27-30 (6), 6-8 May (9), Sat 9 worked (10), 11-15 (15), 18-22
     * (20), 25-29 (25), 1-5 June (30), 8-12 (35), 15-18 (39), 19 off, 22-26 (44), Monday 29 (45). 7 more from then: 30,
     * 1-3 July (4), 6, 7, Wednesday 8 (7).
     */
    @Test
    void mediationThatComesToNothingEndsByItselfOnTheRightDay() {
        String receiptNo = mediator.accepted();
        assertThat(mediator.task(receiptNo, "Task_Mediate").getDueDate().toInstant())
                .isEqualTo(endOf(LocalDate.of(2026, 6, 29)));
        assertThat(mediator.timer(receiptNo).getDuedate().toInstant()).isEqualTo(endOf(LocalDate.of(2026, 6, 29)));

        at(LocalDate.of(2026, 6, 29), "23:30");
        mediator.fireTimer(receiptNo);
        assertThat(find(receiptNo).stage()).as("half an hour is left").isEqualTo(MediationStage.MEDIATION);

        at(LocalDate.of(2026, 6, 30), "00:05");
        mediator.fireTimer(receiptNo);

        Ending ending = find(receiptNo).ending();
        assertThat(ending.result()).isEqualTo(Ending.Result.FAILED);
        assertThat(ending.failure()).isEqualTo(Ending.Failure.PERIOD_OVER);
        assertThat(ending.endedOn()).isEqualTo(LocalDate.of(2026, 6, 29));
        assertThat(lastNotice(receiptNo).textEn()).contains("no agreement", "period for mediation is over", "court");
        assertThat(mediator.task(receiptNo, "Task_TellBothSides").getDueDate().toInstant())
                .isEqualTo(endOf(LocalDate.of(2026, 7, 8)));
    }

    /** Sampled on Monday 11 May, back on Friday 15: 12 to 15 do not count, so 29 June moves four working days to 3 July. */
    @Test
    void timeForTestingIsNotCounted() {
        String receiptNo = mediator.accepted();
        at(LocalDate.of(2026, 5, 15), "10:00");
        clocks.suspendOn(
                receiptNo,
                MediationService.MEDIATION_CLOCK,
                SuspensionGround.TESTING,
                "sample in the laboratory",
                LocalDate.of(2026, 5, 11));
        clocks.resumeOn(receiptNo, MediationService.MEDIATION_CLOCK, LocalDate.of(2026, 5, 15));
        assertThat(mediator.timer(receiptNo).getDuedate().toInstant()).isEqualTo(endOf(LocalDate.of(2026, 7, 3)));
        assertThat(mediator.task(receiptNo, "Task_Mediate").getDueDate().toInstant())
                .isEqualTo(endOf(LocalDate.of(2026, 7, 3)));
    }

    @Test
    void mediationDoesNotEndWhileTheGoodsAreTested() {
        String receiptNo = mediator.accepted();
        clocks.suspend(receiptNo, MediationService.MEDIATION_CLOCK, SuspensionGround.TESTING, "sample");
        at(LocalDate.of(2026, 12, 1), "10:00");
        mediator.fireTimer(receiptNo);
        assertThat(mediator.open(receiptNo)).contains("Task_Mediate");
    }

    @Test
    void anAgreementIsRecordedAndBothSidesAreTold() {
        String receiptNo = mediator.accepted();
        assertThat(lastNotice(receiptNo).textEn()).contains("accepted for mediation", "ends by 29 Jun 2026.");
        assertThat(lastNotice(receiptNo).textZh()).contains("2026年6月29日");
        mediator.submit(receiptNo, "Task_Mediate", mediator.agreement());
        Ending ending = find(receiptNo).ending();
        assertThat(ending.amount()).isEqualByComparingTo(new BigDecimal("477"));
        assertThat(lastNotice(receiptNo).textEn()).contains("takes the shoes back", "477");
        assertThat(lastNotice(receiptNo).textZh()).contains("达成协议");

        mediator.submit(receiptNo, "Task_TellBothSides", mediator.telling());

        assertThat(find(receiptNo).stage()).isEqualTo(MediationStage.CLOSED);
        assertThat(running(receiptNo)).isZero();
        assertThat(clocks.of(receiptNo))
                .filteredOn(clock -> !clock.rule().id().equals("complaint.acceptance"))
                .hasSize(3)
                .allSatisfy(clock -> assertThat(clock.state(clock.dueAt())).isEqualTo(StatutoryClock.State.MET));
    }

    @Test
    void mediationMayFailOrBeTakenBackBeforeItsTimeIsOver() {
        String failed = mediator.accepted();
        mediator.submit(
                failed,
                "Task_Mediate",
                Map.of("result", "FAILED", "endedOn", RECEIVED.toString(), "failure", "ABSENT", "terms", "left over"));
        assertThat(find(failed).ending().failure()).isEqualTo(Ending.Failure.ABSENT);
        assertThat(find(failed).ending().terms()).isNull();
        String takenBack = mediator.accepted();
        mediator.submit(takenBack, "Task_Mediate", Map.of("result", "WITHDRAWN", "endedOn", RECEIVED.toString()));
        assertThat(lastNotice(takenBack).textEn()).contains("taken back");
        assertThat(mediator.open(takenBack)).contains("Task_TellBothSides");
    }

    @Test
    void aRefusedDisputeIsToldWithItsReasonAndTheLeadGoesOn() {
        String receiptNo = mediator.refused();
        assertThat(find(receiptNo).admission().ground()).isEqualTo(Admission.Ground.ELSEWHERE);
        assertThat(lastNotice(receiptNo).textEn()).contains("court of Yuhang", "checked apart");
        assertThat(mediator.open(receiptNo)).containsExactly("Task_ConfirmScreening");
        assertThat(running(receiptNo)).isZero();
    }

    @Test
    void aDisputeTakenBackBeforeItIsDecidedIsOver() {
        String receiptNo = mediator.split();
        mediator.submit(
                receiptNo, "Task_DecideDispute", Map.of("decision", "WITHDRAWN", "reason", "By telephone, 22 April."));
        assertThat(lastNotice(receiptNo).event()).isEqualTo(Notice.Event.DISPUTE_WITHDRAWN);
        assertThat(running(receiptNo)).isZero();
    }

    /** Customs and police cannot mediate, but must not lose the dispute either: it is refused and says where to go. */
    @Test
    void onlyMarketRegulationMediates() {
        String receiptNo = mediator.screened(mediator.paper(), "customs-330000");
        refused(
                () -> mediator.submit(
                        receiptNo,
                        "Task_DecideDispute",
                        Map.of("decision", "ACCEPTED"),
                        SignIn.officer("customs-330000")),
                "mediation.not-competent");
        mediator.submit(
                receiptNo,
                "Task_DecideDispute",
                with(mediator.refusal(), "ground", "NOT_COMPETENT"),
                SignIn.officer("customs-330000"));
        assertThat(find(receiptNo).admission().ground()).isEqualTo(Admission.Ground.NOT_COMPETENT);
    }

    @Test
    void nobodyIsAskedToMediationWhoCannotBeReached() {
        String nameless = mediator.screened(mediator.paper().complainantName(null));
        refused(
                () -> mediator.submit(nameless, "Task_DecideDispute", Map.of("decision", "ACCEPTED")),
                "mediation.complainant-unknown");
        String sellerless = mediator.screened(mediator.paper().sellerName(null).listings());
        refused(
                () -> mediator.submit(sellerless, "Task_DecideDispute", Map.of("decision", "ACCEPTED")),
                "mediation.seller-unknown");
    }

    @Test
    void whatCannotHaveHappenedIsNotRecorded() {
        String receiptNo = mediator.accepted();
        Map<String, Object> agreement = mediator.agreement();
        refused(() -> mediate(receiptNo, with(agreement, "endedOn", "2026-04-23")), "mediation.in-the-future");
        refused(() -> mediate(receiptNo, with(agreement, "endedOn", "2026-04-21")), "mediation.too-early");
        assertThatThrownBy(() -> mediate(receiptNo, with(agreement, "amount", -1)))
                .isNotNull();
        assertThatThrownBy(() -> mediate(receiptNo, with(agreement, "amount", 1.005)))
                .isNotNull();
        assertThatThrownBy(() -> mediate(receiptNo, without(agreement, "terms")))
                .isNotNull();
        assertThatThrownBy(() -> mediate(receiptNo, with(agreement, "endedOn", "2026-02-30")))
                .isNotNull();
        assertThatThrownBy(() -> mediate(receiptNo, Map.of("result", "FAILED", "endedOn", "2026-04-22")))
                .isNotNull();
        assertThat(find(receiptNo).ending()).isNull();

        mediate(receiptNo, agreement);
        Map<String, Object> telling = mediator.telling();
        refused(
                () -> mediator.submit(receiptNo, "Task_TellBothSides", with(telling, "sellerToldOn", "2026-04-23")),
                "mediation.in-the-future");
        refused(
                () -> mediator.submit(
                        receiptNo, "Task_TellBothSides", with(telling, "complainantToldOn", "2026-04-21")),
                "mediation.too-early");
        assertThat(find(receiptNo).telling()).isNull();
    }

    /** The timer may fire a minute after the end: an agreement reached after it must not slip in between. */
    @Test
    void whatWasAgreedAfterTheEndIsTooLate() {
        String receiptNo = mediator.accepted();
        at(LocalDate.of(2026, 6, 30), "00:01");
        refused(() -> mediate(receiptNo, mediator.agreement()), "mediation.too-late");
        mediate(receiptNo, with(mediator.agreement(), "endedOn", "2026-06-29"));
        assertThat(find(receiptNo).ending().result()).isEqualTo(Ending.Result.AGREED);
    }

    private void mediate(String receiptNo, Map<String, Object> form) {
        mediator.submit(receiptNo, "Task_Mediate", form);
    }

    private static void at(LocalDate day, String time) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.parse(time)).atZone(WorkingCalendar.ZONE).toInstant()));
    }

    private static Instant endOf(LocalDate day) {
        return WorkingCalendar.endOf(day);
    }

    private Mediation find(String receiptNo) {
        return SignIn.as(identity, OFFICER, () -> mediations.find(receiptNo).orElseThrow());
    }

    private long running(String receiptNo) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo, "mediation")
                .count();
    }

    private Notice lastNotice(String receiptNo) {
        List<Notice> all = notices.of(receiptNo);
        return all.get(all.size() - 1);
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run).satisfies(failure -> refusedWith(failure, key));
    }

    private static void refusedWith(Throwable failure, String key) {
        Throwable cause = failure;
        while (!(cause instanceof BadInput)) {
            assertThat(cause).isNotNull();
            cause = cause.getCause();
        }
        assertThat(((BadInput) cause).messageKey()).isEqualTo(key);
    }
}
