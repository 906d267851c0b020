package org.qingwang.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What is not written twice is still written once. */
@QingwangTest
class TaskWorkLogTest {

    private static final String KEY = "test-task-work-log";
    private static final String OFFICER = "log-officer";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    private String deployment;
    private Authorization grant;
    private String task;

    @BeforeEach
    void start() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask()
                                .camundaCandidateUsers(OFFICER)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(OFFICER);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(KEY);
        grant.addPermission(ProcessDefinitionPermissions.TASK_WORK);
        grant.addPermission(ProcessDefinitionPermissions.TASK_ASSIGN);
        authorizations.saveAuthorization(grant);
        String instance = runtime.startProcessInstanceByKey(KEY).getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void remove() {
        identity.clearAuthentication();
        authorizations.deleteAuthorization(grant.getId());
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void takingAndCompletingStandInTheTasksHistory() {
        as(OFFICER, () -> tasks.claim(task, OFFICER));
        as(OFFICER, () -> tasks.complete(task));

        HistoricTaskInstance done =
                history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
        assertThat(done.getAssignee()).isEqualTo(OFFICER);
        assertThat(done.getEndTime()).isNotNull();
        assertThat(operations()).isEmpty();
    }

    @Test
    void whatOthersDoToATaskIsLogged() {
        as(OFFICER, () -> tasks.setAssignee(task, OFFICER));

        assertThat(operations()).containsExactly(UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
    }

    private List<String> operations() {
        return history.createUserOperationLogQuery().taskId(task).list().stream()
                .map(UserOperationLogEntry::getOperationType)
                .toList();
    }

    /** Who may both work on a task and assign it. */
    private void as(String user, Runnable act) {
        identity.setAuthentication(user, List.of(Actor.SUPERVISORS_GROUP), List.of());
        try {
            act.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
