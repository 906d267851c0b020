package org.qingwang.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.platform.process.Notifier.AGENCY;
import static org.qingwang.platform.process.Notifier.OFFICER;
import static org.qingwang.platform.process.Notifier.with;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.SuspensionGround;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.ListingState;
import org.qingwang.platform.NoticeResult;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.NoticeStage;
import org.qingwang.platform.PlatformNotice;
import org.qingwang.platform.PlatformNotice.Ending;
import org.qingwang.platform.PlatformNotice.NoticeListing;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, an honest seller stays off the market, or a counterfeit comes back to it. */
@QingwangTest
class PlatformNoticeProcessTest {

    /** A Friday. */
    private static final LocalDate DELIVERED = LocalDate.of(2026, 10, 30);

    @Autowired
    Notifier notifier;

    @Autowired
    NoticeService notices;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    IdentityService identity;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    /** 15 days from Friday 30 October: Saturday 14 November, which moves on to Monday 16. */
    @Test
    void aNoticeCounteredWithoutComplaintOrSuitIsRestoredOnTheRightDay() {
        String noticeNo = deliveredOnThatFriday();
        Task waits = notifier.task(noticeNo, "Task_RecordReaction");
        assertThat(waits.getTenantId()).isEqualTo(AGENCY);
        assertThat(waits.getDueDate().toInstant()).isEqualTo(endOf(LocalDate.of(2026, 11, 16)));
        assertThat(notifier.timer(noticeNo).getDuedate().toInstant())
                .isEqualTo(waits.getDueDate().toInstant());

        at(LocalDate.of(2026, 11, 16), "23:30");
        notifier.fireTimers(noticeNo);
        assertThat(find(noticeNo).stage())
                .as("the holder still has half an hour")
                .isEqualTo(NoticeStage.REACTION);

        at(LocalDate.of(2026, 11, 17), "00:05");
        notifier.fireTimers(noticeNo);
        assertThat(find(noticeNo).ending().reason()).isEqualTo(Ending.Reason.SILENCE);
        assertThat(states(noticeNo)).containsOnly(ListingState.TO_RESTORE);
        assertThat(clocks.open(noticeNo, NoticeService.HOLDER_CLOCK)).isEmpty();
        // 3 working days from Tuesday 17: 18, 19, Friday 20
        assertThat(notifier.task(noticeNo, "Task_RecordRestoration")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(endOf(LocalDate.of(2026, 11, 20)));

        notifier.submit(noticeNo, "Task_RecordRestoration", Map.of("restoredOn", "2026-11-17"));
        PlatformNotice restored = find(noticeNo);
        assertThat(restored.result()).isEqualTo(NoticeResult.RESTORED);
        assertThat(restored.ending().restoration().restoredOn()).isEqualTo("2026-11-17");
        assertThat(states(noticeNo)).containsOnly(ListingState.RESTORED);
        assertThat(openClocks(noticeNo)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINED", "SUED"})
    void aComplaintOrASuitInTimeKeepsTheMeasures(String kind) {
        String noticeNo = deliveredOnThatFriday();
        at(LocalDate.of(2026, 11, 16), "23:30");
        notifier.submit(noticeNo, "Task_RecordReaction", notifier.reaction(kind, "Intermediate court, Hangzhou"));
        PlatformNotice kept = find(noticeNo);
        assertThat(kept.result()).isEqualTo(NoticeResult.KEPT);
        assertThat(kept.ending()).isNull();
        assertThat(states(noticeNo)).containsOnly(ListingState.MEASURED);
        assertThat(openClocks(noticeNo)).isEmpty();
        assertThat(clocks.of(noticeNo))
                .filteredOn(clock -> clock.rule().id().equals(NoticeService.HOLDER_CLOCK))
                .singleElement()
                .satisfies(clock -> assertThat(clock.state(clock.dueAt())).isEqualTo(StatutoryClock.State.MET));
    }

    @Test
    void aHolderWhoAcceptsEndsTheMeasuresAtOnce() {
        String noticeNo = notifier.accepted();
        assertThat(find(noticeNo).ending().reason()).isEqualTo(Ending.Reason.ACCEPTED);
        assertThat(notifier.open(noticeNo)).containsExactly("Task_RecordRestoration");
        notifier.submit(noticeNo, "Task_RecordRestoration", Map.of("restoredOn", notifier.day()));
        assertThat(find(noticeNo).result()).isEqualTo(NoticeResult.RESTORED);
    }

    /** Paused from 2 to 6 November: 3, 4, 5 and 6 do not count, so 14 November becomes Wednesday 18. */
    @Test
    void delayByNotarisationIsNotCounted() {
        String noticeNo = deliveredOnThatFriday();
        at(LocalDate.of(2026, 11, 6), "10:00");
        clocks.suspendOn(
                noticeNo,
                NoticeService.HOLDER_CLOCK,
                SuspensionGround.NOTARISATION,
                "notary closed",
                LocalDate.of(2026, 11, 2));
        clocks.resumeOn(noticeNo, NoticeService.HOLDER_CLOCK, LocalDate.of(2026, 11, 6));
        assertThat(notifier.timer(noticeNo).getDuedate().toInstant()).isEqualTo(endOf(LocalDate.of(2026, 11, 18)));
        at(LocalDate.of(2026, 11, 17), "00:05");
        notifier.fireTimers(noticeNo);
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.REACTION);
    }

    /** 20 working days: 2-6 (5), 9-13 (10), 16-20 (15), 23-27 November (20). */
    @Test
    void noDelayKeepsASellerOffTheMarketBeyondTwentyWorkingDays() {
        String noticeNo = deliveredOnThatFriday();
        at(LocalDate.of(2026, 11, 2), "10:00");
        clocks.suspend(noticeNo, NoticeService.HOLDER_CLOCK, SuspensionGround.NOTARISATION, "notary closed");
        assertThat(notifier.timer(noticeNo).getDuedate().toInstant()).isEqualTo(endOf(LocalDate.of(2026, 11, 27)));
        at(LocalDate.of(2026, 11, 28), "00:05");
        notifier.fireTimers(noticeNo);
        assertThat(find(noticeNo).ending().reason()).isEqualTo(Ending.Reason.SILENCE);
    }

    @Test
    void aSellerWhoKeepsSilentLeavesTheMeasuresInPlace() {
        String caseNo = notifier.assigned();
        at(LocalDate.of(2026, 11, 2), "10:00");
        String noticeNo = notifier.forwarded(caseNo);
        // 15 days from Monday 2 November: Tuesday 17
        assertThat(notifier.timer(noticeNo).getDuedate().toInstant()).isEqualTo(endOf(LocalDate.of(2026, 11, 17)));
        at(LocalDate.of(2026, 11, 18), "00:05");
        notifier.fireTimers(noticeNo);
        assertThat(find(noticeNo).result()).isEqualTo(NoticeResult.UNCONTESTED);
        assertThat(states(noticeNo)).containsOnly(ListingState.MEASURED);
        assertThat(openClocks(noticeNo)).isEmpty();
    }

    @Test
    void aPlatformThatRefusesSaysWhyAndItsListingsStayAsTheyAre() {
        String noticeNo = notifier.sent();
        refused(
                () -> notifier.submit(noticeNo, "Task_RecordMeasures", Map.of("answer", "REFUSED")),
                "platform.missing.reason");
        notifier.refuses(noticeNo);
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.ORDER);
        assertThat(states(noticeNo)).containsOnly(ListingState.UNTOUCHED);
        assertThat(notifier.openInCase(noticeNo)).contains("Task_DecideOrder");
    }

    @Test
    void theSellerIsToldAfterTheMeasuresIfNotWithThem() {
        String noticeNo = notifier.sent();
        Map<String, Object> notForwarded = new HashMap<>(notifier.measures());
        notForwarded.remove("forwardedOn");
        notifier.submit(noticeNo, "Task_RecordMeasures", notForwarded);
        assertThat(notifier.open(noticeNo)).containsExactly("Task_RecordForwarding");
        notifier.submit(noticeNo, "Task_RecordForwarding", Map.of("forwardedOn", notifier.day()));
        assertThat(notifier.open(noticeNo)).containsExactly("Task_RecordDeclaration");
        assertThat(find(noticeNo).measures().forwardedOn()).isEqualTo(notifier.today());
    }

    @Test
    void onlyTheListingsASellerContestsComeBack() {
        String noticeNo = notifier.sent();
        List<String> listings = find(noticeNo).content().listings();
        notifier.submit(
                noticeNo,
                "Task_RecordMeasures",
                with(with(notifier.measures(), "untouched", listings.get(0)), "reason", "That page offers no goods"));
        notifier.submit(noticeNo, "Task_RecordDeclaration", with(notifier.declaration(), "covered", listings.get(2)));
        notifier.submit(noticeNo, "Task_RecordDelivery", notifier.delivery());
        notifier.submit(noticeNo, "Task_RecordReaction", Map.of("reaction", "ACCEPTED", "reactedOn", notifier.day()));
        notifier.submit(noticeNo, "Task_RecordRestoration", Map.of("restoredOn", notifier.day()));
        assertThat(states(noticeNo))
                .containsExactly(ListingState.UNTOUCHED, ListingState.MEASURED, ListingState.RESTORED);
    }

    @Test
    void whatCannotHaveHappenedIsNotRecorded() {
        String noticeNo = notifier.sent();
        String tomorrow = notifier.today().plusDays(1).toString();
        String yesterday = notifier.today().minusDays(1).toString();
        String foreign = "https://" + UUID.randomUUID() + ".example/1";
        refused(
                () -> notifier.submit(
                        noticeNo,
                        "Task_RecordMeasures",
                        with(notifier.measures(), "takenAt", tomorrow + "T00:00+08:00")),
                "platform.in-the-future");
        refused(
                () -> notifier.submit(
                        noticeNo, "Task_RecordMeasures", with(notifier.measures(), "forwardedOn", yesterday)),
                "platform.too-early");
        refused(
                () -> notifier.submit(noticeNo, "Task_RecordMeasures", with(notifier.measures(), "untouched", foreign)),
                "platform.listing-unknown");
        String all = String.join("\n", find(noticeNo).content().listings());
        refused(
                () -> notifier.submit(noticeNo, "Task_RecordMeasures", with(notifier.measures(), "untouched", all)),
                "platform.nothing-touched");
        notifier.submit(noticeNo, "Task_RecordMeasures", notifier.measures());
        refused(
                () -> notifier.submit(
                        noticeNo, "Task_RecordDeclaration", with(notifier.declaration(), "declaredOn", yesterday)),
                "platform.too-early");
        refused(
                () -> notifier.submit(
                        noticeNo, "Task_RecordDeclaration", with(notifier.declaration(), "evidence", "Trust us")),
                "platform.evidence-too-short");
        notifier.submit(noticeNo, "Task_RecordDeclaration", notifier.declaration());
        refused(
                () -> notifier.submit(
                        noticeNo, "Task_RecordDelivery", with(notifier.delivery(), "deliveredOn", tomorrow)),
                "platform.in-the-future");
    }

    /** The timer may fire a minute after the end: what came after it must not slip in between. */
    @Test
    void newsThatComesAfterTheEndIsTooLate() {
        String noticeNo = deliveredOnThatFriday();
        at(LocalDate.of(2026, 11, 17), "00:01");
        refused(
                () -> notifier.submit(noticeNo, "Task_RecordReaction", notifier.complaint()),
                "platform.reaction-too-late");
        notifier.submit(noticeNo, "Task_RecordReaction", with(notifier.complaint(), "reactedOn", "2026-11-16"));
        assertThat(find(noticeNo).result()).isEqualTo(NoticeResult.KEPT);
    }

    private String deliveredOnThatFriday() {
        String caseNo = notifier.assigned();
        at(DELIVERED, "10:00");
        return notifier.delivered(caseNo);
    }

    private static void at(LocalDate day, String time) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.parse(time)).atZone(WorkingCalendar.ZONE).toInstant()));
    }

    private static Instant endOf(LocalDate day) {
        return WorkingCalendar.endOf(day);
    }

    private PlatformNotice find(String noticeNo) {
        return SignIn.as(identity, OFFICER, () -> notices.find(noticeNo).orElseThrow());
    }

    private List<ListingState> states(String noticeNo) {
        return find(noticeNo).listings().stream().map(NoticeListing::state).toList();
    }

    /** But for the publication, which becomes due when a notice ends. */
    private List<StatutoryClock> openClocks(String noticeNo) {
        return clocks.of(noticeNo).stream()
                .filter(StatutoryClock::isOpen)
                .filter(clock -> !clock.rule().id().equals("platform.publication"))
                .toList();
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run)
                .satisfies(failure -> assertThat(badInput(failure).messageKey()).isEqualTo(key));
    }

    private static BadInput badInput(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof BadInput)) {
            assertThat(cause).isNotNull();
            cause = cause.getCause();
        }
        return (BadInput) cause;
    }
}
