package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If a clock is started twice, forgotten or read differently in two places, nobody can say by when the law binds. */
@QingwangTest
class StatutoryClocksTest {

    private static final String SERVICE = "commerce.service";

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
