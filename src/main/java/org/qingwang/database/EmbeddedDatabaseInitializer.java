package org.qingwang.database;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Gives an application without {@code spring.datasource.url} an embedded PostgreSQL. Done before any bean exists, so
 * that the server starts while the application does.
 */
class EmbeddedDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    static final String BEAN_NAME = "embeddedDatabase";
    static final String DATA_PROPERTY = "qingwang.data";
    static final String DEFAULT_DATA = "data";

    private static final String URL_PROPERTY = "spring.datasource.url";

    /** Last: an initializer before this one may have named a database. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (StringUtils.hasText(environment.getProperty(URL_PROPERTY))) {
            return;
        }
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            throw new DatabaseUnavailable("Profile prod does not run on the embedded database, and no other is named.");
        }
        EmbeddedDatabase database =
                EmbeddedDatabase.starting(Path.of(environment.getProperty(DATA_PROPERTY, DEFAULT_DATA)));
        name(database, environment);
        register(database, (GenericApplicationContext) context);
    }

    private static void name(EmbeddedDatabase database, ConfigurableEnvironment environment) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        BEAN_NAME,
                        Map.of(
                                URL_PROPERTY,
                                database.address(),
                                "spring.datasource.username",
                                database.user(),
                                "spring.datasource.password",
                                database.password())));
    }

    /**
     * Whoever uses a data source uses the server below it: Spring then makes the server first and stops it last, when
     * the engine's executor and the connection pool are gone.
     */
    private static void register(EmbeddedDatabase database, GenericApplicationContext context) {
        context.registerBean(BEAN_NAME, EmbeddedDatabase.class, () -> database);
        context.addBeanFactoryPostProcessor(EmbeddedDatabaseInitializer::makeDataSourcesWait);
        // If the start fails before the bean is made, nobody else stops the server. These run after all contexts.
        SpringApplication.getShutdownHandlers().add(database::destroy);
    }

    private static void makeDataSourcesWait(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForType(DataSource.class, true, false)) {
            BeanDefinition dataSource = beans.getBeanDefinition(name);
            dataSource.setDependsOn(StringUtils.addStringToArray(dataSource.getDependsOn(), BEAN_NAME));
        }
    }
}
