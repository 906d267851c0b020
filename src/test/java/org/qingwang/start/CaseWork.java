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

    private void complete(HttpUser person, String account, String kind, Map<String, ?> form)
            throws JsonProcessingException {
        complete(person, account, kind, "", form);
    }

    /**
     * Takes those tasks of a kind through that somebody finds in a list.
     *
     * @param narrowed what else the list is asked for, as in its address
     * @param form a text, a yes or no, or a list of texts or rows for each field
     */
    void complete(HttpUser person, String account, String kind, String narrowed, Map<String, ?> form)
            throws JsonProcessingException {
        HttpResponse<String> list =
                person.engineGet("/task?active=true&maxResults=" + AT_ONCE + "&taskDefinitionKey=" + kind + narrowed);
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

    /** A form's fields as Tasklist sends them. */
    static Map<String, ?> variables(Map<String, ?> form) {
        return Map.of(
                "variables",
                form.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> typed(field.getValue()))));
    }

    private static Map<String, ?> typed(Object value) {
        if (value instanceof Boolean) {
            return Map.of("value", value, "type", "Boolean");
        }
        if (value instanceof String) {
            return Map.of("value", value, "type", "String");
        }
        return Map.of("value", JSON.valueToTree(value).toString(), "type", "Json");
    }
}
