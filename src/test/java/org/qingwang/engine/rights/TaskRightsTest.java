package org.qingwang.engine.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer with a grant on the process must not do the head's task, nor a colleague's. */
@QingwangTest
class TaskRightsTest {

    private static final String OURS = "commerce-330000";
    private static final String KEY = "test-task-rights";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    private final List<String> accounts = new ArrayList<>();
    private String deployment;
    private String task;

    @BeforeEach
    void openTask() {
        deployment = repository
                .createDeployment()
                .name(KEY)
                .addString(KEY + ".bpmn", TestModels.oneTask(KEY))
                .deploy()
                .getId();
        grantEverybody();
        String businessKey = UUID.randomUUID().toString();
        runtime.startProcessInstanceByKey(KEY, businessKey, Map.of("jurisdiction", OURS));
        task = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
    }

    /** The grant is to everybody and the accounts are in a real group: left behind, they would change other tests. */
    @AfterEach
    void leaveNothing() {
        repository.deleteDeployment(deployment, true);
        authorizations
                .createAuthorizationQuery()
                .resourceId(KEY)
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        accounts.forEach(identity::deleteUser);
    }

    /** The widest grant there could be: what still holds is the rule on the task. */
    private void grantEverybody() {
        if (authorizations.createAuthorizationQuery().resourceId(KEY).count() == 0) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            grant.setResource(Resources.PROCESS_DEFINITION);
            grant.setResourceId(KEY);
            grant.addPermission(ProcessDefinitionPermissions.READ_TASK);
            grant.addPermission(ProcessDefinitionPermissions.UPDATE_TASK);
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
        }
    }

    private void as(Actor actor, Consumer<TaskService> work) {
        SignIn.as(identity, actor, () -> {
            work.accept(tasks);
            return null;
        });
    }

    private void refused(Actor actor, Consumer<TaskService> work) {
        assertThatThrownBy(() -> as(actor, work))
                .satisfies(refusal -> assertThat(refusal)
                        .satisfiesAnyOf(
                                cause -> assertThat(cause).hasRootCauseInstanceOf(NotYourTask.class),
                                cause -> assertThat(cause).isInstanceOf(NotYourTask.class),
                                cause -> assertThat(cause).hasMessageContaining("no authenticated tenant")));
    }

    private static Actor officer(String userId) {
        return new Actor(userId, userId, Jurisdiction.parse(OURS), Set.of(OURS));
    }

    private void account(String userId) {
        if (identity.createUserQuery().userId(userId).count() == 0) {
            User user = identity.newUser(userId);
            user.setPassword(UUID.randomUUID() + "-Aa1!");
            identity.saveUser(user);
            accounts.add(userId);
        }
        if (identity.createGroupQuery().groupId(OURS).count() == 0) {
            identity.saveGroup(identity.newGroup(OURS));
        }
        if (identity.createGroupQuery().groupId(OURS).groupMember(userId).count() == 0) {
            identity.createMembership(userId, OURS);
        }
    }

    @Test
    void aCandidateMayCompleteWhatNobodyHasTaken() {
        as(officer("anna"), service -> service.complete(task));
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void anotherAgencyMayNeitherCompleteNorClaim() {
        refused(SignIn.officer("commerce-440000"), service -> service.complete(task));
        refused(SignIn.officer("commerce-440000"), service -> service.claim(task, "officer.commerce-440000"));
    }

    @Test
    void whoIsInTheTenantButNotInTheGroupMayNot() {
        refused(SignIn.legal(OURS), service -> service.complete(task));
        refused(SignIn.legal(OURS), service -> service.claim(task, "legal." + OURS));
        refused(SignIn.legal(OURS), service -> service.setAssignee(task, "legal." + OURS));
    }

    @Test
    void onlyTheAssigneeCompletesATakenTask() {
        as(officer("anna"), service -> service.claim(task, "anna"));
        refused(officer("bert"), service -> service.complete(task));
        as(officer("anna"), service -> service.complete(task));
    }

    @Test
    void aColleagueMayNotTakeItAway() {
        as(officer("anna"), service -> service.claim(task, "anna"));
        refused(officer("bert"), service -> service.setAssignee(task, "bert"));
        refused(officer("bert"), service -> service.setAssignee(task, null));
        refused(officer("bert"), service -> service.claim(task, null));
    }

    @Test
    void anOfficerMayGiveItBackButNotPassItOn() {
        account("bert");
        as(officer("anna"), service -> service.claim(task, "anna"));
        refused(officer("anna"), service -> service.setAssignee(task, "bert"));
        assertThatCode(() -> as(officer("anna"), service -> service.claim(task, null)))
                .doesNotThrowAnyException();
    }

    @Test
    void theHeadAssignsToSomebodyOfTheGroupOnly() {
        account("bert");
        as(SignIn.head(OURS), service -> service.setAssignee(task, "bert"));
        refused(SignIn.head(OURS), service -> service.setAssignee(task, "stranger"));
        refused(SignIn.head("commerce-440000"), service -> service.setAssignee(task, "bert"));
    }

    @Test
    void nobodyMovesTheLawsDueDate() {
        refused(officer("anna"), service -> service.setDueDate(task, new Date()));
        refused(SignIn.head(OURS), service -> service.setDueDate(task, new Date()));
    }

    @Test
    void aCandidateSetsTheFollowUpDate() {
        as(officer("anna"), service -> {
            Task own = service.createTaskQuery().taskId(task).singleResult();
            own.setFollowUpDate(new Date());
            service.saveTask(own);
        });
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getFollowUpDate())
                .isNotNull();
    }

    @Test
    void theProductItselfMayDoAll() {
        tasks.setAssignee(task, "anna");
        tasks.setDueDate(task, new Date());
        tasks.complete(task);
        assertThat(List.of(tasks.createTaskQuery().taskId(task).count())).containsExactly(0L);
    }
}
