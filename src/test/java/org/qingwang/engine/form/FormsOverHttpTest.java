package org.qingwang.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends every form of every model over HTTP, spoiled in every way. What passes here would be in a case file: wrong, and
 * signed by an officer who never saw it.
 */
@QingwangTest
class FormsOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String JURISDICTION = "commerce-330000";

    /** By group; a group within a jurisdiction adds its name to both. */
    private static final Map<String, String> ACCOUNTS =
            Map.of(JURISDICTION, "commerce-zj", "office", "office", "supervisors", "supervisor");

    private static final Pattern CLOCK = Pattern.compile("clocks\\.due\\((\\w+)");

    /** Tables that are written to without storing what was submitted: by requests, and beside whoever watches campaigns. */
    private static final String BOOKKEEPING = "^(spring_session.*|campaign_count)$";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ResourcePatternResolver resources;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, HttpUser> users = new HashMap<>();

    /** Where a form is filled in. */
    private record Door(String processKey, String elementId, boolean start, FormSchema form) {}

    @TestFactory
    List<DynamicTest> everyFormRefusesWhatItDoesNotAskFor() {
        return doors().stream()
                .map(door -> DynamicTest.dynamicTest(door.form().id(), () -> attack(door)))
                .toList();
    }

    private void attack(Door door) {
        String task = door.start() ? null : openTask(door);
        HttpUser user = door.start() ? user(starterOf(door)) : candidateOf(task);
        String path = door.start()
                ? "/process-definition/key/" + door.processKey() + "/submit-form"
                : "/task/" + task + "/submit-form";
        user.engineGet("/task/count");
        Map<String, Long> before = rows();
        for (SampleForm.Spoiled spoiled : new SampleForm(door.form()).spoiled()) {
            HttpResponse<String> answer = user.enginePost(path, body(spoiled.values()));
            String what = door.form().id() + ": " + spoiled.how() + " in "
                    + (spoiled.field() == null ? "-" : spoiled.field().key()) + ": " + answer.body();
            assertThat(answer.statusCode()).as(what).isEqualTo(400);
            assertIsASentence(what, message(answer), spoiled.field());
        }
        assertThat(rows()).as("rows of each table after refused submissions").isEqualTo(before);
    }

    private static String starterOf(Door door) {
        return door.processKey().equals("campaign") ? "office" : "commerce-zj";
    }

    private static void assertIsASentence(String what, String message, Field field) {
        assertThat(message).as(what).endsWith(".").doesNotContain("ENGINE", "Exception", "engine.", "{0}");
        if (field != null) {
            assertThat(message).as(what).contains(field.label().in(Locale.ENGLISH));
        }
    }

    private static String body(Map<String, Object> values) {
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((name, value) -> variables.put(name, typed(value)));
        return json(Map.of("variables", variables));
    }

    /** As Tasklist sends it: lists and objects as JSON in a typed variable, the rest as it is. */
    private static Map<String, Object> typed(Object value) {
        Map<String, Object> typed = new HashMap<>();
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            typed.put("type", "Json");
            typed.put("value", json(value));
        } else {
            typed.put("value", value);
        }
        return typed;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String message(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).path("message").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    private String openTask(Door door) {
        String number = "TEST-" + UUID.randomUUID();
        Map<String, Object> variables = new HashMap<>();
        numbersClocksAreKeptUnder().forEach(name -> variables.put(name, number));
        variables.put("jurisdiction", JURISDICTION);
        variables.put("agency", "commerce");
        variables.put("owner", ACCOUNTS.get(JURISDICTION));
        variables.put("liaison", ACCOUNTS.get(JURISDICTION));
        String instance = runtime.createProcessInstanceByKey(door.processKey())
                .businessKey(number)
                .setVariables(variables)
                .startBeforeActivity(door.elementId())
                .execute()
                .getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(door.elementId())
                .singleResult()
                .getId();
    }

    /** A new model's tasks are attacked without anybody naming its number here. */
    private static Set<String> numbersClocksAreKeptUnder() {
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            return models.filter(Files::isRegularFile)
                    .flatMap(model -> CLOCK.matcher(read(model)).results())
                    .map(clock -> clock.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpUser candidateOf(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return user(
                ACCOUNTS.containsKey(group)
                        ? ACCOUNTS.get(group)
                        : group.replace(JURISDICTION, ACCOUNTS.get(JURISDICTION)));
    }

    private HttpUser user(String account) {
        return users.computeIfAbsent(account, name -> HttpUser.signedIn(port, name));
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new HashMap<>();
        List<String> tables = jdbc.sql(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                                + " and relname !~ :bookkeeping")
                .param("bookkeeping", BOOKKEEPING)
                .query(String.class)
                .list();
        for (String table : tables) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        return rows;
    }

    private List<Door> doors() {
        Map<String, FormSchema> forms = forms();
        List<Door> doors = new ArrayList<>();
        for (ProcessDefinition definition : products()) {
            BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
            for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
                if (start.getCamundaFormRef() != null) {
                    doors.add(new Door(definition.getKey(), start.getId(), true, forms.get(start.getCamundaFormRef())));
                }
            }
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                doors.add(new Door(definition.getKey(), task.getId(), false, forms.get(task.getCamundaFormRef())));
            }
        }
        assertThat(doors.stream().map(door -> door.form().id()).collect(Collectors.toSet()))
                .as("forms somebody is asked to fill in")
                .isEqualTo(forms.keySet());
        return doors;
    }

    private List<ProcessDefinition> products() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .processDefinitionResourceNameLike("bpmn/%")
                .list();
    }

    private Map<String, FormSchema> forms() {
        try {
            Map<String, FormSchema> forms = new HashMap<>();
            for (Resource file : resources.getResources("classpath*:/forms/**/*.form")) {
                FormSchema form = FormSchema.parse(file.getContentAsString(StandardCharsets.UTF_8));
                forms.put(form.id(), form);
            }
            return forms;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
