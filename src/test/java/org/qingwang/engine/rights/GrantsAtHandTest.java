package org.qingwang.engine.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
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

    @Test
    void answersAsTheEngineDoesWhateverIsGranted() {
        for (int row = 0; row < 6; row++) {
            give(Authorization.AUTH_TYPE_GRANT);
        }
        assertThat(asksBoth(400)).containsOnly(true).hasSize(400);
        assertThat(grants.heldBy(USER, GROUPS).areOnlyGrants()).isTrue();
    }

    @Test
    void answersAsTheEngineDoesWhenSomethingIsRevokedOrGivenToAll() {
        give(Authorization.AUTH_TYPE_GRANT);
        give(Authorization.AUTH_TYPE_GRANT);
        give(Authorization.AUTH_TYPE_REVOKE);
        give(Authorization.AUTH_TYPE_GLOBAL);
        assertThat(asksBoth(200)).containsOnly(true).hasSize(200);
        assertThat(grants.heldBy(USER, GROUPS).hasRevocation()).isTrue();
    }

    @Test
    void keepsOnlyGroupsThatHoldSomething() {
        give(Authorization.AUTH_TYPE_GRANT, GROUPS.get(0));
        assertThat(inCommand(() -> new GrantsAtHand(grants).filterAuthenticatedGroupIds(GROUPS)))
                .containsExactly(GROUPS.get(0));
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

    private <T> T inCommand(java.util.function.Supplier<T> question) {
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

    private void give(int type, String group) {
        boolean task = random.nextBoolean();
        AuthorizationEntity row = new AuthorizationEntity(type);
        if (type == Authorization.AUTH_TYPE_GLOBAL) {
            row.setUserId(Authorization.ANY);
        } else if (group == null) {
            row.setUserId(USER);
        } else {
            row.setGroupId(group);
        }
        row.setResource(task ? Resources.TASK : Resources.PROCESS_DEFINITION);
        row.setResourceId(any(IDS));
        row.addPermission(any(task ? ON_TASKS : ON_DEFINITIONS));
        engine.getAuthorizationService().saveAuthorization(row);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
