package org.qingwang.engine.executor;

import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** The executor of this node and its line to the others. What it is set to is in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class ExecutorConfiguration {

    private static final String ENABLED = "camunda.bpm.job-execution.enabled";

    /** Names this run of the application among the nodes. */
    private final String node = UUID.randomUUID().toString();

    @Bean(initMethod = "start", destroyMethod = "stop")
    JobBell jobBell(DataSource pool) {
        return new JobBell(new Line(pool), node);
    }

    @Bean
    @ConditionalOnProperty(name = ENABLED, havingValue = "true", matchIfMissing = true)
    PromptJobExecutor jobExecutor(
            JobBell bell, @Qualifier("camundaTaskExecutor") TaskExecutor threads, CamundaBpmProperties properties) {
        JobExecutionProperty settings = properties.getJobExecution();
        PromptJobExecutor executor = new PromptJobExecutor(bell);
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.setLockTimeInMillis(settings.getLockTimeInMillis());
        executor.setMaxJobsPerAcquisition(settings.getMaxJobsPerAcquisition());
        executor.setWaitTimeInMillis(settings.getWaitTimeInMillis());
        executor.setMaxWait(settings.getMaxWait());
        executor.setBackoffTimeInMillis(settings.getBackoffTimeInMillis());
        executor.setMaxBackoff(settings.getMaxBackoff());
        return executor;
    }

    @Bean
    @ConditionalOnProperty(name = ENABLED, havingValue = "false")
    SilentJobExecutor silentJobExecutor(JobBell bell) {
        return new SilentJobExecutor(bell);
    }

    /** The starter hands an executor to the engine only where jobs run. */
    @Bean
    ProcessEnginePlugin executorPlugin(JobExecutor executor) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setJobExecutor(executor);
            }
        };
    }

    @Bean
    @ConditionalOnProperty(name = ENABLED, havingValue = "true", matchIfMissing = true)
    SmartLifecycle jobEar(DataSource pool, PromptJobExecutor executor) {
        return new Listening(new JobEar(new Line(pool), node, executor::heard));
    }

    /** Listens while the application is up. */
    private static final class Listening implements SmartLifecycle {

        private final JobEar ear;
        private boolean running;

        Listening(JobEar ear) {
            this.ear = ear;
        }

        @Override
        public void start() {
            ear.start();
            running = true;
        }

        @Override
        public void stop() {
            ear.stop();
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
