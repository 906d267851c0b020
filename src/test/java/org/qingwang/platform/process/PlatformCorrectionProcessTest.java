package org.qingwang.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.platform.process.Notifier.HEAD;
import static org.qingwang.platform.process.Notifier.OFFICER;
import static org.qingwang.platform.process.Notifier.with;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.common.BadInput;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.Correction;
import org.qingwang.platform.CorrectionService;
import org.qingwang.platform.ListingState;
import org.qingwang.platform.NoticeResult;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.NoticeStage;
import org.qingwang.platform.PlatformNotice;
import org.qingwang.platform.PlatformNotice.NoticeListing;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, a platform is fined without having been ordered first, or is not when it did not obey. */
@QingwangTest
class PlatformCorrectionProcessTest {

    @Autowired
    Notifier notifier;

    @Autowired
    NoticeService notices;

    @Autowired
    CorrectionService corrections;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    /** 15 days from Friday 30 October: Saturday 14 November, which moves on to Monday 16. */
    @Test
    void aPlatformThatDoesNotObeyInTimeIsFined() {
        String caseNo = notifier.assigned();
        at(LocalDate.of(2026, 10, 30), "10:00");
        String noticeNo = notifier.ordered(caseNo);
        at(LocalDate.of(2026, 11, 16), "23:00");
        refused(
                () -> notifier.correct(noticeNo, "Task_RecordCorrection", OFFICER, notifier.checked("NOT_CORRECTED")),
                "platform.correction-runs");
        at(LocalDate.of(2026, 11, 17), "09:00");
        notifier.correct(noticeNo, "Task_RecordCorrection", OFFICER, notifier.checked("NOT_CORRECTED"));
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.FINE);

        // art. 84: 50,000 to 500,000 yuan, in serious circumstances 500,000 to 2,000,000
        for (String unlawful : List.of("49999.99", "500000.01")) {
            refused(
                    () -> notifier.correct(noticeNo, "Task_DecideFine", HEAD, notifier.fine(unlawful)),
                    "platform.fine-outside");
        }
        refused(
                () -> notifier.correct(
                        noticeNo, "Task_DecideFine", HEAD, with(notifier.fine("100000"), "serious", true)),
                "platform.fine-outside");
        notifier.correct(noticeNo, "Task_DecideFine", HEAD, notifier.fine("50000"));
        assertThat(find(noticeNo).result()).isEqualTo(NoticeResult.FINED);
        assertThat(corrections.of(noticeNo)).singleElement().satisfies(round -> {
            assertThat(round.fine().fine()).isEqualByComparingTo("50000");
            assertThat(round.range().maximum()).isEqualByComparingTo("500000");
        });
    }

    @Test
    void aPlatformThatObeysAnswersTheNoticeAnew() {
        String noticeNo = notifier.ordered(notifier.assigned());
        notifier.correct(noticeNo, "Task_RecordCorrection", OFFICER, notifier.checked("CORRECTED"));
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.MEASURES);
        notifier.submit(noticeNo, "Task_RecordMeasures", notifier.measures());
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.DECLARATION);
        assertThat(find(noticeNo).listings().stream().map(NoticeListing::state)).containsOnly(ListingState.MEASURED);
        assertThat(corrections.of(noticeNo))
                .extracting(Correction::answerReason)
                .containsExactly("Another shop");
    }

    @Test
    void aPlatformThatRefusesAgainIsOrderedAgain() {
        String noticeNo = notifier.ordered(notifier.assigned());
        notifier.correct(noticeNo, "Task_RecordCorrection", OFFICER, notifier.checked("CORRECTED"));
        notifier.refuses(noticeNo);
        assertThat(corrections.of(noticeNo)).hasSize(2);
        assertThat(notifier.openInCase(noticeNo)).contains("Task_DecideOrder");
    }

    @Test
    void aHeadWhoAcceptsThePlatformsReasonsEndsIt() {
        String noticeNo = notifier.sent();
        notifier.refuses(noticeNo);
        notifier.correct(
                noticeNo,
                "Task_DecideOrder",
                HEAD,
                Map.of("decision", "NO_ORDER", "reason", "It is another shop indeed"));
        assertThat(find(noticeNo).result()).isEqualTo(NoticeResult.NOT_ACTED);
    }

    @Test
    void aHeadMayLeaveItWithoutAFine() {
        String caseNo = notifier.assigned();
        at(LocalDate.of(2026, 10, 30), "10:00");
        String noticeNo = notifier.ordered(caseNo);
        at(LocalDate.of(2026, 11, 17), "09:00");
        notifier.correct(noticeNo, "Task_RecordCorrection", OFFICER, notifier.checked("NOT_CORRECTED"));
        notifier.correct(
                noticeNo,
                "Task_DecideFine",
                HEAD,
                Map.of("decision", "NO_FINE", "decidedOn", notifier.day(), "reason", "Corrected the day after"));
        assertThat(find(noticeNo).result()).isEqualTo(NoticeResult.NOT_ACTED);
    }

    /** 3 working days from Friday 30 October: Monday 2, Tuesday 3, Wednesday 4 November. */
    @Test
    void silenceCountsOnlyWhenThePlatformsTimeIsOver() {
        String caseNo = notifier.assigned();
        at(LocalDate.of(2026, 10, 30), "10:00");
        String noticeNo = notifier.sent(caseNo);
        at(LocalDate.of(2026, 11, 4), "23:00");
        refused(
                () -> notifier.submit(noticeNo, "Task_RecordMeasures", Map.of("answer", "SILENT")),
                "platform.measures-run");
        at(LocalDate.of(2026, 11, 5), "09:00");
        notifier.submit(noticeNo, "Task_RecordMeasures", Map.of("answer", "SILENT"));
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.ORDER);
    }

    @Test
    void everyStepTakenAgainChangesNothing() {
        String caseNo = notifier.assigned();
        at(LocalDate.of(2026, 10, 30), "10:00");
        String noticeNo = notifier.ordered(caseNo);
        at(LocalDate.of(2026, 11, 17), "09:00");
        notifier.correct(noticeNo, "Task_RecordCorrection", OFFICER, notifier.checked("NOT_CORRECTED"));
        notifier.correct(noticeNo, "Task_DecideFine", HEAD, notifier.fine("50000.00"));
        List<Correction> before = corrections.of(noticeNo);
        corrections.decideOrder(noticeNo, before.get(0).order(), null);
        corrections.recordCorrection(noticeNo, before.get(0).check(), null);
        corrections.decideFine(noticeNo, before.get(0).fine(), null);
        assertThat(corrections.of(noticeNo)).isEqualTo(before);
    }

    private PlatformNotice find(String noticeNo) {
        return notices.find(noticeNo).orElseThrow();
    }

    private static void at(LocalDate day, String time) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.parse(time)).atZone(WorkingCalendar.ZONE).toInstant()));
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run).satisfies(failure -> {
            Throwable cause = failure;
            while (cause != null && !(cause instanceof BadInput)) {
                cause = cause.getCause();
            }
            assertThat(cause)
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            input -> assertThat(input.messageKey()).isEqualTo(key));
        });
    }
}
