package org.qingwang.publicsecurity.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.publicsecurity.process.Referrer.CONSTABLE;
import static org.qingwang.publicsecurity.process.Referrer.OFFICER;
import static org.qingwang.publicsecurity.process.Referrer.POLICE_HEAD;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.publicsecurity.Answer;
import org.qingwang.publicsecurity.ReferralFile;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.publicsecurity.ReferralStage;
import org.qingwang.publicsecurity.Step;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that is retried after a crash must not count twice, and of two hand-overs at once only one may be. */
@QingwangTest
class ReferralTwiceTest {

    @Autowired
    Referrer referrer;

    @Autowired
    ReferralService referrals;

    @Autowired
    CaseTimeline timeline;

    @Test
    void everyStepTakenAgainChangesNothing() {
        String caseNo = referrer.received();
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("FILED"));
        referrer.submit(caseNo, "Task_HandOverArticles", OFFICER, referrer.articles());
        referrer.submit(caseNo, "Task_SignForArticles", CONSTABLE, referrer.articles());
        ReferralFile before = referrals.of(caseNo).get(0);
        int entries = timeline.of(caseNo).size();
        String referralNo = before.referral().referralNo();

        assertThat(referrals.open(caseNo, "again")).isEqualTo(referralNo);
        referrals.report(referralNo, before.report().report(), null);
        for (ReferralFile.Taken taken : before.steps()) {
            assertThat(referrals.take(referralNo, taken.step(), null)).isEqualTo(ReferralStage.INVESTIGATION);
        }
        assertThat(referrals.find(referralNo)).contains(before);
        assertThat(timeline.of(caseNo)).hasSize(entries);
    }

    @Test
    void anotherReceiptForThePackAlreadySignedForIsRefusedInWords() {
        String caseNo = referrer.received();
        ReferralFile file = referrals.of(caseNo).get(0);
        Step other = Step.decided(ReferralStage.RECEIPT, Answer.RECEIVED, referrer.today(), "HZ-OTHER", null);
        assertThatThrownBy(() -> referrals.take(file.referral().referralNo(), other, null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("publicsecurity.out-of-turn.POLICE"));
        assertThat(referrals.of(caseNo)).containsExactly(file);
    }

    @Test
    void twoOfficersWhoReferTheSameCaseAtOnceBeginOneReferral() throws Exception {
        String caseNo = referrer.assigned();
        List<String> numbers = atOnce(() -> referrer.begin(caseNo, OFFICER), () -> referrer.begin(caseNo, OFFICER));
        assertThat(numbers.get(0)).isEqualTo(numbers.get(1));
        assertThat(referrals.of(caseNo)).hasSize(1);
        assertThat(referrer.open(caseNo)).containsOnlyOnce("Task_WriteReport");
    }

    @Test
    void ofTwoPoliceAnswersAtOnceOneIsTaken() throws Exception {
        String caseNo = referrer.received();
        String referralNo = referrals.of(caseNo).get(0).referral().referralNo();
        List<String> answers =
                atOnce(() -> take(referralNo, Answer.NOT_FILED, "A"), () -> take(referralNo, Answer.NOT_FILED, "B"));
        assertThat(answers).containsExactlyInAnyOrder("taken", "publicsecurity.out-of-turn.OBJECTION");
    }

    @Test
    void ofTwoHandOversOfTheGoodsAtOnceOneIsTakenAndTheOtherRefusedInWords() throws Exception {
        String caseNo = referrer.received();
        referrer.submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, referrer.decision("FILED"));
        String referralNo = referrals.of(caseNo).get(0).referral().referralNo();
        List<String> answers = atOnce(() -> handOver(referralNo, "QD-1"), () -> handOver(referralNo, "QD-2"));
        assertThat(answers).containsExactlyInAnyOrder("taken", "publicsecurity.out-of-turn.ARTICLES_RECEIPT");
    }

    private String handOver(String referralNo, String listNo) {
        return taken(
                referralNo,
                Step.handed(ReferralStage.ARTICLES, Answer.HANDED_OVER, referrer.today(), listNo, "Li Lei", "Wang Wu"));
    }

    private String take(String referralNo, Answer answer, String documentNo) {
        return taken(
                referralNo,
                Step.decided(ReferralStage.POLICE, answer, referrer.today(), documentNo, "For these reasons"));
    }

    private String taken(String referralNo, Step step) {
        try {
            referrals.take(referralNo, step, null);
            return "taken";
        } catch (BadInput refused) {
            return refused.messageKey();
        }
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> answers = two.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            two.shutdownNow();
        }
    }
}
