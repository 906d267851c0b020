package org.qingwang.engine;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.CompositeProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.CamundaSpringBootUtil;
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
    SpringProcessEngineConfiguration processEngineConfigurationImpl(List<ProcessEnginePlugin> plugins) {
        SpringProcessEngineConfiguration configuration = CamundaSpringBootUtil.springProcessEngineConfiguration();
        configuration.getProcessEnginePlugins().add(new CompositeProcessEnginePlugin(plugins));
        return configuration;
    }

    @Bean
    Clock clock() {
        return new EngineClock(ZONE);
    }
}
