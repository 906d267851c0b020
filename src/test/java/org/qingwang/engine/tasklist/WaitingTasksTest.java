package org.qingwang.engine.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * If one of these fails, an officer's list shows a task that is none of the officer's business, hides one that waits, or
 * counts wrong. Each list is asked for twice: the quick way and, by adding a criterion that changes nothing, the engine's.
 */
@QingwangTest
class WaitingTasksTest {

    private static final String DEFINITION = "waiting-tasks-test";

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

    @Autowired
    JdbcClient jdbc;

    private final String group = "g" + UUID.randomUUID().toString().substring(0, 8);
    private final String otherGroup = group + "-head";
    private String deployment;
    private Authorization grant;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        DEFINITION + ".bpmn",
                        Bpmn.createExecutableProcess(DEFINITION)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("Task_Wait")
                                .camundaCandidateGroups("${groups}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(DEFINITION);
        grant.addPermission(ProcessDefinitionPermissions.READ_TASK);
        authorizations.saveAuthorization(grant);
    }

    @AfterEach
    void remove() {
        identity.clearAuthentication();
        ClockUtil.reset();
        repository.deleteDeployment(deployment, true);
        authorizations.deleteAuthorization(grant.getId());
    }

    @Test
    void showsTheNewestTasksOfAGroupPageByPage() {
        List<String> created = start(group, 7);

        signIn(group);

        assertThat(page(mine(), 0, 3)).containsExactly(created.get(6), created.get(5), created.get(4));
        assertThat(page(mine(), 6, 3)).containsExactly(created.get(0));
        assertThat(mine().count()).isEqualTo(7);
        assertThat(page(mine(), 0, 10)).isEqualTo(page(theEnginesWay(mine()), 0, 10));
        assertThat(theEnginesWay(mine()).count()).isEqualTo(7);
    }

    @Test
    void aTakenTaskLeavesTheListAndComesBackWhenItIsReturned() {
        String task = start(group, 1).get(0);
        tasks.setAssignee(task, "somebody");
        signIn(group);
        assertThat(mine().count()).isZero();

        identity.clearAuthentication();
        tasks.setAssignee(task, null);
        signIn(group);
        assertThat(page(mine(), 0, 5)).containsExactly(task);

        identity.clearAuthentication();
        tasks.complete(task);
        signIn(group);
        assertThat(mine().count()).isZero();
    }

    @Test
    void aTaskThatWaitsForTwoOfMyGroupsIsListedAndCountedOnce() {
        start(group + "," + otherGroup, 2);
        start(otherGroup, 1);

        signIn(group, otherGroup);

        TaskQuery both = tasks.createTaskQuery().taskCandidateGroupIn(List.of(group, otherGroup));
        assertThat(both.count()).isEqualTo(3);
        assertThat(page(both, 0, 10)).hasSize(3).doesNotHaveDuplicates();
        assertThat(page(both, 0, 10)).isEqualTo(page(theEnginesWay(both), 0, 10));
    }

    @Test
    void whoHasNoGrantOnTheProcessSeesNothing() {
        start(group, 3);

        identity.setAuthentication("stranger", List.of("another"), List.of());

        assertThat(mine().count()).isZero();
        assertThat(page(mine(), 0, 10)).isEmpty();
    }

    @Test
    void ofTwoJurisdictionsTasksOnlyTheOwnAreShown() {
        String own = inTenant(start(group, 1).get(0), "commerce-330000");
        String foreign = inTenant(start(group, 1).get(0), "customs-330000");

        identity.setAuthentication("officer-" + group, List.of(group), List.of("commerce-330000"));

        assertThat(mine().count()).isEqualTo(1);
        assertThat(page(mine(), 0, 10)).containsExactly(own).doesNotContain(foreign);
    }

    private String inTenant(String task, String tenant) {
        jdbc.sql("update act_ru_task set tenant_id_ = ? where id_ = ?")
                .params(tenant, task)
                .update();
        jdbc.sql("update waiting_task set tenant_id = ? where task_id = ?")
                .params(tenant, task)
                .update();
        return task;
    }

    /** How a task is opened from a list, and from the page of its case. */
    @Test
    void aTaskIsFoundByWhatNamesItAsTheEngineWouldFindIt() {
        String task = start(group, 2).get(1);
        identity.clearAuthentication();
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        jdbc.sql("update act_ru_execution set business_key_ = ? where id_ = ?")
                .params("case of " + group, instance)
                .update();
        signIn(group);

        for (Supplier<TaskQuery> named : List.<Supplier<TaskQuery>>of(
                () -> tasks.createTaskQuery().taskId(task),
                () -> tasks.createTaskQuery().processInstanceId(instance),
                () -> tasks.createTaskQuery().processInstanceBusinessKey("case of " + group),
                () -> tasks.createTaskQuery().taskId(task).taskDefinitionKey("Task_Wait"))) {
            assertThat(ids(named.get())).containsExactly(task).isEqualTo(ids(theEnginesWay(named.get())));
        }
        assertThat(ids(tasks.createTaskQuery().taskId(task).taskDefinitionKey("Task_Other")))
                .isEmpty();
        assertThat(ids(tasks.createTaskQuery().processInstanceId("of nobody"))).isEmpty();
    }

    @Test
    void knowingATasksNameOpensNeitherAnotherJurisdictionsNorAnUngrantedOne() {
        List<String> created = start(group, 2);
        String foreign = inTenant(created.get(0), "customs-330000");
        String own = created.get(1);

        identity.setAuthentication("officer-" + group, List.of(group), List.of("commerce-330000"));
        assertThat(ids(tasks.createTaskQuery().taskId(own))).containsExactly(own);
        assertThat(ids(tasks.createTaskQuery().taskId(foreign))).isEmpty();

        identity.setAuthentication("stranger", List.of("another"), List.of());
        assertThat(ids(tasks.createTaskQuery().taskId(own))).isEmpty();
    }

    private static List<String> ids(TaskQuery query) {
        return query.listPage(0, 10).stream().map(Task::getId).toList();
    }

    @Test
    void anyOtherCriterionIsAnsweredByTheEngine() {
        List<String> created = start(group, 2);
        identity.clearAuthentication();
        tasks.setPriority(created.get(0), 77);

        signIn(group);

        assertThat(page(mine().taskPriority(77), 0, 10)).containsExactly(created.get(0));
        assertThat(mine().taskPriority(77).count()).isEqualTo(1);
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskCandidateGroup(group);
    }

    private static TaskQuery theEnginesWay(TaskQuery query) {
        return query.taskMinPriority(Integer.MIN_VALUE);
    }

    private static List<String> page(TaskQuery query, int first, int size) {
        return query.orderByTaskCreateTime().desc().listPage(first, size).stream()
                .map(Task::getId)
                .toList();
    }

    private void signIn(String... groups) {
        identity.setAuthentication("officer-" + group, List.of(groups), List.of());
    }

    /** Starts instances a second apart, so that "newest" means something. */
    private List<String> start(String candidateGroups, int count) {
        List<String> ids = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> {
            ClockUtil.offset(1000L * (ids.size() + 1));
            String instance = runtime.createProcessInstanceByKey(DEFINITION)
                    .setVariable("groups", candidateGroups)
                    .execute()
                    .getId();
            ids.add(tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId());
        });
        return ids;
    }
}
