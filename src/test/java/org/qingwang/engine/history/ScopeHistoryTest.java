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
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How long each step took is what supervisors look for in Cockpit's history; it must not get lost for being cheaper. */
@QingwangTest
class ScopeHistoryTest {

    private static final String KEY = "test-scope-history";
    private static final Instant START = Instant.parse("2026-12-01T01:00:00Z");
    private static final Duration TAKEN = Duration.ofHours(2);
    private static final Duration DONE = Duration.ofHours(5);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    private String deployment;
    private String instance;

    @BeforeEach
    void start() {
        at(Duration.ZERO);
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("Task")
                                .endEvent("End")
                                .camundaAsyncBefore()
                                .done())
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey(KEY).getId();
    }

    @AfterEach
    void remove() {
        ClockUtil.reset();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aTaskTakenByOneOfficerAndDoneLaterKnowsItsTimes() {
        at(TAKEN);
        tasks.setAssignee(task().getId(), "history-officer");
        assertThat(pastTask().getStartTime()).isEqualTo(Date.from(START));
        assertThat(pastTask().getAssignee()).isEqualTo("history-officer");

        at(DONE);
        tasks.complete(task().getId());
        end();
        assertKnowsItsTimes();
    }

    /** Changed and ended in one command: what the command itself wrote must not hide when the step began. */
    @Test
    void aTaskChangedAndDoneAtOnceKnowsItsTimes() {
        at(DONE);
        transaction.executeWithoutResult(status -> {
            Task task = task();
            tasks.setAssignee(task.getId(), "history-officer");
            tasks.complete(task.getId());
        });
        end();
        assertKnowsItsTimes();
    }

    /** Twice: the second job of the same step is written from what is remembered of it. */
    @Test
    void theLogOfAJobTellsItsStep() {
        runtime.startProcessInstanceByKey(KEY);
        for (Task task : tasks.createTaskQuery().processDefinitionKey(KEY).list()) {
            tasks.complete(task.getId());
        }
        management.createJobQuery().processDefinitionKey(KEY).list().forEach(job -> management.executeJob(job.getId()));
        List<HistoricJobLog> log =
                history.createHistoricJobLogQuery().processDefinitionKey(KEY).list();
        assertThat(log).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.getActivityId()).isEqualTo("End");
            assertThat(entry.getJobDefinitionType()).isEqualTo("async-continuation");
            assertThat(entry.getJobDefinitionConfiguration()).isEqualTo("async-before");
            assertThat(entry.getJobDefinitionId()).isNotNull();
        });
    }

    private void assertKnowsItsTimes() {
        Date ended = Date.from(START.plus(DONE));
        HistoricTaskInstance task = pastTask();
        assertThat(task.getStartTime()).isEqualTo(Date.from(START));
        assertThat(task.getEndTime()).isEqualTo(ended);
        assertThat(task.getDurationInMillis()).isEqualTo(DONE.toMillis());

        HistoricActivityInstance step = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityId("Task")
                .singleResult();
        assertThat(step.getAssignee()).isEqualTo("history-officer");
        assertThat(step.getDurationInMillis()).isEqualTo(DONE.toMillis());

        HistoricProcessInstance process = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        assertThat(process.getProcessDefinitionKey()).isEqualTo(KEY);
        assertThat(process.getDurationInMillis()).isEqualTo(DONE.toMillis());
    }

    private void end() {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }

    private HistoricTaskInstance pastTask() {
        return history.createHistoricTaskInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private static void at(Duration afterStart) {
        ClockUtil.setCurrentTime(Date.from(START.plus(afterStart)));
    }
}
