package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is not told in time misses a deadline without having known it; who is told twice stops listening. */
@QingwangTest
class ClockSweepTest {

    private static final String SERVICE = "commerce.service";

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    ClockSweep sweep;

    @Autowired
    ClockReminders reminders;

    @Autowired
    JdbcClient jdbc;

    private final String subject = "sweep-" + UUID.randomUUID();

    /** 7 working days from Mon 2 November: 3-6 (4), 9-11 (7): Wed 11, the last second. */
    @BeforeEach
    void startAClock() {
        now("2026-11-02T00:00:00+08:00");
        clocks.due(subject, SERVICE, Jurisdiction.parse("commerce-330000"));
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void theOfficersAreToldAtHalfTimeAndBeforeTheEndAndTheHeadWhenItHasPassed() {
        now("2026-11-06T11:00:00+08:00");
        tell();
        assertThat(told()).isEmpty();
        // half of ten days
        now("2026-11-07T00:00:00+08:00");
        tell();
        tell();
        assertThat(told()).containsExactly("HALF_TIME commerce-330000");
        // the morning of the last working day before
        now("2026-11-10T09:00:00+08:00");
        tell();
        tell();
        assertThat(told()).containsExactly("HALF_TIME commerce-330000", "ENDING commerce-330000");
        now("2026-11-12T00:00:00+08:00");
        tell();
        tell();
        assertThat(told())
                .containsExactly(
                        "HALF_TIME commerce-330000",
                        "ENDING commerce-330000",
                        "MISSED commerce-330000",
                        "MISSED commerce-330000-head");
        assertThat(missedEntries()).isEqualTo(1);
    }

    @Test
    void aClockThatEndedWhileNothingRanIsToldOnce() {
        now("2027-02-01T10:00:00+08:00");
        tell();
        tell();
        assertThat(told()).containsExactly("MISSED commerce-330000", "MISSED commerce-330000-head");
        assertThat(missedEntries()).isEqualTo(1);
        assertThat(only().missedAt()).isEqualTo(Instant.parse("2027-02-01T02:00:00Z"));
    }

    @Test
    void twoNodesAtTheSameMomentTellOnce() throws Exception {
        now("2026-11-12T10:00:00+08:00");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                runs.add(nodes.submit(() -> {
                    together.await();
                    tell();
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(told()).containsExactly("MISSED commerce-330000", "MISSED commerce-330000-head");
        assertThat(missedEntries()).isEqualTo(1);
    }

    @Test
    void whatIsDoneOrStandsStillIsNotTold() {
        clocks.suspend(subject, SERVICE, SuspensionGround.PUBLIC_NOTICE, "the party cannot be found");
        now("2026-12-20T10:00:00+08:00");
        tell();
        assertThat(told()).isEmpty();
        clocks.resume(subject, SERVICE);
        clocks.met(subject, SERVICE);
        tell();
        assertThat(told()).isEmpty();
        assertThat(missedEntries()).isZero();
    }

    @Test
    void theModelsTimerAndTheSweepFindAMissedClockOnce() {
        now("2026-11-12T10:00:00+08:00");
        clocks.missed(subject, SERVICE);
        tell();
        assertThat(missedEntries()).isEqualTo(1);
        assertThat(told()).containsExactly("MISSED commerce-330000", "MISSED commerce-330000-head");
    }

    /** Served on the last day, written down three days later: nobody was late. */
    @Test
    void whatWasDoneInTimeAndRecordedLateIsInTimeAlthoughTheEndWasTold() {
        now("2026-11-14T10:00:00+08:00");
        tell();
        clocks.metOn(subject, SERVICE, LocalDate.of(2026, 11, 11));
        assertThat(only().state(Instant.now())).isEqualTo(StatutoryClock.State.MET);
    }

    /** A key case: the campaign office follows it by name. */
    @Test
    void inASupervisedCaseTheCampaignOfficeIsToldToo() {
        String caseNo = "AJ-330000-2026-" + UUID.randomUUID();
        jdbc.sql(
                        "insert into case_file (case_no, status, intake_jurisdiction, lead_jurisdiction, opened_at, search_terms,"
                                + " supervised) values (:case, 'OPENED', 'commerce-330000', 'customs-330000', now(), '{}', true)")
                .param("case", caseNo)
                .update();
        now("2026-11-02T00:00:00+08:00");
        clocks.due(caseNo, SERVICE);
        now("2026-11-12T10:00:00+08:00");
        tell();
        assertThat(told(caseNo))
                .as("nobody said whose clock it is: the lead's")
                .containsExactly("MISSED customs-330000", "MISSED customs-330000-head", "MISSED office");
        assertThat(clocks.of(caseNo).get(0).jurisdiction()).isEqualTo("customs-330000");
        jdbc.sql("delete from case_file where case_no = :case")
                .param("case", caseNo)
                .update();
    }

    private void tell() {
        while (ClockSweep.isFullBatch(sweep.tellDue())) {
            assertThat(true).isTrue();
        }
    }

    private List<String> told() {
        return told(subject);
    }

    private List<String> told(String number) {
        return reminders.of(clocks.of(number).get(0)).stream()
                .map(reminder -> reminder.kind() + " " + reminder.recipient())
                .toList();
    }

    private StatutoryClock only() {
        return clocks.of(subject).get(0);
    }

    private long missedEntries() {
        return jdbc.sql("select count(*) from audit_entry where action = 'clock.missed' and subject_id = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static void now(String time) {
        ClockUtil.setCurrentTime(Date.from(OffsetDateTime.parse(time).toInstant()));
    }
}
