package org.qingwang.audit;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** An application that only checks the audit chain opens no port: the one that serves people may be running beside it. */
class ChainCheckInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NO_PORT = "-1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.getProperty(ChainCheckAtStart.PROPERTY, Boolean.class, false)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("auditCheck", Map.of("server.port", NO_PORT)));
        }
    }
}
