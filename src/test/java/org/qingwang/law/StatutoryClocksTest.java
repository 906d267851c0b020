package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If a clock is started twice, forgotten or read differently in two places, nobody can say by when the law binds. */
@QingwangTest
class StatutoryClocksTest {

    private static final String SERVICE = "commerce.service";
    private static final String LEAD_CHECK = "commerce.lead-check";
    private static final String DECLARATION = "platform.counter-declaration";

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService engineIdentity;

    private final String subject = "clock-" + UUID.randomUUID();

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void aClockStartsOnceHoweverOftenItIsAsked() {
        now("2026-09-30T10:00:00+08:00");
        Instant due = clocks.due(subject, SERVICE);
        // 7 working days: Thu 8, Fri 9, Sat 10 worked, Mon 12, 13, 14, Thu 15 October
        assertThat(due).isEqualTo(Instant.parse("2026-10-15T15:59:59Z"));

        now("2026-10-12T10:00:00+08:00");
        assertThat(clocks.due(subject, SERVICE)).isEqualTo(due);
        assertThat(clocks.of(subject)).singleElement().satisfies(clock -> {
            assertThat(clock.startedAt()).isEqualTo(Instant.parse("2026-09-30T02:00:00Z"));
            assertThat(clock.rule().basis().article()).isEqualTo("61, 85");
            assertThat(clock.provisional()).isFalse();
        });
    }

    @Test
    void aClockCanStartWithAnEarlierDay() {
        now("2026-11-20T10:00:00+08:00");
        // 15 days from 4 November: 19 November, a Thursday
        assertThat(clocks.dueSince(subject, "commerce.payment", LocalDate.of(2026, 11, 4)))
                .isEqualTo(Instant.parse("2026-11-19T15:59:59Z"));
    }

    @Test
    void whatIsDoneInTimeMeetsItsClockAndNamesWhoDidIt() {
        now("2026-11-02T10:00:00+08:00");
        clocks.due(subject, SERVICE);
        now("2026-11-04T10:00:00+08:00");
        for (int twice = 0; twice < 2; twice++) {
            SignIn.as(engineIdentity, SignIn.officer("commerce-330000"), () -> {
                clocks.met(subject, SERVICE);
                return null;
            });
        }
        StatutoryClock clock = only();
        assertThat(clock.metAt()).isEqualTo(Instant.parse("2026-11-04T02:00:00Z"));
        assertThat(clock.endedBy()).isEqualTo("officer.commerce-330000");
        assertThat(clock.state(Instant.now())).isEqualTo(StatutoryClock.State.MET);
        assertThat(missedEntries()).isZero();
    }

    @Test
    void whatIsDoneLateStaysVisibleAsLate() {
        now("2026-11-02T10:00:00+08:00");
        clocks.due(subject, SERVICE);
        now("2026-11-12T10:00:00+08:00");
        assertThat(only().state(ClockUtil.getCurrentTime().toInstant())).isEqualTo(StatutoryClock.State.MISSED);
        clocks.missed(subject, SERVICE);
        clocks.missed(subject, SERVICE);
        assertThat(missedEntries()).isEqualTo(1);
        clocks.met(subject, SERVICE);
        assertThat(only().state(Instant.now())).isEqualTo(StatutoryClock.State.MET_LATE);
        assertThat(missedEntries()).isEqualTo(1);
    }

    @Test
    void whatWasDoneInTimeButRecordedLateIsInTime() {
        now("2026-11-02T10:00:00+08:00");
        clocks.due(subject, SERVICE);
        now("2026-11-16T10:00:00+08:00");
        // 7 working days after 2 November end on 11 November
        clocks.metOn(subject, SERVICE, LocalDate.of(2026, 11, 11));
        assertThat(only().state(Instant.now())).isEqualTo(StatutoryClock.State.MET);
    }

    @Test
    void afterAClockIsMetItsNextStartIsANewRound() {
        now("2026-11-02T10:00:00+08:00");
        clocks.due(subject, "commerce.legal-review");
        clocks.met(subject, "commerce.legal-review");
        now("2026-11-09T10:00:00+08:00");
        // 10 working days: 10-13 (4), 16-20 (9), Mon 23
        assertThat(clocks.due(subject, "commerce.legal-review")).isEqualTo(Instant.parse("2026-11-23T15:59:59Z"));
        assertThat(clocks.of(subject)).hasSize(2);
    }

    @Test
    void aDueDateInAYearWithoutTheNoticeIsMarkedProvisional() {
        now("2026-11-23T10:00:00+08:00");
        clocks.due(subject, "commerce.decision");
        assertThat(only().provisional()).isTrue();
    }

    @Test
    void aClockThatNeverRanCanNeitherBeMetNorMissed() {
        clocks.met(subject, SERVICE);
        clocks.missed(subject, SERVICE);
        assertThat(clocks.of(subject)).isEmpty();
        assertThat(missedEntries()).isZero();
    }

