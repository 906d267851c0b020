package org.qingwang.rehearsal.play;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.qingwang.law.LawRevision;
import org.qingwang.law.LawTransfer;
import org.qingwang.rehearsal.Outcome;
import org.qingwang.rehearsal.Place;
import org.qingwang.rehearsal.RehearsalPlan;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/** A second application in this process, on a database of its own, in which nothing happens but what a run lets happen. */
public final class Stage implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final ConfigurableApplicationContext application;

    private Stage(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /**
     * Starts it. Takes some seconds, as every start does.
     *
     * @param address of an empty database
     * @param calendars folder with working calendars of this installation; empty for none
     */
    public static Stage open(String address, String user, String password, String calendars) {
        SpringApplication application = new SpringApplication(StageApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setEnvironment(new Apart(settings(address, user, password, calendars)));
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // It would set up logging anew for the whole process.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        return new Stage(application.run());
    }

    private static Map<String, Object> settings(String address, String user, String password, String calendars) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", address);
        settings.put("spring.datasource.username", user);
        settings.put("spring.datasource.password", password);
        settings.put("spring.datasource.hikari.maximum-pool-size", CONNECTIONS);
        settings.put("spring.datasource.hikari.minimum-idle", 0);
        settings.put("spring.datasource.hikari.pool-name", "rehearsal");
        settings.put("spring.profiles.active", "demo");
        settings.put("camunda.bpm.process-engine-name", "rehearsal");
        settings.put("camunda.bpm.job-execution.enabled", false);
        settings.put("qingwang.engine.unseen", true);
        // Nobody signs in.
        settings.put("qingwang.sign-in.hash-rounds", 1);
        settings.put("qingwang.import.worker", false);
        settings.put("qingwang.bulk.worker", false);
        settings.put("qingwang.clocks.watch", false);
        if (!calendars.isBlank()) {
            settings.put("qingwang.calendar.directory", calendars);
        }
        return settings;
    }

    /**
     * Engages people for these places, and takes over the law. Once, before the first run.
     *
     * @param corrections of the law that were made at this installation
     */
    public void prepare(List<Place> places, List<LawRevision> corrections) {
        get(LawTransfer.class).takeOver(corrections);
        get(Cast.class).engage(places);
    }

    /**
     * Plays a plan from its first day to its last.
     *
     * @param threads how many cases may be worked on at one time on this machine; the answer does not depend on it
     * @param watcher is told how far it is, and may end it
     */
    public Outcome play(RehearsalPlan plan, int threads, Watcher watcher) throws InterruptedException {
        return get(Simulation.class).play(plan, threads, watcher);
    }

    private <T> T get(Class<T> type) {
        return application.getBean(type);
    }

    /** Gives its connections back: whoever copies or replaces the database must be alone. */
    public void letGo() {
        try {
            get(DataSource.class)
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .softEvictConnections();
        } catch (SQLException e) {
            throw new IllegalStateException("the data source is no connection pool", e);
        }
    }

    @Override
    public void close() {
        application.close();
    }

    /** Knows nothing of this process's own settings: neither its mail server nor its secrets. */
    private static final class Apart extends StandardEnvironment {

        Apart(Map<String, Object> settings) {
            getPropertySources().addFirst(new MapPropertySource("rehearsal", settings));
        }

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {
            // No variables of the operating system and none of the Java machine.
        }
    }
}
