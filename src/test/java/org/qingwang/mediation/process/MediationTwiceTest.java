package org.qingwang.mediation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.NoticeService;
import org.qingwang.mediation.Admission;
import org.qingwang.mediation.Ending;
import org.qingwang.mediation.Mediation;
import org.qingwang.mediation.MediationService;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** A step retried after a crash must not count twice, nor may a second click change what was recorded. */
@QingwangTest
class MediationTwiceTest {

    @Autowired
    Mediator mediator;

    @Autowired
    MediationService mediations;

    @Autowired
    NoticeService notices;

    @Autowired
    LapseMediation lapseMediation;

    @Autowired
    TellOfMediation tellOfMediation;

    @Test
    void aDisputeIsSplitOnce() {
        String receiptNo = mediator.split();
        Mediation before = find(receiptNo);
        mediations.split(receiptNo);
        assertThat(find(receiptNo)).isEqualTo(before);
        assertThat(mediator.open(receiptNo)).containsOnlyOnce("Task_DecideDispute");
    }

    @Test
    void everyStepTakenAgainChangesNothing() {
        String receiptNo = mediator.closed();
        Mediation before = find(receiptNo);
        int told = notices.of(receiptNo).size();

        mediations.decide(receiptNo, before.admission(), null);
        mediations.end(receiptNo, before.ending(), null);
        mediations.recordTelling(receiptNo, before.telling(), null);
        mediations.lapse(receiptNo);
        mediations.tellComplainant(receiptNo);

        assertThat(find(receiptNo)).isEqualTo(before);
        assertThat(notices.of(receiptNo)).hasSize(told);
    }

    @Test
    void mediationLapsesAndIsToldOfOnceHoweverOftenTheDelegatesRun() throws Exception {
        String receiptNo = mediator.accepted();
        lapseMediation.execute(execution(receiptNo));
        tellOfMediation.execute(execution(receiptNo));
        Mediation lapsed = find(receiptNo);
        int told = notices.of(receiptNo).size();
        lapseMediation.execute(execution(receiptNo));
        tellOfMediation.execute(execution(receiptNo));
        assertThat(find(receiptNo)).isEqualTo(lapsed);
        assertThat(notices.of(receiptNo)).hasSize(told);
    }

    @Test
    void anotherAnswerToAStepAlreadyTakenIsRefused() {
        String receiptNo = mediator.agreed();
        Admission refusal = new Admission(Admission.Decision.REFUSED, Admission.Ground.OTHER, "Too late");
        assertThatThrownBy(() -> mediations.decide(receiptNo, refusal, null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        failure -> assertThat(failure.messageKey()).isEqualTo("mediation.out-of-turn.TELLING"));
        Ending other = new Ending(Ending.Result.WITHDRAWN, mediator.today(), null, null, null, null);
        assertThatThrownBy(() -> mediations.end(receiptNo, other, null)).isInstanceOf(BadInput.class);
    }

    private Mediation find(String receiptNo) {
        return mediations.find(receiptNo).orElseThrow();
    }

    private static DelegateExecution execution(String receiptNo) {
        return Step.with("receiptNo", receiptNo);
    }
}
