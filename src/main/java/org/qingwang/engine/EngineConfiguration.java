package org.qingwang.engine;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.CompositeProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.CamundaSpringBootUtil;
import org.qingwang.engine.persistence.EngineStatements;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the engine together. What it is set to is in {@code application.yaml}; what is replaced in it are the plugins. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Deadlines end with the working day in China, wherever the server stands. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** As the starter builds it, except that the engine waits until Flyway has made its tables. */
    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration processEngineConfigurationImpl(
            List<ProcessEnginePlugin> plugins, EngineStatements statements) {
        SpringProcessEngineConfiguration configuration =
                CamundaSpringBootUtil.initCustomFields(new ReadAheadConfiguration(statements));
        configuration.getProcessEnginePlugins().add(new CompositeProcessEnginePlugin(plugins));
        return configuration;
    }

    /** Takes the statements that were read meanwhile instead of reading them now. */
    private static final class ReadAheadConfiguration extends SpringProcessEngineConfiguration {

        private final EngineStatements statements;

        ReadAheadConfiguration(EngineStatements statements) {
            this.statements = statements;
        }

        @Override
        protected void initSqlSessionFactory() {
            org.apache.ibatis.session.Configuration read = statements.get();
            read.setEnvironment(new Environment("default", transactionFactory, dataSource));
            read.setDefaultStatementTimeout(jdbcStatementTimeout);
            read.setDefaultExecutorType(ExecutorType.BATCH);
            setSqlSessionFactory(new DefaultSqlSessionFactory(read));
        }
    }

    @Bean
    Clock clock() {
        return new EngineClock(ZONE);
    }
}
