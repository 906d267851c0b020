package org.qingwang.engine.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.qingwang.support.TestPostgres;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Two nodes on one database: one serves people and runs no job, the other runs jobs and polls once a minute. Without the
 * bell a job would wait for that poll.
 */
class TwoNodesTest {

    private static final int POLL_MILLIS = 60_000;
    private static final Duration HEARD = Duration.ofSeconds(5);

    private static final AtomicInteger RUN = new AtomicInteger();

    private static HikariDataSource pool;
    private static JobBell bell;
    private static JobEar ear;
    private static PromptJobExecutor worker;
    private static ProcessEngine peoplesNode;
    private static ProcessEngine workersNode;

    @BeforeAll
    static void startBothNodes() {
        pool = new HikariDataSource();
        pool.setJdbcUrl(TestPostgres.newDatabase());
        pool.setUsername("postgres");
        pool.setPassword("postgres");

        bell = new JobBell(new Line(pool), "people");
        bell.start();
        peoplesNode = engine("people", new SilentJobExecutor(bell));

        worker = new PromptJobExecutor(() -> {});
        worker.setTaskExecutor(threads());
        worker.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        worker.setWaitTimeInMillis(POLL_MILLIS);
        worker.setMaxWait(POLL_MILLIS);
        workersNode = engine("work", worker);
        worker.start();
        ear = new JobEar(new Line(pool), "work", worker::heard);
        ear.start();

        peoplesNode
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "two-nodes.bpmn",
                        Bpmn.createExecutableProcess("two-nodes")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .camundaAsyncBefore()
                                .serviceTask("Task_count")
                                .camundaDelegateExpression("${count}")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterAll
    static void stopBothNodes() {
        ear.stop();
        bell.stop();
        worker.shutdown();
        workersNode.close();
        peoplesNode.close();
        pool.close();
    }

    private static ProcessEngine engine(String name, JobExecutor executor) {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        JavaDelegate count = execution -> RUN.incrementAndGet();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setJobExecutor(executor);
        configuration.setBeans(new HashMap<>(Map.of("count", count)));
        return configuration.buildProcessEngine();
    }

    private static ThreadPoolTaskExecutor threads() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(2);
        threads.setMaxPoolSize(2);
        threads.setDaemon(true);
        threads.initialize();
        return threads;
    }

    @Test
    void aJobMadeOnOneNodeRunsOnTheOtherAtOnce() {
        for (int job = 0; job < 5; job++) {
            int before = RUN.get();
            peoplesNode.getRuntimeService().startProcessInstanceByKey("two-nodes");
            await().atMost(HEARD).until(() -> RUN.get() == before + 1);
        }
    }

    @Test
    void aCutLineIsMended() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'qingwang jobs' and datname = current_database()");
        }
        int before = RUN.get();
        peoplesNode.getRuntimeService().startProcessInstanceByKey("two-nodes");
        await().atMost(HEARD.multipliedBy(2)).until(() -> RUN.get() == before + 1);
    }

    @Test
    @Timeout(20)
    void aHintBetweenTheLastLookAndFallingAsleepIsNotLost() {
        PromptAcquisition acquisition = new PromptAcquisition(worker);
        acquisition.jobWasAdded();
        acquisition.suspendAcquisition(POLL_MILLIS);
        assertThat(acquisition.isJobAdded()).isTrue();
    }
}
