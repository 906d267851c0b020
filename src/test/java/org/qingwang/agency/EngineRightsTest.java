package org.qingwang.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees what in Camunda's own API: an officer's work is nobody's business in another agency or province. */
@QingwangTest
class EngineRightsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private JdbcClient database;

    private Task task;

    @BeforeEach
    void customsOfZhejiangHasATask() {
        String caseNo = "RIGHTS-" + UUID.randomUUID();
        processes.startProcessInstanceByKey(
                "agency-handling",
                caseNo,
                Map.of("caseNo", caseNo, "jurisdiction", "customs-330000", "agency", "customs"));
        task = tasks.createTaskQuery().processInstanceBusinessKey(caseNo).singleResult();
        assertThat(task.getTenantId()).isEqualTo("customs-330000");
    }

    @Test
    void anOfficerSeesTheTasksOfTheOwnJurisdiction() {
        HttpUser officer = HttpUser.signedIn(port, "customs-zj");

        assertThat(officer.engineGet("/task/" + task.getId()).statusCode()).isEqualTo(200);
        assertThat(waiting(officer)).contains(task.getId());
        assertThat(officer.engineGet("/process-instance/" + task.getProcessInstanceId())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherProvinceAndAnotherAgencySeeNeitherTaskNorProcess() {
        for (String stranger : List.of("customs-gd", "customs-gd-head", "commerce-zj", "police-zj-head")) {
            HttpUser officer = HttpUser.signedIn(port, stranger);

            assertThat(officer.engineGet("/task/" + task.getId()).statusCode())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(waiting(officer)).as(stranger).doesNotContain(task.getId());
            assertThat(officer.engineGet("/task?maxResults=50&processInstanceId=" + task.getProcessInstanceId())
                            .body())
                    .as(stranger)
                    .isEqualTo("[]");
            assertThat(officer.engineGet("/process-instance/" + task.getProcessInstanceId())
                            .statusCode())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(officer.engineGet("/task/" + task.getId() + "/form-variables")
                            .statusCode())
                    .as(stranger)
                    .isGreaterThanOrEqualTo(400);
            assertThat(officer.enginePost("/task/" + task.getId() + "/claim", "{\"userId\":\"" + stranger + "\"}")
                            .statusCode())
                    .as(stranger)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void supervisorsAndTheOfficeSeeAllJurisdictions() {
        for (String person : List.of("supervisor", "office")) {
            HttpUser user = HttpUser.signedIn(port, person);

            assertThat(user.engineGet("/task/" + task.getId()).statusCode())
                    .as(person)
                    .isEqualTo(200);
            assertThat(user.engineGet("/process-instance/" + task.getProcessInstanceId())
                            .statusCode())
                    .as(person)
                    .isEqualTo(200);
        }
    }

    /** Cockpit's page of human tasks; who would be refused is led away from it, by the answer to the same question. */
    @Test
    void tasksOfAllAgenciesAreCountedByGroupForThoseWhoWatchOverThemAlone() {
        String right = "/authorization/check?permissionName=READ&resourceName=TASK&resourceType=7&resourceId=*";
        for (String person : List.of("supervisor", "office")) {
            HttpUser user = HttpUser.signedIn(port, person);

            assertThat(user.engineGet(right).body()).as(person).contains("\"authorized\":true");
            assertThat(user.engineGet("/task/report/candidate-group-count").body())
                    .as(person)
                    .contains("customs-330000");
        }
        for (String person : List.of("admin", "customs-zj")) {
            HttpUser user = HttpUser.signedIn(port, person);

            assertThat(user.engineGet(right).body()).as(person).contains("\"authorized\":false");
            assertThat(user.engineGet("/task/report/candidate-group-count").statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
    }

    @Test
    void nobodyDeletesHistoryDeploysOrChangesRightsThroughTheEngine() {
        for (String person : List.of("customs-zj", "supervisor", "admin")) {
            HttpUser user = HttpUser.signedIn(port, person);

            assertThat(user.engineDelete("/history/process-instance/" + task.getProcessInstanceId())
                            .statusCode())
                    .as(person)
                    .isGreaterThanOrEqualTo(400);
            assertThat(user.enginePost("/authorization/create", "{\"type\":0,\"permissions\":[\"ALL\"]}")
                            .statusCode())
                    .as(person)
                    .isEqualTo(403);
            assertThat(user.enginePost("/user/create", "{}").statusCode())
                    .as(person)
                    .isEqualTo(403);
            assertThat(user.enginePut("/group/camunda-admin/members/" + person, "{}")
                            .statusCode())
                    .as(person)
                    .isEqualTo(403);
            assertThat(user.enginePut("/tenant/customs-330000/user-members/" + person, "{}")
                            .statusCode())
                    .as(person)
                    .isEqualTo(403);
            assertThat(user.upload(
                                    "/camunda/api/engine/engine/default/deployment/create",
                                    "data",
                                    "evil.bpmn",
                                    "<definitions/>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                    Map.of("deployment-name", "evil"))
                            .statusCode())
                    .as(person)
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void anOfficerStoresNoFilter() {
        HttpUser officer = HttpUser.signedIn(port, "customs-zj");

        assertThat(officer.enginePost("/filter/create", "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.engineGet("/filter?resourceType=Task&maxResults=20").body())
                .contains("My tasks", "My groups", "Overdue");
    }

    @Test
    void grantsAreAFewRowsForEachProcessHoweverManyTasksThereAre() {
        int rows = count("select count(*) from act_ru_authorization");
        int processes = count("select count(distinct key_) from act_re_procdef");
        int onSingleTasks = count("select count(*) from act_ru_authorization where resource_type_ = "
                + Resources.TASK.resourceType() + " and resource_id_ <> '*'");

        assertThat(rows).isLessThan(10 * processes);
        assertThat(onSingleTasks).isZero();
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    /** Two nodes that start at once, and one that starts again. */
    @Test
    void mirroringTwiceAndTwoAtOnceChangesNothing() {
        mirrorAnew();
        List<Map<String, Object>> before = identityTables();
        database.sql("delete from engine_mirror").update();

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(agencies::mirror), CompletableFuture.runAsync(agencies::mirror))
                .join();
        agencies.mirror();

        assertThat(identityTables()).isEqualTo(before);
    }

    private void mirrorAnew() {
        database.sql("delete from engine_mirror").update();
        agencies.mirror();
    }

    private List<Map<String, Object>> identityTables() {
        return database.sql("""
                        select 'member ' || user_id_ || ' ' || group_id_ as line from act_id_membership
                        union all select 'tenant ' || tenant_id_ || ' ' || group_id_ from act_id_tenant_member
                        union all select 'grant ' || concat_ws(' ', group_id_, resource_type_, resource_id_, perms_)
                                  from act_ru_authorization
                        union all select 'group ' || id_ || name_ from act_id_group
                        order by 1
                        """).query().listOfRows();
    }

    private static String waiting(HttpUser officer) {
        return officer.enginePost(
                        "/task?firstResult=0&maxResults=100",
                        "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}")
                .body();
    }
}
