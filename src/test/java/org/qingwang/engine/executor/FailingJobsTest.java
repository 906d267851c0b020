package org.qingwang.engine.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A case whose step fails must neither be hammered, nor be forgotten, nor end in silence. */
@QingwangTest
class FailingJobsTest {

    private static final String KEY = "test-failing-job";
    private static final Instant START = Instant.parse("2026-12-01T01:00:00Z");

    /** In application.yaml. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @BeforeEach
    void deploy() {
        ClockUtil.setCurrentTime(Date.from(START));
        repository
                .createDeployment()
                .name(KEY)
                .enableDuplicateFiltering(false)
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .camundaHistoryTimeToLiveString("P10D")
                                .startEvent("Start")
                                .serviceTask("Task_fail")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${failureProbe}")
                                .endEvent("End")
                                .done())
                .deploy();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    private Job job(String instance) {
        return management.createJobQuery().processInstanceId(instance).singleResult();
    }

    private void fail(String instance) {
        String id = job(instance).getId();
        assertThatThrownBy(() -> management.executeJob(id)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void itIsTriedAgainAfterGrowingPausesAndThenASupervisorSeesIt() {
        String instance = runtime.startProcessInstanceByKey(KEY).getId();
        for (Duration pause : PAUSES) {
            fail(instance);
            assertThat(job(instance).getDuedate()).isEqualTo(Date.from(START.plus(pause)));
            assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                    .isZero();
        }
        fail(instance);
        assertThat(job(instance).getRetries()).isZero();
        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                .isEqualTo(1);
    }

    @Test
    void aBusinessErrorNobodyDrewDoesNotEndTheCaseInSilence() {
        String instance = runtime.startProcessInstanceByKey(KEY, Map.of("businessError", true))
                .getId();
        fail(instance);
        assertThat(job(instance).getExceptionMessage()).contains("NOBODY_DRAWS_THIS");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(1);
    }
}
