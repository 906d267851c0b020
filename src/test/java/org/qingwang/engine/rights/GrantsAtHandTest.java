package org.qingwang.engine.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Answering faster must not let anybody in whom the engine keeps out, nor keep out whom it lets in. */
@QingwangTest
@Transactional
class GrantsAtHandTest {

    private static final String USER = "grants-at-hand";
    private static final List<String> GROUPS = List.of("grants-at-hand-a", "grants-at-hand-b", "grants-at-hand-none");
    private static final List<String> IDS = List.of("one", "two", Authorization.ANY);
    private static final List<Permission> ON_TASKS =
            List.of(TaskPermissions.READ, TaskPermissions.UPDATE, TaskPermissions.TASK_WORK, TaskPermissions.ALL);
    private static final List<Permission> ON_DEFINITIONS = List.of(
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.TASK_WORK);

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    GrantRows grants;

    private final Random random = new Random(20261122);
    private final Set<List<Object>> given = new HashSet<>();

    @Test
    void answersAsTheEngineDoesWhateverIsGranted() {
        for (int row = 0; row < 6; row++) {
            give(Authorization.AUTH_TYPE_GRANT);
        }
        assertThat(asksBoth(400)).containsOnly(true).hasSize(400);
        assertThat(grants.heldBy(USER, Set.copyOf(GROUPS)).areOnlyGrants()).isTrue();
    }

    @Test
    void answersAsTheEngineDoesWhenSomethingIsRevokedOrGivenToAll() {
        give(Authorization.AUTH_TYPE_GRANT);
        give(Authorization.AUTH_TYPE_GRANT);
        give(Authorization.AUTH_TYPE_REVOKE);
        give(Authorization.AUTH_TYPE_GLOBAL);
        assertThat(asksBoth(200)).containsOnly(true).hasSize(200);
        assertThat(grants.heldBy(USER, Set.copyOf(GROUPS)).hasRevocation()).isTrue();
    }

    @Test
    void keepsOnlyGroupsThatHoldSomething() {
        give(Authorization.AUTH_TYPE_GRANT, GROUPS.get(0));
        assertThat(inCommand(() -> new GrantsAtHand(grants).filterAuthenticatedGroupIds(GROUPS)))
                .containsExactly(GROUPS.get(0));
    }

    @Test
    void showsTheTasksTheEngineShowsWhateverIsGranted() {
        String ours = "grants-at-hand-" + random.nextLong();
        IDS.subList(0, 2).forEach(key -> start(key, ours));
        List<Integer> seen = new ArrayList<>();
        for (int round = 0; round < 14; round++) {
            engine.getIdentityService().setAuthentication(USER, GROUPS);
            try {
                Set<String> byGrants = inCommand(() -> tasks(new GrantsAtHand(grants), ours));
                assertThat(byGrants).isEqualTo(inCommand(() -> tasks(new AuthorizationManager(), ours)));
                seen.add(byGrants.size());
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
            give(Authorization.AUTH_TYPE_GRANT);
        }
        assertThat(seen).as("first nothing is granted, at the end everything").contains(0, 2);
    }

    /** Given by hand to help out once: the row must not outlive the task it names. */
    @Test
    void aGrantOnASingleTaskEndsWithTheTask() {
        String ours = "grants-at-hand-" + random.nextLong();
        start("one", ours);
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(ours)
                .singleResult()
                .getId();
        AuthorizationEntity row = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        row.setUserId(USER);
        row.setResource(Resources.TASK);
        row.setResourceId(task);
        row.addPermission(TaskPermissions.READ);
        engine.getAuthorizationService().saveAuthorization(row);

        engine.getTaskService().complete(task);

        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(task)
                        .count())
                .isZero();
    }

    /** A process called like the resource that grants name, with one open task. */
    private void start(String key, String businessKey) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask()
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(key + ".bpmn", model)
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey(key, businessKey);
    }

    private Set<String> tasks(AuthorizationManager manager, String businessKey) {
        TaskQueryImpl query = new TaskQueryImpl();
        query.processInstanceBusinessKey(businessKey);
        manager.configureTaskQuery(query);
        query.getTenantCheck().setTenantCheckEnabled(false);
        List<?> found = Context.getCommandContext()
                .getDbEntityManager()
                .selectList("selectTaskByQueryCriteria", (ListQueryParameterObject) query);
        return found.stream().map(task -> ((Task) task).getId()).collect(Collectors.toSet());
    }

    /** @return for each question whether both gave the same answer */
    private List<Boolean> asksBoth(int questions) {
        return inCommand(() -> {
            GrantsAtHand ours = new GrantsAtHand(grants);
            AuthorizationManager engines = new AuthorizationManager();
            List<Boolean> same = new ArrayList<>();
            int allowed = 0;
            for (int question = 0; question < questions; question++) {
                CompositePermissionCheck checks = checks();
                boolean answer = ours.isAuthorized(USER, GROUPS, checks);
                same.add(answer == engines.isAuthorized(USER, GROUPS, checks));
                allowed += answer ? 1 : 0;
            }
            assertThat(allowed).as("both answers occur").isBetween(1, questions - 1);
            return same;
        });
    }

    private <T> T inCommand(Supplier<T> question) {
        Command<T> command = context -> question.get();
        return engine.getCommandExecutorTxRequired().execute(command);
    }

    private CompositePermissionCheck checks() {
        CompositePermissionCheck checks = new CompositePermissionCheck(random.nextBoolean());
        int number = 1 + random.nextInt(3);
        for (int check = 0; check < number; check++) {
            checks.addAtomicCheck(check());
        }
        return checks;
    }

    private PermissionCheck check() {
        boolean task = random.nextBoolean();
        PermissionCheck check = new PermissionCheck();
        check.setResource(task ? Resources.TASK : Resources.PROCESS_DEFINITION);
        check.setPermission(any(task ? ON_TASKS : ON_DEFINITIONS));
        check.setResourceId(any(Arrays.asList("one", "two", "three", null)));
        check.setAuthorizationNotFoundReturnValue(any(Arrays.asList(0L, null)));
        return check;
    }

    private void give(int type) {
        give(type, random.nextBoolean() ? null : any(GROUPS.subList(0, 2)));
    }

    /** Something this group, or the person, does not hold yet. */
    private void give(int type, String group) {
        Resource resource;
        String id;
        do {
            resource = any(List.of(Resources.TASK, Resources.PROCESS_DEFINITION));
            id = any(IDS);
        } while (!given.add(List.of(type, String.valueOf(group), resource, id)));
        AuthorizationEntity row = new AuthorizationEntity(type);
        if (type == Authorization.AUTH_TYPE_GLOBAL) {
            row.setUserId(Authorization.ANY);
        } else if (group == null) {
            row.setUserId(USER);
        } else {
            row.setGroupId(group);
        }
        row.setResource(resource);
        row.setResourceId(id);
        row.addPermission(any(resource == Resources.TASK ? ON_TASKS : ON_DEFINITIONS));
        engine.getAuthorizationService().saveAuthorization(row);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
