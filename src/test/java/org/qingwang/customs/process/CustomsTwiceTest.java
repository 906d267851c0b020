package org.qingwang.customs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.customs.process.CustomsOfficer.AGENCY;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Detained;
import org.qingwang.customs.Dossier;
import org.qingwang.customs.Recordation;
import org.qingwang.customs.RecordationService;
import org.qingwang.customs.ReleaseGround;
import org.qingwang.customs.RightKind;
import org.qingwang.customs.Stage;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that is retried after a crash must not count twice; a step out of turn must not count at all. */
@QingwangTest
class CustomsTwiceTest {

    @Autowired
    CustomsOfficer customs;

    @Autowired
    CustomsService service;

    @Autowired
    RecordationService recordations;

    @Autowired
    ComputeSecurity computeSecurity;

    @Autowired
    ReleaseGoods releaseGoods;

    @Autowired
    EndAfterPolice endAfterPolice;

    @Autowired
    StopDetention stopDetention;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    StatutoryClocks clocks;

    @Test
    void everyStepToConfiscationTakenAgainChangesNothing() throws Exception {
        String caseNo = customs.closed();
        Dossier before = dossier(caseNo);
        int entries = timeline.of(caseNo).size();
        int periods = clocks.of(caseNo).size();

        service.examine(caseNo, Jurisdiction.parse(AGENCY), before.examination(), null);
        assertThat(service.computeSecurity(caseNo)).isEqualTo(before.required());
        run(computeSecurity, caseNo);
        service.notifyHolder(caseNo, before.notice(), null);
        assertThat(service.recordAnswer(caseNo, before.answer(), null)).isTrue();
        service.detain(caseNo, before.detained(), null);
        service.determine(caseNo, before.determinations().get(0), null);
        service.decideConfiscation(caseNo, before.decisions().get(0), null);
        service.dispose(caseNo, before.disposal(), null);
        assertThat(service.settle(caseNo, before.settlement(), null)).isEqualTo(CaseOutcome.CONFISCATED);

        assertThat(dossier(caseNo)).isEqualTo(before);
        assertThat(timeline.of(caseNo)).hasSize(entries);
        assertThat(clocks.of(caseNo)).hasSize(periods);
    }

    @Test
    void everyStepOnApplicationTakenAgainChangesNothing() throws Exception {
        String caseNo = customs.detainedOnApplication(customs.examination());
        customs.submit(caseNo, "Task_AwaitCourtApplication", customs.court("WITHDRAWN"));
        Dossier before = dossier(caseNo);
        int entries = timeline.of(caseNo).size();

        assertThat(service.checkApplication(caseNo, before.application(), null)).isTrue();
        service.recordCourt(caseNo, before.court(), null);
        assertThat(service.release(caseNo)).isEqualTo(ReleaseGround.WITHDRAWN);
        run(releaseGoods, caseNo);
        run(endAfterPolice, caseNo);

        assertThat(dossier(caseNo)).isEqualTo(before);
        assertThat(timeline.of(caseNo)).hasSize(entries);
    }

    @Test
    void aDetentionStoppedForThePoliceTwiceEndsOnce() throws Exception {
        String caseNo = customs.detained(customs.examination());
        service.stopForThePolice(caseNo);
        Dossier before = dossier(caseNo);
        int entries = timeline.of(caseNo).size();

        service.stopForThePolice(caseNo);
        run(stopDetention, caseNo);

        assertThat(before.detention().stage()).isEqualTo(Stage.CLOSED);
        assertThat(dossier(caseNo)).isEqualTo(before);
        assertThat(timeline.of(caseNo)).hasSize(entries);
    }

    @Test
    void aRecordationTakenTwiceIsKeptOnceAndAChangeReplacesIt() {
        LocalDate from = LocalDate.parse("2020-01-01");
        Recordation first = new Recordation(
                "T2020-TWICE", RightKind.TRADEMARK, "1", "Twice", "Holder", from, from.plusYears(10), null, false);
        recordations.take(first);
        recordations.take(first);
        assertThat(recordations.search("T2020-TWICE")).containsExactly(first);
        Recordation cancelled = new Recordation(
                "T2020-TWICE", RightKind.TRADEMARK, "1", "Twice", "Holder", from, from.plusYears(10), null, true);
        recordations.take(cancelled);
        assertThat(recordations.search("T2020-TWICE")).containsExactly(cancelled);
        assertThat(cancelled.isInForce(customs.today())).isFalse();
    }

    @Test
    void aStepOutOfTurnIsRefusedAndChangesNothing() {
        String caseNo = customs.notified(customs.examination());
        Dossier before = dossier(caseNo);
        Detained tooEarly = new Detained(
                "KL-9",
                customs.today(),
                before.examination().quantity(),
                before.examination().value(),
                "Warehouse",
                customs.today(),
                customs.today());
        assertThatThrownBy(() -> service.detain(caseNo, tooEarly, null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("customs.out-of-turn.ANSWER"));
        assertThat(dossier(caseNo)).isEqualTo(before);
    }

    private static void run(JavaDelegate delegate, String caseNo) throws Exception {
        delegate.execute(Step.with(CustomsDetentionProcess.CASE_NO, caseNo));
    }

    private Dossier dossier(String caseNo) {
        return service.dossierOf(caseNo).orElseThrow();
    }
}
