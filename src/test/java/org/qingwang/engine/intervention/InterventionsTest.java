package org.qingwang.engine.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.monitoring.Figure;
import org.qingwang.monitoring.Figures;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What supervisors and administrators do in Cockpit, over HTTP. Without this, work that is stuck stays stuck, anybody could
 * stop a case, or somebody could and nobody would know who.
 */
@QingwangTest
class InterventionsTest {

    private static final String KEY = "test-interventions";

    /** A password takes long to check, on purpose: each person signs in once. */
    private static final Map<String, HttpUser> SIGNED_IN = new ConcurrentHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<Figures> figures;

    private final String number = "test-" + UUID.randomUUID();
    private String deployment;
    private String instance;

    @BeforeEach
    void aProcessIsStuck() {
        deployment = repository
                .createDeployment()
                .name(KEY)
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent("Start")
                                .serviceTask("Task_fail")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${failureProbe}")
                                .userTask("Task_work")
                                .camundaCandidateGroups("${jurisdiction}")
                                .endEvent("End")
                                .done())
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey(KEY, number, Map.of("jurisdiction", "commerce-330000"))
                .getId();
        management.setJobRetries(job(), 0);
    }

    @AfterEach
    void removeIt() {
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "admin"})
    void aFailedStepIsTriedAgain(String account) {
        assertThat(incidents()).isEqualTo(1);
        for (String other : List.of("commerce-zj", "commerce-zj-head", "office")) {
            assertThat(put(other, "/job/" + job() + "/retries", "{\"retries\": 1}"))
                    .as(other)
                    .isEqualTo(403);
        }

        assertThat(put(account, "/job/" + job() + "/retries", "{\"retries\": 1}"))
                .isEqualTo(204);

        assertThat(incidents()).isZero();
        assertThat(audited()).containsExactly("engine.job-retried by " + account + ": 0 to 1");
    }

    @Test
    void aFailedStepStandsAmongTheFiguresUntilItIsMended() {
        Map<String, String> here = Map.of("kind", "failedJob", "process", KEY);
        double failed = figure("qingwang.jobs.failed", Map.of());
        double due = figure("qingwang.jobs.due", Map.of());
        assertThat(figure("qingwang.incidents.open", here)).isEqualTo(1);

        management.setJobRetries(job(), 1);

        assertThat(figure("qingwang.incidents.open", here)).isZero();
        assertThat(figure("qingwang.jobs.failed", Map.of())).isEqualTo(failed - 1);
        assertThat(figure("qingwang.jobs.due", Map.of())).isEqualTo(due + 1);
    }

    @Test
    void aJobThatNobodyDoesGrowsOld() {
        management.setJobRetries(job(), 1);

        ClockUtil.offset(Duration.ofHours(2).toMillis());
        try {
            assertThat(figure("qingwang.jobs.age.seconds", Map.of()))
                    .isGreaterThan(Duration.ofHours(1).toSeconds());
        } finally {
            ClockUtil.reset();
        }
    }

    private double figure(String name, Map<String, String> labels) {
        return figures.stream()
                .flatMap(source -> source.now().stream())
                .filter(figure -> figure.name().equals(name) && figure.labels().equals(labels))
                .mapToDouble(Figure::value)
                .sum();
    }

    @Test
    void aSupervisorSuspendsAProcessAndLetsItGoOn() {
        String path = "/process-instance/" + instance + "/suspended";
        for (String other : List.of("commerce-zj", "commerce-zj-head", "office")) {
            assertThat(put(other, path, "{\"suspended\": true}")).as(other).isEqualTo(403);
        }

        assertThat(put("supervisor", path, "{\"suspended\": true}")).isEqualTo(204);
        assertThat(isSuspended()).isTrue();
        assertThat(put("supervisor", path, "{\"suspended\": false}")).isEqualTo(204);
        assertThat(isSuspended()).isFalse();

        assertThat(audited())
                .containsExactly(
                        "engine.process-suspended by supervisor: null to suspended",
                        "engine.process-activated by supervisor: null to active");
    }

    @Test
    void onlyAnAdministratorSuspendsAModelForAll() {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .singleResult()
                .getId();
        String path = "/process-definition/" + definition + "/suspended";
        for (String other : List.of("commerce-zj", "office", "supervisor")) {
            assertThat(put(other, path, "{\"suspended\": true}")).as(other).isEqualTo(403);
        }

        assertThat(put("admin", path, "{\"suspended\": true, \"includeProcessInstances\": true}"))
                .isEqualTo(204);
        assertThat(isSuspended()).isTrue();
        assertThat(put("admin", path, "{\"suspended\": false, \"includeProcessInstances\": true}"))
                .isEqualTo(204);
        assertThat(isSuspended()).isFalse();
        assertThat(jdbc.sql("select action from audit_entry where subject_id = ? and actor = 'admin' order by seq")
                        .param(KEY)
                        .query(String.class)
                        .list())
                .contains("engine.model-suspended", "engine.model-activated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "admin"})
    void whatIsKnownOfAnIncidentIsWrittenDown(String account) {
        String incident = runtime.createIncidentQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        String path = "/incident/" + incident + "/annotation";
        assertThat(put("commerce-zj", path, "{\"annotation\": \"mine\"}")).isEqualTo(403);

        assertThat(put(account, path, "{\"annotation\": \"the register was down\"}"))
                .isEqualTo(204);
        assertThat(runtime.createIncidentQuery()
                        .incidentId(incident)
                        .singleResult()
                        .getAnnotation())
                .isEqualTo("the register was down");
        assertThat(user(account).engineDelete(path).statusCode()).isEqualTo(204);

        assertThat(actions()).containsExactly("engine.incident-annotated", "engine.incident-annotation-removed");
        assertThat(jdbc.sql("select after ->> 'annotation' from audit_entry where subject_id = ? order by seq limit 1")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("the register was down");
    }

    @Test
    void anAdministratorGivesAJobAnotherTime() {
        String path = "/job/" + job() + "/duedate";
        String date = "{\"duedate\": \"2030-01-02T03:04:05.000+0000\"}";
        for (String other : List.of("commerce-zj", "office", "supervisor")) {
            assertThat(put(other, path, date)).as(other).isEqualTo(403);
        }

        assertThat(put("admin", path, date)).isEqualTo(204);

        assertThat(actions()).containsExactly("engine.job-postponed");
    }

    @Test
    void anAdministratorMovesAStuckProcessOnAndIsRemembered() {
        String path = "/process-instance/" + instance + "/modification";
        String skip = """
                {"instructions": [{"type": "cancel", "activityId": "Task_fail", "cancelCurrentActiveActivityInstances": true},
                                  {"type": "startBeforeActivity", "activityId": "Task_work"}]}
                """;
        for (String other : List.of("commerce-zj", "office", "supervisor")) {
            assertThat(user(other).enginePost(path, skip).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }

        assertThat(user("admin").enginePost(path, skip).statusCode()).isEqualTo(204);

        assertThat(tasks.createTaskQuery().processInstanceId(instance).count()).isEqualTo(1);
        assertThat(actions()).containsExactly("engine.process-modified");
    }

    @Test
    void nobodyChangesAVariableOrMakesAProcessDisappear() {
        for (String account : List.of("commerce-zj", "office", "supervisor", "admin")) {
            HttpUser user = user(account);
            assertThat(put(
                            account,
                            "/process-instance/" + instance + "/variables/jurisdiction",
                            "{\"value\": \"customs-440000\", \"type\": \"String\"}"))
                    .as(account)
                    .isEqualTo(403);
            assertThat(user.engineDelete("/process-instance/" + instance).statusCode())
                    .as(account)
                    .isEqualTo(403);
            HttpResponse<String> many =
                    user.enginePost("/process-instance/delete", "{\"processInstanceIds\": [\"" + instance + "\"]}");
            assertThat(many.statusCode()).as(account).isEqualTo(403);
        }
        assertThat(runtime.getVariable(instance, "jurisdiction")).isEqualTo("commerce-330000");
        assertThat(audited()).isEmpty();
    }

    @Test
    void whoGivesSomebodyElsesTaskAwayIsRemembered() {
        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity("Task_fail")
                .startBeforeActivity("Task_work")
                .execute();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();

        HttpResponse<String> answer =
                user("supervisor").enginePost("/task/" + task + "/assignee", "{\"userId\": \"commerce-zj-2\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(audited()).containsExactly("engine.task-assigned by supervisor: null to commerce-zj-2");
    }

    private String job() {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private long incidents() {
        return runtime.createIncidentQuery().processInstanceId(instance).count();
    }

    private boolean isSuspended() {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .isSuspended();
    }

    private int put(String account, String path, String body) {
        return user(account).enginePut(path, body).statusCode();
    }

    private HttpUser user(String account) {
        return SIGNED_IN.computeIfAbsent(account, name -> HttpUser.signedIn(port, name));
    }

    private List<String> actions() {
        return jdbc.sql("select action from audit_entry where subject_id = ? order by seq")
                .param(number)
                .query(String.class)
                .list();
    }

    /** Each act on this process: what, by whom, and what changed. */
    private List<String> audited() {
        return jdbc.sql("""
                        select action || ' by ' || actor || ': '
                               || coalesce(before ->> 'retries', before ->> 'assignee', 'null') || ' to '
                               || coalesce(after ->> 'retries', after ->> 'suspensionState', after ->> 'assignee')
                          from audit_entry where subject_id = ? order by seq
                        """).param(number).query(String.class).list();
    }
}
