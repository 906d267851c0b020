package org.qingwang.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.engine.rights.TestModels;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each of these, let through, would take a case past its rules, or hand the machine to whoever has a login. */
@QingwangTest
class ApiGuardTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "test-api-guard";
    private static final String SESSION = "qingwang-session";
    private static final String API = "/camunda/api/engine/engine/default";

    /** A password takes long to check, on purpose: each person signs in once. */
    private static final Map<String, HttpUser> SIGNED_IN = new ConcurrentHashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private HttpUser officer;
    private HttpUser supervisor;
    private HttpUser admin;
    private String task;
    private String instance;

    @BeforeEach
    void openTask() {
        repository
                .createDeployment()
                .name(KEY)
                .enableDuplicateFiltering(false)
                .addString(KEY + ".bpmn", TestModels.oneTask(KEY))
                .deploy();
        instance = runtime.startProcessInstanceByKey(
                        KEY, UUID.randomUUID().toString(), Map.of("jurisdiction", "commerce-330000"))
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        officer = user("commerce-zj");
        supervisor = user("supervisor");
        admin = user("admin");
    }

    private HttpUser user(String account) {
        return SIGNED_IN.computeIfAbsent(account, name -> HttpUser.signedIn(port, name));
    }

    private String here(String path) {
        return path.replace("{task}", task).replace("{instance}", instance).replace("{key}", KEY);
    }

    private static String sentence(HttpResponse<String> answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            return body.path("message").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /task/{task}/complete",
        "POST, /task/{task}/complete/",
        "POST, /task/{task}/resolve",
        "POST, /task/{task}/delegate",
        "POST, /task/{task}/bpmnError",
        "POST, /task/{task}/bpmnEscalation",
        "POST, /task/create",
        "DELETE, /task/{task}",
        "POST, /task/{task}/identity-links",
        "PUT, /task/{task}/variables/jurisdiction",
        "POST, /task/{task}/variables",
        "PUT, /task/{task}/localVariables/x",
        "POST, /task/{task}/localVariables",
        "POST, /process-definition/key/{key}/start",
        "POST, /process-definition/key/{key}/tenant-id/commerce-330000/start",
        "POST, /process-definition/key/{key}/restart",
        "PUT, /process-instance/{instance}/variables/jurisdiction",
        "POST, /process-instance/{instance}/variables",
        "PUT, /execution/{instance}/localVariables/jurisdiction",
        "POST, /execution/{instance}/signal",
        "POST, /process-instance/{instance}/modification",
        "POST, /process-instance/{instance}/modification-async",
        "DELETE, /process-instance/{instance}",
        "POST, /process-instance/delete",
        "POST, /message",
        "POST, /signal",
        "POST, /condition",
        "POST, /migration/execute",
        "POST, /modification/execute",
        "POST, /deployment/create",
        "POST, /decision-definition/key/competence/evaluate",
        "POST, /filter/create",
        "POST, /external-task/fetchAndLock",
        "PUT, /process-definition/key/{key}/suspended",
        "PUT, /process-instance/suspended",
        "DELETE, /history/process-instance/{instance}",
        "POST, /history/process-instance/delete",
        "POST, /user/create",
        "POST, /authorization/create",
        "PUT, /group/camunda-admin/members/commerce-zj",
        "POST, /identity/verify",
        "PUT, /job/x/retries"
    })
    void anOfficerCannotGoAroundTheForms(String method, String path) {
        HttpResponse<String> answer = officer.camunda(method, API + here(path), "{}");
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(runtime.getVariable(instance, "jurisdiction")).isEqualTo("commerce-330000");
    }

    /** Cockpit asks for the incidents of a process at an address that ends in a slash. */
    @Test
    void whatIsOpenMayEndInASlashWhereCockpitWritesIt() {
        String incidents = "/camunda/api/cockpit/plugin/base/default/incident/?firstResult=0&maxResults=50";

        assertThat(admin.camunda("POST", incidents, "{}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /task/{task}/complete",
        "POST, /process-definition/key/{key}/start",
        "POST, /deployment/create",
        "POST, /message",
        "DELETE, /history/process-instance/{instance}",
        "DELETE, /process-instance/{instance}"
    })
    void thereIsNoWayAroundTheFormsForAnAdministratorEither(String method, String path) {
        assertThat(admin.camunda(method, API + here(path), "{}").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dueAfterExpression\": \"${1/0}\"}",
                "{\"orQueries\": [{\"dueAfterExpression\": \"${''.getClass()}\"}]}",
                "{\"orQueries\": [{\"orQueries\": [{\"assigneeExpression\": \"${1/0}\"}]}]}",
                "{\"orQueries\": [{\"DueAfterEXPRESSION\": \"${1/0}\"}]}",
                "{\"orQueries\": [{\"dueAfter\\u0045xpression\": \"${1/0}\"}]}",
                "{\"sorting\": [{\"parameters\": {\"valueExpression\": \"${1/0}\"}}]}"
            })
    void noExpressionGetsInWithAQuery(String query) {
        for (HttpUser user : new HttpUser[] {officer, supervisor, admin}) {
            for (String path : new String[] {"/task", "/task/count"}) {
                HttpResponse<String> answer = user.enginePost(path, query);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                assertThat(sentence(answer)).contains("expressions cannot be sent in");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?dueAfterExpression=x",
                "/task/count?assigneeExpression=x",
                "/task?firstResult=0&dueAfterExpression=x",
                "/task?dueAfter%45xpression=x"
            })
    void noExpressionGetsInWithAnAddress(String path) {
        assertThat(officer.engineGet(path).statusCode()).isEqualTo(400);
    }

    @Test
    void noExpressionIsStoredInAFilter() {
        String filter = "{\"resourceType\": \"Task\", \"name\": \"f\", \"query\":"
                + " {\"orQueries\": [{\"assigneeExpression\": \"${1/0}\"}]}}";
        assertThat(admin.enginePost("/filter/create", filter).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"orQueries\": [], \"orQueries\": [{\"dueAfterExpression\": \"x\"}]}",
                "{\"name\": \"a\"} {\"dueAfterExpression\": \"x\"}",
                "{\"name\": ",
                "{/* \"x\": */ \"dueAfter\": null}",
                "{'name': 'a'}",
                "not json"
            })
    void whatTwoParsersCouldReadDifferentlyIsRefused(String body) {
        assertThat(officer.enginePost("/task", body).statusCode()).isEqualTo(400);
    }

    @Test
    void aBottomlessOrEndlessBodyIsRefused() {
        assertThat(officer.enginePost("/task", "[".repeat(100_000)).statusCode())
                .isEqualTo(400);
        assertThat(officer.enginePost("/task", "{\"name\": \"" + "x".repeat(1_100_000) + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/xml",
                "application/json, text/plain",
                "nonsense"
            })
    void onlyJsonIsTaken(String type) throws IOException {
        String status = raw("POST " + API + "/task HTTP/1.1", "Content-Type: " + type, "dueAfterExpression=x");
        assertThat(status).containsAnyOf(" 400", " 403", " 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task;a=b/{task}/complete",
                "/camunda/api/engine/engine/default/task/{task}/complete;a=b",
                "/camunda/api/engine/engine/default//task/{task}/complete",
                "/camunda//api/engine/engine/default/task/{task}/complete",
                "//camunda/api/engine/engine/default/task/{task}/complete",
                "/camunda/api/engine/engine/default/task%2f{task}%2fcomplete",
                "/camunda/api/engine/engine/default/task/{task}/%63omplete",
                "/camunda/api/engine/engine/default/task/{task}/complete/",
                "/camunda/api/engine/engine/default/task/{task}/./complete",
                "/camunda/api/engine/engine/default/task/{task}/claim/../complete",
                "/camunda/api/engine/engine/default/task/{task}/claim/%2e%2e/complete",
                "/camunda/api/engine/engine/default/task/{task}/COMPLETE",
                "/camunda/API/engine/engine/default/task/{task}/complete",
                "/CAMUNDA/api/engine/engine/default/task/{task}/complete",
                "/camunda/api/engine/engine/default/task/{task}/submit-form/../complete",
                "/camunda/api/engine/engine/default/task/{task}\\complete",
                "/camunda/app/../api/engine/engine/default/task/{task}/complete",
                "/camunda/api/engine/engine/DEFAULT/task/{task}/complete",
                "/camunda/api/engine/task/{task}/complete",
                "/engine-rest/task/{task}/complete",
                "/api/engine/engine/default/task/{task}/complete"
            })
    void noSpellingOfTheAddressGetsPast(String path) throws IOException {
        String status = raw("POST " + here(path) + " HTTP/1.1", "Content-Type: application/json", "{}");
        assertThat(status).containsPattern(" (400|401|403|404|405) ?");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void noHeaderMakesAnotherMethodOfIt() {
        HttpUser trickster = HttpUser.signedIn(port, "commerce-zj")
                .with("X-HTTP-Method-Override", "DELETE")
                .with("X-HTTP-Method", "DELETE");
        trickster.enginePost("/task/" + task + "?_method=DELETE", "{}");
        trickster.engineGet("/process-instance/" + instance);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/setup/default/user/create",
        "GET, /camunda/app/admin/default/setup/",
        "GET, /camunda/app/admin/default/setup",
        "POST, /camunda/api/admin/SETUP/default/user/create"
    })
    void theSetUpIsClosedToEverybody(String method, String path) {
        for (HttpUser user : new HttpUser[] {HttpUser.stranger(port), officer, admin}) {
            HttpResponse<String> answer = method.equals("GET")
                    ? user.get(path)
                    : user.camunda(method, path, "{\"profile\": {\"id\": \"x\"}}");
            assertThat(answer.statusCode()).as(path + answer.body()).isIn(302, 401, 403, 404);
            assertThat(answer.body()).doesNotContain("camunda-admin-ui");
        }
    }

    @Test
    void aTaskWithoutAFormTakesNoVariable() {
        HttpResponse<String> answer = officer.enginePost(
                "/task/" + task + "/submit-form", "{\"variables\": {\"jurisdiction\": {\"value\": \"x\"}}}");
        assertThat(answer.statusCode()).isBetween(400, 403);
        assertThat(runtime.getVariable(instance, "jurisdiction")).isEqualTo("commerce-330000");
    }

    @Test
    void aProcessThatHasNoStartFormIsNotStartedByHand() {
        for (HttpUser user : new HttpUser[] {officer, supervisor, admin}) {
            HttpResponse<String> answer =
                    user.enginePost("/process-definition/key/" + KEY + "/submit-form", "{\"variables\": {}}");
            assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404);
        }
    }

    @Test
    void aSupervisorStepsInWhereWorkIsStuck() {
        assertThat(supervisor
                        .enginePut("/job/no-such-job/retries", "{\"retries\": 1}")
                        .statusCode())
                .isNotEqualTo(403);
        assertThat(officer.enginePut("/job/no-such-job/retries", "{\"retries\": 1}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatTasklistNeedsWorks() {
        HttpResponse<String> list = officer.enginePost("/task", "{\"orQueries\": [{\"unassigned\": true}]}");
        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        assertThat(officer.enginePost("/task/count", "{}").statusCode()).isEqualTo(200);
        assertThat(officer.engineGet("/filter?itemCount=false").statusCode()).isEqualTo(200);
        assertThat(officer.engineGet("/process-definition?latest=true&startableInTasklist=true&active=true")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSentenceIsInThePersonsLanguage() {
        HttpResponse<String> answer =
                HttpUser.signedIn(port, "commerce-zj").plant("lang", "zh").enginePost("/message", "{}");
        assertThat(sentence(answer)).contains("不开放");
    }

    /** Sends an address as it is: a well-behaved client would tidy it up. */
    private String raw(String requestLine, String header, String body) throws IOException {
        String session = officer.cookie(SESSION).orElseThrow();
        officer.engineGet("/task/count");
        String token = officer.cookie("XSRF-TOKEN").orElse("");
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String request = requestLine + "\r\nHost: localhost\r\n" + header + "\r\nContent-Length: " + content.length
                + "\r\nCookie: " + SESSION + "=" + session + "; XSRF-TOKEN=" + token + "\r\nX-XSRF-TOKEN: " + token
                + "\r\nConnection: close\r\n\r\n" + body;
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.valueOf(answer.readLine());
        }
    }
}
