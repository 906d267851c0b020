package org.qingwang.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.bulk.BulkSteps;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Processes held up, moved and migrated, many at once. If this fails, what is stuck stays stuck, somebody without the right
 * moves cases past their steps, or a press of a button does to two hundred cases what nobody was shown.
 */
@QingwangTest
class RepairTest {

    private static final String KEY = "test-repair";
    private static final String PAGE = "/desk/processes/";

    /** A password takes long to check, on purpose: each person signs in once. */
    private static final Map<String, HttpUser> SIGNED_IN = new ConcurrentHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private BulkSteps bulk;

    @Autowired
    private Investigator investigator;

    @Autowired
    private JdbcClient jdbc;

    private final String order = UUID.randomUUID().toString();

    @BeforeEach
    void aModel() {
        deploy("Task_a", "Task_b");
    }

    @AfterEach
    void leaveNothing() {
        ClockUtil.reset();
        repository
                .createDeploymentQuery()
                .deploymentName(KEY)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    private void deploy(String first, String second) {
        repository
                .createDeployment()
                .name(KEY)
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .name("Sample")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent("Start")
                                .userTask(first)
                                .name("First step")
                                .camundaCandidateGroups("${jurisdiction}")
                                .userTask(second)
                                .name("Step of " + second)
                                .camundaCandidateGroups("${jurisdiction}")
                                .endEvent("End")
                                .done())
                .deploy();
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult();
    }

