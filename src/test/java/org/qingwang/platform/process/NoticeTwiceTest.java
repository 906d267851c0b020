package org.qingwang.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.platform.process.Notifier.OFFICER;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.platform.Forwarding;
import org.qingwang.platform.NoticeDraft;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.PlatformNotice;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** A step retried after a crash must not count twice, and a notice sent by two clicks is one notice. */
@QingwangTest
class NoticeTwiceTest {

    @Autowired
    Notifier notifier;

    @Autowired
    NoticeService notices;

    @Autowired
    CloseUncontested closeUncontested;

    @Autowired
    EndMeasures endMeasures;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    IdentityService identity;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void theSameNoticeSentTwiceIsOne() {
        String caseNo = notifier.assigned();
        NoticeDraft draft = notifier.draft();
        String first = SignIn.as(identity, OFFICER, () -> notices.send(caseNo, draft));
        String second = SignIn.as(identity, OFFICER, () -> notices.send(caseNo, draft));
        assertThat(second).isEqualTo(first);
        assertThat(notices.ofCase(caseNo)).hasSize(1);
        assertThat(notifier.open(first)).hasSize(1);
    }

    @Test
    void everyStepTakenAgainChangesNothing() {
        String noticeNo = notifier.accepted();
        notifier.submit(noticeNo, "Task_RecordRestoration", Map.of("restoredOn", notifier.day()));
        PlatformNotice before = notices.find(noticeNo).orElseThrow();
        int entries = timeline.of(before.caseNo()).size();

        notices.recordMeasures(noticeNo, before.measures(), null);
        notices.recordForwarding(noticeNo, new Forwarding(before.measures().forwardedOn()), null);
        notices.recordDeclaration(noticeNo, before.declaration(), null);
        notices.recordDelivery(noticeNo, before.delivery(), null);
        notices.recordReaction(noticeNo, before.reaction(), null);
        notices.endMeasures(noticeNo);
        notices.recordRestoration(noticeNo, before.ending().restoration(), null);

        assertThat(notices.find(noticeNo)).contains(before);
        assertThat(timeline.of(before.caseNo())).hasSize(entries);
    }

    @Test
    void measuresEndOnceHoweverOftenTheDelegateRuns() throws Exception {
        String noticeNo = notifier.accepted();
        PlatformNotice before = notices.find(noticeNo).orElseThrow();
        endMeasures.execute(execution(noticeNo));
        endMeasures.execute(execution(noticeNo));
        assertThat(notices.find(noticeNo)).contains(before);
    }

    @Test
    void anUncontestedNoticeClosesOnce() throws Exception {
        String noticeNo = notifier.forwarded();
        closeUncontested.execute(execution(noticeNo));
        PlatformNotice closed = notices.find(noticeNo).orElseThrow();
        closeUncontested.execute(execution(noticeNo));
        assertThat(notices.find(noticeNo)).contains(closed);
    }

    @Test
    void anotherAnswerToAStepAlreadyTakenIsRefused() {
        String noticeNo = notifier.forwarded();
        assertThatThrownBy(() -> notices.recordForwarding(
                        noticeNo, new Forwarding(notifier.today().minusDays(3)), null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("platform.out-of-turn.DECLARATION"));
        assertThatThrownBy(() -> notices.endMeasures(noticeNo)).isInstanceOf(BadInput.class);
    }

    private static DelegateExecution execution(String noticeNo) {
        return Step.with("noticeNo", noticeNo);
    }
}
