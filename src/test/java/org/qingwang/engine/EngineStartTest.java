package org.qingwang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.engine.deployment.ModelDeployment;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Without these the application does not start, forgets history, or lets anybody in. */
@QingwangTest
class EngineStartTest {

    @Autowired
    ProcessEngineConfiguration configuration;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    ModelDeployment deployment;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void flywayMadeTheEnginesTables() {
        assertThat(jdbc.sql("select success from flyway_schema_history where version = '1'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(management.getProperties()).containsEntry("historyLevel", "3");
        assertThat(jdbc.sql("select version_ from act_ge_schema_log order by timestamp_ desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("7.24.0");
    }

    @Test
    void rightsAndTenantsAreChecked() {
        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.isTenantCheckEnabled()).isTrue();
    }

    @Test
    void deployingAgainWithoutAChangeMakesNoNewVersion() {
        long before = repository
                .createDeploymentQuery()
                .deploymentName(ModelDeployment.NAME)
                .count();
        deployment.afterSingletonsInstantiated();
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName(ModelDeployment.NAME)
                        .count())
                .isEqualTo(before);
    }

    @Test
    void servicesAndTheEngineReadTheSameClock() {
        Instant day = Instant.parse("2027-03-01T04:00:00Z");
        ClockUtil.setCurrentTime(Date.from(day));
        assertThat(clock.instant()).isEqualTo(day);
        assertThat(clock.getZone().getId()).isEqualTo("Asia/Shanghai");
    }
}