    private List<String> running(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> runtime.startProcessInstanceByKey(
                                KEY, "test-" + UUID.randomUUID(), Map.of("jurisdiction", "commerce-330000"))
                        .getId())
                .toList();
    }

    private HttpUser as(String account) {
        return SIGNED_IN.computeIfAbsent(account, name -> HttpUser.signedIn(port, name));
    }

    private HttpResponse<String> send(
            String by, String what, String definition, String act, List<String> ids, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("act", act);
        fields.put("process", String.join(",", ids));
        fields.put("order", order);
        fields.put("reason", "Mends the fault of Monday");
        return as(by).post(PAGE + definition + what, fields);
    }

    private HttpResponse<String> ordered(
            String by, String definition, String act, List<String> ids, Map<String, String> more) {
        HttpResponse<String> answer = send(by, "/order", definition, act, ids, more);
        bulk.finishAll();
        return answer;
    }

    private String actPage(String account) {
        return as(account).get("/desk/acts/" + order).body();
    }

    private String step(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getTaskDefinitionKey();
    }

    private ProcessInstance read(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    }

    private int audited(String subject, String action) {
        return jdbc.sql("select count(*) from audit_entry where subject_id = :id and action = :action")
                .param("id", subject)
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    @Test
    void aSupervisorHoldsManyUpAndLetsThemGoOn() {
        List<String> ids = running(3);
        String definition = latest().getId();
        assertThat(as("supervisor").get("/desk/processes").body()).contains("Sample");
        assertThat(as("supervisor").get(PAGE + definition + "?all=true").body())
                .contains(ids)
                .doesNotContain("value=\"MOVE\"");
        assertThat(as("supervisor")
                        .get(PAGE + "of/" + ids.get(0))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("?process=" + ids.get(0));
        assertThat(send("supervisor", "/preview", definition, "SUSPEND", ids, Map.of())
                        .body())
                .contains("3 processes are held up", "Every statutory clock runs on");
        assertThat(ids).noneSatisfy(id -> assertThat(read(id).isSuspended()).isTrue());

        ordered("supervisor", definition, "SUSPEND", ids, Map.of());
        ordered("supervisor", definition, "SUSPEND", ids, Map.of());

        assertThat(ids).allSatisfy(id -> assertThat(read(id).isSuspended()).isTrue());
        assertThat(actPage("supervisor")).contains("All 3 are done.", "Mends the fault of Monday");
        assertThat(audited(order, "bulk.item-done")).isEqualTo(3);
        assertThat(audited(read(ids.get(0)).getBusinessKey(), "engine.process-suspended"))
                .isEqualTo(1);
        String again = UUID.randomUUID().toString();
        as("supervisor")
                .post(
                        PAGE + definition + "/order",
                        Map.of(
                                "act",
                                "ACTIVATE",
                                "process",
                                String.join(",", ids),
                                "order",
                                again,
                                "reason",
                                "Mended"));
        bulk.finishAll();
        assertThat(ids).noneSatisfy(id -> assertThat(read(id).isSuspended()).isTrue());
    }

    @Test
    void anAdministratorMovesManyToAnotherStepOnce() {
        List<String> ids = running(2);
        String definition = latest().getId();
        Map<String, String> forth = Map.of("from", "Task_a", "to", "Task_b");
        assertThat(send("admin", "/preview", definition, "MOVE", ids, forth).body())
                .contains("2 processes go from “First step” to “Step of Task_b”", "No clock ends by itself");

        ordered("admin", definition, "MOVE", ids, forth);
        ordered("admin", definition, "MOVE", ids, forth);

        assertThat(ids).allSatisfy(id -> assertThat(step(id)).isEqualTo("Task_b"));
        assertThat(actPage("admin"))
                .contains("All 2 are done.", "From “First step” to “Step of Task_b”.", "<td>Step of Task_b</td>")
                .doesNotContain("Task_a");
        assertThat(audited(read(ids.get(0)).getBusinessKey(), "engine.process-modified"))
                .isPositive();
    }

    /** Whoever watches goes from the log to the entry nobody can change; an officer of the agency reads no reasons. */
    @Test
    void theLogOfAProcessLeadsToTheReasonInTheAudit() {
        goToTheEndOfTheAudit();
        String id = running(1).get(0);
        String number = read(id).getBusinessKey();
        ordered("admin", latest().getId(), "MOVE", List.of(id), Map.of("from", "Task_a", "to", "Task_b"));
        String log = "/desk/process-history/" + id + "/operations";

        for (String watcher : List.of("supervisor", "admin")) {
            Matcher link = Pattern.compile("\"text\":\"Mends the fault of Monday\",\"link\":\"(/desk/audit[^\"]+)\"")
                    .matcher(as(watcher).get(log).body());
            assertThat(link.find()).as(watcher).isTrue();
            assertThat(as(watcher).get(link.group(1)).body())
                    .as(watcher)
                    .contains(number, "Process moved to another step", "Mends the fault of Monday");
        }
        assertThat(as("commerce-zj").get(log).body())
                .contains("Process moved to another step", "stands in the audit")
                .doesNotContain("Monday", "/desk/audit");
    }

    /** Other tests act on days to come, and an audit is looked up along its days. */
    private void goToTheEndOfTheAudit() {
        Instant last = jdbc.sql("select coalesce(max(at), now()) from audit_entry")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        ClockUtil.setCurrentTime(Date.from(last.plus(Duration.ofDays(1))));
    }

    @Test
    void whatHasGoneOnMeanwhileIsLeftAlone() {
        List<String> ids = running(2);
        tasks.complete(tasks.createTaskQuery()
                .processInstanceId(ids.get(0))
                .singleResult()
                .getId());

        ordered("admin", latest().getId(), "MOVE", ids, Map.of("from", "Task_a", "to", "Task_b"));

        assertThat(actPage("admin")).contains("1 of 2 are done", "does not stand at that step any more");
    }

    @Test
    void manyGoOnByAnotherVersionAndWhatDoesNotFitStays() {
        List<String> ids = running(2);
        tasks.complete(tasks.createTaskQuery()
                .processInstanceId(ids.get(1))
                .singleResult()
                .getId());
        String old = latest().getId();
        deploy("Task_a", "Task_c");
        String fresh = latest().getId();
        Map<String, String> to = Map.of("version", fresh);
        assertThat(send("admin", "/preview", old, "MIGRATE", ids, to).body())
                .contains("2 processes go on by version", "has nothing alike for: Step of Task_b");

        ordered("admin", old, "MIGRATE", ids, to);
        ordered("admin", old, "MIGRATE", ids, to);

        assertThat(read(ids.get(0)).getProcessDefinitionId()).isEqualTo(fresh);
        assertThat(audited(read(ids.get(0)).getBusinessKey(), "engine.process-migrated"))
                .isEqualTo(1);
        assertThat(as("supervisor")
                        .get("/desk/process-history/" + ids.get(0) + "/operations")
                        .body())
                .contains(
                        "Process brought to another version",
                        "Version: version 1 → version 2",
                        "Mends the fault of Monday",
                        "/desk/audit?type=process");
        assertThat(read(ids.get(1)).getProcessDefinitionId()).isEqualTo(old);
        assertThat(actPage("admin"))
                .contains("1 of 2 are done", "nothing alike for where this process stands")
                .containsPattern("From version \\d+ to version \\d+\\.");
    }

    /** The preview says which statutory clocks the case stands under, and which the steps belong to. */
    @Test
    void theClocksOfACaseAreShownBeforeItIsMoved() {
        String caseNo = investigator.awaitingDecision();
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo, "commerce-investigation")
                .singleResult();

        String shown = send(
                        "admin",
                        "/preview",
                        instance.getProcessDefinitionId(),
                        "MOVE",
                        List.of(instance.getId()),
                        Map.of("from", "Task_Decide", "to", "Task_CheckLead"))
                .body();

        assertThat(shown)
                .contains(
                        "“Decide”, which is left, stands under: Decide the case.",
                        "“Check lead”, to which it goes, stands under: Check the lead and decide on filing.",
                        "<span>Decide the case</span>",
                        caseNo)
                .doesNotContain("commerce.decision", "commerce.lead-check")
                .as("an administrator finds no page of a case")
                .doesNotContain("/desk/clocks/", "/desk/cases/");
        assertThat(send(
                                "supervisor",
                                "/preview",
                                instance.getProcessDefinitionId(),
                                "SUSPEND",
                                List.of(instance.getId()),
                                Map.of())
                        .body())
                .contains("/desk/clocks/", "/desk/cases/" + caseNo);
    }

    @Test
    void repairsAreForAdministratorsAndNothingForOfficers() {
        List<String> ids = running(1);
        String definition = latest().getId();
        Map<String, String> forth = Map.of("from", "Task_a", "to", "Task_b");

        for (String account : List.of("supervisor", "office", "commerce-zj", "commerce-zj-head")) {
            assertThat(ordered(account, definition, "MOVE", ids, forth).statusCode())
                    .as(account)
                    .isEqualTo(404);
        }
        assertThat(ordered("office", definition, "SUSPEND", ids, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(as("commerce-zj").get("/desk/processes").statusCode()).isEqualTo(404);
        assertThat(as("commerce-zj").get(PAGE + definition).statusCode()).isEqualTo(404);
        assertThat(as("commerce-zj").get(PAGE + "of/" + ids.get(0)).statusCode())
                .isEqualTo(404);
        assertThat(step(ids.get(0))).isEqualTo("Task_a");
        assertThat(read(ids.get(0)).isSuspended()).isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        List<String> ids = running(1);
        String definition = latest().getId();

        assertThat(ordered("admin", definition, "MOVE", ids, Map.of("from", "Task_a", "to", "Task_x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("admin", "/preview", definition, "MOVE", ids, Map.of("from", "Task_a", "to", "Task_a"))
                        .body())
                .contains("Choose another step of this model");
        assertThat(send("admin", "/preview", definition, "MIGRATE", ids, Map.of("version", "complaint:1:x"))
                        .body())
                .contains("Choose another version of this model");
        assertThat(send("admin", "/preview", definition, "SUSPEND", List.of(), Map.of())
                        .body())
                .contains("Nothing is chosen");
        assertThat(send("admin", "/preview", definition, "DELETE", ids, Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("admin", "/preview", "no-such:1:model", "SUSPEND", ids, Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("admin")
                        .post(
                                PAGE + definition + "/order",
                                Map.of("act", "SUSPEND", "process", ids.get(0), "order", order))
                        .body())
                .contains("Say why");
        assertThat(as("admin")
                        .postWithoutToken(PAGE + definition + "/order", Map.of("act", "SUSPEND"))
                        .statusCode())
                .isEqualTo(403);
        bulk.finishAll();
        assertThat(step(ids.get(0))).isEqualTo("Task_a");
    }
}