    /** 15 working days from Mon 2 November: 3-6 (4), 9-13 (9), 16-20 (14), Mon 23 (15). */
    @Test
    void whileGoodsAreTestedTheDaysDoNotCount() {
        startLeadCheck();
        assertThat(only().dueAt()).isEqualTo(endOf("2026-11-23"));
        now("2026-11-05T10:00:00+08:00");
        for (int twice = 0; twice < 2; twice++) {
            clocks.suspend(subject, LEAD_CHECK, SuspensionGround.TESTING, "sample sent to the laboratory");
        }
        assertThat(only().state(instant("2026-11-30T10:00:00+08:00"))).isEqualTo(StatutoryClock.State.SUSPENDED);
        assertThat(only().end()).as("nobody knows yet").isEmpty();
        clocks.missed(subject, LEAD_CHECK);
        assertThat(missedEntries()).isZero();

        now("2026-11-12T16:00:00+08:00");
        for (int twice = 0; twice < 2; twice++) {
            clocks.resume(subject, LEAD_CHECK);
        }
        // 3-5 (3), 6-12 in the laboratory, Fri 13 (4), 16-20 (9), 23-27 (14), Mon 30 (15)
        assertThat(only().dueAt()).isEqualTo(endOf("2026-11-30"));
        assertThat(acts()).containsExactly("SUSPENDED", "RESUMED");
        assertThat(audited("clock.suspended")).isEqualTo(1);
        assertThat(audited("clock.resumed")).isEqualTo(1);
    }

    @Test
    void whatIsDoneWhileTheClockStandsStillIsInTime() {
        startLeadCheck();
        now("2026-11-20T10:00:00+08:00");
        clocks.suspend(subject, LEAD_CHECK, SuspensionGround.TESTING, "sample");
        now("2026-12-18T10:00:00+08:00");
        clocks.met(subject, LEAD_CHECK);
        assertThat(only().state(Instant.now())).isEqualTo(StatutoryClock.State.MET);
        assertThat(missedEntries()).isZero();
    }

    @Test
    void aPauseThatBeginsAndEndsOnOneDayCostsNothing() {
        startLeadCheck();
        now("2026-11-05T10:00:00+08:00");
        clocks.suspend(subject, LEAD_CHECK, SuspensionGround.IDENTIFICATION, "the holder looks at the goods");
        now("2026-11-05T17:00:00+08:00");
        clocks.resume(subject, LEAD_CHECK);
        assertThat(only().dueAt()).isEqualTo(endOf("2026-11-23"));
    }

    @Test
    void aPauseIsRecordedAfterwardsToo() {
        startLeadCheck();
        now("2026-11-18T10:00:00+08:00");
        clocks.suspendOn(subject, LEAD_CHECK, SuspensionGround.TESTING, "sample", LocalDate.of(2026, 11, 5));
        clocks.resumeOn(subject, LEAD_CHECK, LocalDate.of(2026, 11, 12));
        assertThat(only().dueAt()).isEqualTo(endOf("2026-11-30"));
        refused(
                "law.clock.before-last",
                () -> clocks.suspendOn(
                        subject, LEAD_CHECK, SuspensionGround.TESTING, "again", LocalDate.of(2026, 11, 6)));
        refused(
                "law.clock.in-the-future",
                () -> clocks.suspendOn(
                        subject, LEAD_CHECK, SuspensionGround.TESTING, "again", LocalDate.of(2026, 11, 19)));
    }

    @Test
    void aClockStandsStillOnlyOnAGroundOfItsRule() {
        startLeadCheck();
        refused(
                "law.clock.ground-unknown",
                () -> clocks.suspend(subject, LEAD_CHECK, SuspensionGround.NOTARISATION, "notary"));
        refused("law.clock.reason-missing", () -> clocks.suspend(subject, LEAD_CHECK, SuspensionGround.TESTING, " "));
        refused(
                "law.clock.none-open",
                () -> clocks.suspend(subject, SERVICE, SuspensionGround.PUBLIC_NOTICE, "never started"));
        now("2026-11-24T10:00:00+08:00");
        refused("law.clock.passed", () -> clocks.suspend(subject, LEAD_CHECK, SuspensionGround.TESTING, "too late"));
    }

    /** Mon 23 November and 15 more: 24-27 (4), 30-4 December (9), 7-11 (14), Mon 14 (15). */
    @Test
    void theHeadMakesAClockLongerOnceAndNobodyElse() {
        startLeadCheck();
        refused("law.clock.only-head", () -> by(SignIn.officer("commerce-330000"), () -> extend(15, "many sellers")));
        refused("law.clock.only-head", () -> by(SignIn.head("commerce-440000"), () -> extend(15, "many sellers")));
        refused("law.clock.amount", () -> by(SignIn.head("commerce-330000"), () -> extend(16, "many sellers")));
        for (int twice = 0; twice < 2; twice++) {
            by(SignIn.head("commerce-330000"), () -> extend(15, "many sellers"));
        }
        assertThat(only().dueAt()).isEqualTo(endOf("2026-12-14"));
        assertThat(only().extensions()).isEqualTo(1);
        assertThat(audited("clock.extended")).isEqualTo(1);
        refused("law.clock.no-extension", () -> by(SignIn.head("commerce-330000"), () -> extend(5, "still more")));
    }

