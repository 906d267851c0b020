package org.qingwang.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.apache.commons.lang3.SystemUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/** One real PostgreSQL for the test JVM; every application context gets an empty database of its own in it. */
public final class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static EmbeddedPostgres server;
    private static boolean hasApplications;

    /** Before the application decides whether it needs a database of its own. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        noteApplication();
        TestPropertyValues.of(
                        "spring.datasource.url=" + newDatabase(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres")
                .applyTo(context);
    }

    /** @return the JDBC address of a new, empty database */
    public static synchronized String newDatabase() {
        String name = "qingwang_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return server().getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a test database", e);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        // As the embedded database: under the machine's locale pg_trgm may know no Chinese letter.
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("lc-collate", "C")
                        .setLocaleConfig("lc-ctype", SystemUtils.IS_OS_LINUX ? "C.UTF-8" : "en_US.UTF-8")
                        .setRegisterShutdownHook(false)
                        .start();
                SpringApplication.getShutdownHandlers().add(TestPostgres::stop);
                Runtime.getRuntime().addShutdownHook(new Thread(TestPostgres::stopWithoutApplications));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    private static synchronized void noteApplication() {
        hasApplications = true;
    }

    /** A test of applications in processes of their own has none here whose end would stop the server. */
    private static synchronized void stopWithoutApplications() {
        if (!hasApplications) {
            stop();
        }
    }

    /** After the applications: one that loses its database while it stops waits half a minute for it. */
    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
