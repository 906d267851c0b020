package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.commerce.process.Investigator.HEAD;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.qingwang.commerce.CommerceService;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.SuspensionGround;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If a task, a timer and the case page disagree on the day, an officer works towards the wrong one. */
@QingwangTest
class MovedClocksTest {

    private static final String RULE = CommerceService.LEAD_CHECK_CLOCK;

    @Autowired
    Investigator investigator;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Test
    void taskAndTimerFollowTheClock() {
        String caseNo = investigator.assigned();
        assertThat(taskDue(caseNo)).isEqualTo(clock(caseNo).dueAt());
        assertThat(timerDue(caseNo)).isEqualTo(clock(caseNo).dueAt());
        assertThat(clock(caseNo).jurisdiction()).isEqualTo("commerce-330000");

        SignIn.as(identity, HEAD, () -> {
            clocks.extend(caseNo, RULE, 15, "many sellers");
            return null;
        });
        assertThat(taskDue(caseNo)).isEqualTo(clock(caseNo).dueAt());
        assertThat(timerDue(caseNo)).isEqualTo(clock(caseNo).dueAt());

        clocks.suspend(caseNo, RULE, SuspensionGround.TESTING, "sample sent");
        assertThat(taskDue(caseNo)).as("nobody knows the day").isNull();
        assertThat(timerDue(caseNo)).as("waits until it runs again").isAfter(Instant.parse("2900-01-01T00:00:00Z"));

        clocks.resume(caseNo, RULE);
        assertThat(taskDue(caseNo)).isEqualTo(clock(caseNo).dueAt());
        assertThat(timerDue(caseNo)).isEqualTo(clock(caseNo).dueAt());
        assertThat(clock(caseNo).state(Instant.now())).isEqualTo(StatutoryClock.State.RUNNING);
        assertThat(engineActs(caseNo))
                .as("nobody worked on the engine beside the forms")
                .isZero();
    }

    private Instant taskDue(String caseNo) {
        java.util.Date due = investigator.task(caseNo, "Task_CheckLead").getDueDate();
        return due == null ? null : due.toInstant();
    }

    private Instant timerDue(String caseNo) {
        List<Job> timers = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                .flatMap(process ->
                        management.createJobQuery().processInstanceId(process.getId()).timers().list().stream())
                .toList();
        assertThat(timers).hasSize(1);
        return timers.get(0).getDuedate().toInstant();
    }

    private StatutoryClock clock(String caseNo) {
        return clocks.open(caseNo, RULE).orElseThrow();
    }

    private long engineActs(String caseNo) {
        return jdbc.sql("select count(*) from audit_entry where action like 'engine.%' and subject_id = :case")
                .param("case", caseNo)
                .query(Long.class)
                .single();
    }
}