    @Test
    void afterItsEndAClockCannotBeMadeLonger() {
        startLeadCheck();
        now("2026-11-24T10:00:00+08:00");
        refused("law.clock.passed", () -> by(SignIn.head("commerce-330000"), () -> extend(15, "too late")));
    }

    @Test
    void twoHeadsWhoExtendAtTheSameMomentExtendOnce() throws Exception {
        startLeadCheck();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> acts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                acts.add(both.submit(() -> by(SignIn.head("commerce-330000"), () -> extend(15, "many sellers"))));
            }
            for (Future<?> act : acts) {
                act.get();
            }
        } finally {
            both.shutdown();
        }
        assertThat(only().dueAt()).isEqualTo(endOf("2026-12-14"));
        assertThat(audited("clock.extended")).isEqualTo(1);
    }

    /** 15 days from Mon 2 November: Tue 17. 20 working days: 3-6 (4), 9-13 (9), 16-20 (14), 23-27 (19), Mon 30 (20). */
    @Test
    void notarisationNeverPassesTwentyWorkingDays() {
        now("2026-11-02T10:00:00+08:00");
        clocks.due(subject, DECLARATION);
        assertThat(only().dueAt()).isEqualTo(endOf("2026-11-17"));
        now("2026-11-10T10:00:00+08:00");
        clocks.suspend(subject, DECLARATION, SuspensionGround.NOTARISATION, "notary away");
        assertThat(only().end()).as("even standing still it ends").contains(endOf("2026-11-30"));
        now("2026-11-13T10:00:00+08:00");
        clocks.resume(subject, DECLARATION);
        // three days more
        assertThat(only().dueAt()).isEqualTo(endOf("2026-11-20"));
        clocks.suspend(subject, DECLARATION, SuspensionGround.NOTARISATION, "notary away again");
        now("2026-11-29T10:00:00+08:00");
        clocks.resume(subject, DECLARATION);
        // three and sixteen days more would be 6 December
        assertThat(only().dueAt()).isEqualTo(endOf("2026-11-30"));
    }

    /** A part goes on: a seller's listing is not restored because the officer is done with the case. */
    @Test
    void whatIsNoLongerNeededStopsItsClockButNotThatOfAPart() {
        startLeadCheck();
        String part = subject + "-part";
        clocks.start(ClockStart.of(part, SERVICE).inCase(subject));
        for (int twice = 0; twice < 2; twice++) {
            clocks.stopAll(subject, "case closed");
        }
        assertThat(clocks.of(subject))
                .filteredOn(clock -> clock.subject().equals(subject))
                .hasSize(1)
                .allMatch(clock -> clock.state(instant("2027-01-05T10:00:00+08:00")) == StatutoryClock.State.STOPPED);
        assertThat(clocks.open(part, SERVICE)).isPresent();
        assertThat(audited("clock.stopped")).isEqualTo(1);
    }

    @Test
    void aClockOfAPartShowsWithItsCase() {
        now("2026-11-02T10:00:00+08:00");
        String part = subject + "-referral";
        clocks.start(
                ClockStart.of(part, "referral.transfer").inCase(subject).by(Jurisdiction.parse("commerce-330000")));
        assertThat(clocks.of(subject)).singleElement().satisfies(clock -> {
            assertThat(clock.subject()).isEqualTo(part);
            assertThat(clock.file()).isEqualTo(subject);
            assertThat(clock.dueAt()).isEqualTo(instant("2026-11-03T10:00:00+08:00"));
        });
        assertThat(clocks.ownOf(SignIn.officer("commerce-330000"), 1000))
                .extracting(StatutoryClock::subject)
                .contains(part);
        assertThat(clocks.ownOf(SignIn.officer("commerce-440000"), 1000))
                .extracting(StatutoryClock::subject)
                .doesNotContain(part);
    }

    private void startLeadCheck() {
        now("2026-11-02T10:00:00+08:00");
        clocks.due(subject, LEAD_CHECK, Jurisdiction.parse("commerce-330000"));
    }

    private void extend(int days, String reason) {
        clocks.extend(subject, LEAD_CHECK, days, reason);
    }

    private void by(Actor actor, Runnable work) {
        SignIn.as(engineIdentity, actor, () -> {
            work.run();
            return null;
        });
    }

    private static void refused(String messageKey, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }

    private List<String> acts() {
        return clocks.actsOf(only()).stream().map(act -> act.kind().name()).toList();
    }

    private long audited(String action) {
        return jdbc.sql("select count(*) from audit_entry where action = :action and subject_id = :subject")
                .param("action", action)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static Instant endOf(String day) {
        return WorkingCalendar.endOf(LocalDate.parse(day));
    }

    private static Instant instant(String time) {
        return java.time.OffsetDateTime.parse(time).toInstant();
    }

    private StatutoryClock only() {
        List<StatutoryClock> all = clocks.of(subject);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private long missedEntries() {
        return jdbc.sql("select count(*) from audit_entry where action = 'clock.missed' and subject_id = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static void now(String time) {
        ClockUtil.setCurrentTime(Date.from(java.time.OffsetDateTime.parse(time).toInstant()));
    }
}
