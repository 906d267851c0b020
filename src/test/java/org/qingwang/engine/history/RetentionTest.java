package org.qingwang.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Removed too early, a case cannot be answered for; never removed, people's data is kept longer than the law allows. */
@QingwangTest
class RetentionTest {

    private static final String CASE = "test-retained-case";
    private static final String PART = "test-retained-part";
    private static final Instant START = Instant.parse("2026-12-01T01:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(10);
    private static final Duration MOMENT = Duration.ofMinutes(1);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    Retention retention;

    private String deployment;

    @BeforeEach
    void start() {
        at(START);
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        PART + ".bpmn", model(PART).userTask("Part").endEvent().done())
                .addModelInstance(
                        CASE + ".bpmn",
                        model(CASE)
                                .callActivity("Call")
                                .calledElement(PART)
                                .userTask("Rest")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        runtime.startProcessInstanceByKey(CASE);
    }

    private static StartEventBuilder model(String key) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P10D")
                .startEvent();
    }

    @AfterEach
    void remove() {
        ClockUtil.reset();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void nothingOfACaseGoesWhileItIsOpenHoweverLongAgoAPartOfItEnded() {
        complete("Part");
        at(START.plus(Duration.ofDays(4000)));
        night();
        assertThat(processes()).hasSize(2);
        assertThat(steps()).isPositive();
    }

    @Test
    void aClosedCaseStaysForItsTimeAndThenGoesWhole() {
        complete("Part");
        Instant closed = START.plus(Duration.ofDays(400));
        at(closed);
        complete("Rest");

        at(closed.plus(RETENTION).minus(MOMENT));
        night();
        assertThat(processes()).hasSize(2);

        at(closed.plus(RETENTION).plus(MOMENT));
        night();
        assertThat(processes()).isEmpty();
        assertThat(steps()).isZero();
    }

    @Test
    void aCaseIsMarkedWithTheDayItsTimePassedAndOnce() {
        complete("Part");
        complete("Rest");
        at(START.plus(RETENTION).plus(Duration.ofDays(3)));

        assertThat(retention.markDue()).isEqualTo(1);
        assertThat(retention.markDue()).isZero();
        assertThat(processes())
                .extracting(HistoricProcessInstance::getRemovalTime)
                .containsOnly(Date.from(START.plus(RETENTION)));
    }

    @Test
    void aLongerTimeToLiveHoldsForCasesClosedBefore() {
        complete("Part");
        complete("Rest");
        for (String key : List.of(CASE, PART)) {
            repository.updateProcessDefinitionHistoryTimeToLive(
                    repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(key)
                            .singleResult()
                            .getId(),
                    20);
        }
        at(START.plus(RETENTION).plus(MOMENT));
        night();
        assertThat(processes()).hasSize(2);
    }

    private void complete(String task) {
        tasks.complete(
                tasks.createTaskQuery().taskDefinitionKey(task).singleResult().getId());
    }

    private static void at(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** What happens between half past one and five. */
    private void night() {
        retention.markDue();
        history.cleanUpHistoryAsync(true);
        for (Job cleanup : history.findHistoryCleanupJobs()) {
            management.executeJob(cleanup.getId());
        }
    }

    private List<HistoricProcessInstance> processes() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKeyIn(CASE, PART)
                .list();
    }

    private long steps() {
        return List.of(CASE, PART).stream()
                .flatMap(key -> repository.createProcessDefinitionQuery().processDefinitionKey(key).list().stream())
                .mapToLong(definition -> history.createHistoricActivityInstanceQuery()
                        .processDefinitionId(definition.getId())
                        .count())
                .sum();
    }
}
