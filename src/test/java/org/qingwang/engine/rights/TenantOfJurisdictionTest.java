package org.qingwang.engine.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One agency must not see another's work, and the officers' list must stay fast while it does not. */
@QingwangTest
class TenantOfJurisdictionTest {

    private static final String ZHEJIANG = "commerce-330000";
    private static final String GUANGDONG = "commerce-440000";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void deploy() {
        repository
                .createDeployment()
                .name("test-tenant")
                .enableDuplicateFiltering(false)
                .addString("test-tenant.bpmn", TestModels.callOfOneTask("test-tenant-caller", "test-tenant-work"))
                .addString("test-tenant-work.bpmn", TestModels.oneTask("test-tenant-work"))
                .deploy();
    }

    @Test
    void theCalledProcessBelongsToTheJurisdictionThatWorksItAndTheCallerToNone() {
        String key = UUID.randomUUID().toString();
        String caller = runtime.startProcessInstanceByKey("test-tenant-caller", key, Map.of("jurisdiction", GUANGDONG))
                .getId();
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        assertThat(task.getTenantId()).isEqualTo(GUANGDONG);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(caller)
                        .singleResult()
                        .getTenantId())
                .isNull();
    }

    @Test
    void aTaskWritesNoAuthorizationRow() {
        long before = authorizations();
        String key = UUID.randomUUID().toString();
        runtime.startProcessInstanceByKey("test-tenant-work", key, Map.of("jurisdiction", ZHEJIANG));
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        tasks.setAssignee(task.getId(), "officer." + ZHEJIANG);
        assertThat(authorizations()).isEqualTo(before);
    }

    private long authorizations() {
        return jdbc.sql("select count(*) from act_ru_authorization where resource_type_ = 7")
                .query(Long.class)
                .single();
    }

    @Test
    void anOfficerOfAnotherAgencyAndSomebodyWithoutGroupSeeNothing() {
        String key = UUID.randomUUID().toString();
        runtime.startProcessInstanceByKey("test-tenant-work", key, Map.of("jurisdiction", ZHEJIANG));
        assertThat(SignIn.as(identity, SignIn.officer(GUANGDONG), () -> visible(key)))
                .isZero();
        identity.setAuthentication("nobody", null, null);
        try {
            assertThat(visible(key)).isZero();
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
            assertThat(tasks.createTaskQuery().count()).isZero();
        } finally {
            identity.clearAuthentication();
        }
    }

    private long visible(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).count();
    }
}
