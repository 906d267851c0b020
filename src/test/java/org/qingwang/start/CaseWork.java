package org.qingwang.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.qingwang.support.HttpUser;

/** What officers and heads do in Tasklist, in the same requests; remembers every task they were told is completed. */
final class CaseWork {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 3;

    private final Set<String> completed = new ConcurrentSkipListSet<>();

    Set<String> completed() {
        return completed;
    }

    /** Takes the next few tasks of each kind through. */
    void workOn(HttpUser officer, HttpUser head) throws JsonProcessingException {
        complete(
                officer,
                "commerce-zj",
                "Task_ConfirmScreening",
                Map.of("decision", "ACCEPT", "reason", "Bought as a test."));
        complete(head, "commerce-zj-head", "Task_ConfirmAssignment", Map.of("decision", "CONFIRM"));
        complete(
                officer,
                "commerce-zj",
                "Task_CheckLead",
                Map.of(
                        "result",
                        "NOT_FILE",
                        "checkedOn",
                        LocalDate.now().toString(),
                        "reason",
                        "The goods turned out to be genuine."));
    }

    private void complete(HttpUser person, String account, String kind, Map<String, String> form)
            throws JsonProcessingException {
        HttpResponse<String> list =
                person.engineGet("/task?active=true&maxResults=" + AT_ONCE + "&taskDefinitionKey=" + kind);
        if (list.statusCode() != 200) {
            throw new IllegalStateException("the list of tasks answers " + list.statusCode() + ": " + list.body());
        }
        for (JsonNode task : JSON.readTree(list.body())) {
            complete(person, account, task.path("id").asText(), JSON.writeValueAsString(variables(form)));
        }
    }

    private void complete(HttpUser person, String account, String task, String form) {
        accept(person.enginePost("/task/" + task + "/claim", "{\"userId\":\"" + account + "\"}"));
        accept(person.enginePost("/task/" + task + "/submit-form", form));
        completed.add(task);
    }

    private static void accept(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static Map<String, ?> variables(Map<String, String> form) {
        return Map.of(
                "variables",
                form.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> Map.of("value", field.getValue(), "type", "String"))));
    }
}
