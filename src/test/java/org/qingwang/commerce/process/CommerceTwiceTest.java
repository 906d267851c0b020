package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.AGENCY;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Decision;
import org.qingwang.commerce.Dossier;
import org.qingwang.commerce.Filing;
import org.qingwang.commerce.HearingService;
import org.qingwang.commerce.LeadCheck;
import org.qingwang.commerce.Payment;
import org.qingwang.commerce.PaymentAnswer;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.commerce.Publication;
import org.qingwang.commerce.Review;
import org.qingwang.commerce.ServiceRecord;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.Notice;
import org.qingwang.complaint.NoticeService;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that is retried after a crash must not count twice; a step out of turn must not count at all. */
@QingwangTest
class CommerceTwiceTest {

    @Autowired
    Investigator investigator;

    @Autowired
    CommerceService commerce;

    @Autowired
    HearingService hearings;

    @Autowired
    PenaltyExecution execution;

    @Autowired
    ComputeFineRange computeFineRange;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    CaseService cases;

    @Autowired
    NoticeService notices;

    @Autowired
    Clock clock;

    private String caseNo;
    private Dossier before;
    private int entries;

    @BeforeEach
    void aPenaltyCarriedOutButForPublication() {
        caseNo = investigator.served(investigator.findings(), investigator.penalty());
        investigator.submit(
                caseNo,
                "Task_RecordPayment",
                OFFICER,
                with(investigator.payment("1000", "R-1"), "remainder", "AWAITED"));
        investigator.submit(caseNo, "Task_PublishDecision", OFFICER, investigator.publication());
        before = commerce.dossierOf(caseNo).orElseThrow();
        entries = timeline.of(caseNo).size();
    }

    @Test
    void everyStepTakenAgainChangesNothing() {
        LeadCheck lead = before.investigation().lead();
        Filing filing = before.investigation().filing();
        Dossier.Round round = before.latest().orElseThrow();
        commerce.checkLead(caseNo, Jurisdiction.parse(AGENCY), lead, null);
        commerce.decideFiling(caseNo, filing, null);
        commerce.recordFindings(caseNo, round.findings(), null);
        assertThat(commerce.review(caseNo, round.review(), null)).isTrue();
        hearings.tellParty(caseNo, round.told().notice(), null);
        commerce.decide(caseNo, before.decision().decision(), null);
        assertThat(execution.recordService(caseNo, before.service(), null)).isTrue();
        assertThat(execution.recordPayment(caseNo, before.payments().get(0), null))
                .isEqualTo(new PaymentAnswer(true, false));
        execution.publish(caseNo, before.publication(), null);
        assertThat(commerce.dossierOf(caseNo)).contains(before);
        assertThat(timeline.of(caseNo)).hasSize(entries);
    }

    @Test
    void whoeverReportedIsToldOfTheFilingOnce() {
        commerce.decideFiling(caseNo, before.investigation().filing(), null);
        for (String receiptNo : cases.complaintsOf(caseNo)) {
            assertThat(notices.of(receiptNo))
                    .filteredOn(notice -> notice.event() == Notice.Event.CASE_FILED)
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.textEn()).contains(caseNo))
                    .satisfies(notice -> assertThat(notice.textZh()).contains(caseNo));
        }
    }

    @Test
    void theDelegateRunsTwiceAndTheRangeStays() throws Exception {
        DelegateExecution step = Step.with("caseNo", caseNo);
        computeFineRange.execute(step);
        computeFineRange.execute(step);
        assertThat(commerce.dossierOf(caseNo)).contains(before);
        assertThat(timeline.of(caseNo)).hasSize(entries);
    }

    @Test
    void anotherAnswerToAStepAlreadyTakenIsRefused() {
        LocalDate today = WorkingCalendar.dateOf(clock.instant());
        Decision decided = before.decision().decision();
        outOfTurn(() -> commerce.decideFiling(
                caseNo, new Filing(before.investigation().filing().decision(), "other", "A", "B", null), null));
        outOfTurn(() -> commerce.review(
                caseNo, new Review(before.latest().orElseThrow().review().result(), List.of(), "other"), null));
        outOfTurn(() -> commerce.returnForEvidence(caseNo, "too late", null));
        outOfTurn(() -> commerce.decide(
                caseNo,
                new Decision(
                        decided.kind(),
                        "other",
                        today,
                        today,
                        decided.partyStatement(),
                        null,
                        decided.fine(),
                        null,
                        null,
                        null,
                        false,
                        null,
                        "other",
                        null,
                        decided.oneFine()),
                null));
        outOfTurn(() -> execution.recordService(
                caseNo, new ServiceRecord(before.service().method(), today, null, "somebody else", null, null), null));
        assertThatThrownBy(() -> execution.publish(
                        caseNo,
                        new Publication(
                                before.publication().channel(),
                                "https://other.example/",
                                today,
                                null,
                                false,
                                true,
                                null),
                        null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("commerce.published-already"));
        assertThat(commerce.dossierOf(caseNo)).contains(before);
    }

    @Test
    void nothingIsPaidOnACaseThatIsClosed() {
        investigator.submit(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("167000.50", "R-2"));
        LocalDate today = WorkingCalendar.dateOf(clock.instant());
        outOfTurn(() ->
                execution.recordPayment(caseNo, new Payment(java.math.BigDecimal.ONE, today, "R-3", null, null), null));
    }

    @Test
    void aCaseWithoutALeadCheckHasNoStepToTake() {
        String other = investigator.assigned();
        assertThatThrownBy(() -> commerce.returnForEvidence(other, "nothing there", null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("commerce.no-investigation"));
        investigator.submit(other, "Task_CheckLead", OFFICER, investigator.leadCheck());
        investigator.submit(other, "Task_DecideFiling", HEAD, investigator.filing());
        outOfTurn(() -> execution.recordService(other, before.service(), null));
    }

    private void outOfTurn(Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).startsWith("commerce.out-of-turn."));
    }
}
