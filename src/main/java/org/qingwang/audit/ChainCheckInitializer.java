package org.qingwang.audit;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * An application that only checks the audit chain opens no port and works no jobs: the one that serves people may be
 * running beside it.
 */
class ChainCheckInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, Object> ONLY_LOOK =
            Map.of("server.port", "-1", "camunda.bpm.job-execution.enabled", "false");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.getProperty(ChainCheckAtStart.PROPERTY, Boolean.class, false)) {
            environment.getPropertySources().addFirst(new MapPropertySource("auditCheck", ONLY_LOOK));
        }
    }
}
