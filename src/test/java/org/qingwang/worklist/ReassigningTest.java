package org.qingwang.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.bulk.BulkSteps;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tasks of an absent officer given to others. If this fails, they lie there, or go to somebody who may not do them. */
@QingwangTest
class ReassigningTest {

    private static final String AWAY = "commerce-zj";
    private static final String PAGE = "/desk/tasks/reassign";

    /** A password takes long to check, on purpose: each person signs in once. */
    private static final Map<String, HttpUser> SIGNED_IN = new ConcurrentHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private ScreeningTasks screening;

    @Autowired
    private BulkSteps bulk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    private final String order = UUID.randomUUID().toString();

    @BeforeEach
    @AfterEach
    void nobodyHasAny() {
        tasks.createTaskQuery().taskAssignee(AWAY).list().forEach(task -> tasks.setAssignee(task.getId(), null));
    }

    private HttpUser as(String account) {
        return SIGNED_IN.computeIfAbsent(account, name -> HttpUser.signedIn(port, name));
    }

    private List<String> taken(int count) {
        List<String> ids = screening.waiting("commerce-330000", count).stream()
                .map(screening::taskOf)
                .toList();
        ids.forEach(id -> tasks.setAssignee(id, AWAY));
        return ids;
    }

    private HttpResponse<String> move(String by, Map<String, String> moves) {
        String sent = moves.entrySet().stream()
                .map(move -> move.getKey() + ">" + move.getValue())
                .collect(Collectors.joining(","));
        return as(by).post(
                        PAGE + "/" + AWAY,
                        Map.of("order", order, "move", sent, "to", "commerce-zj-2", "reason", "Ill until December"));
    }

    private String assignee(String id) {
        return tasks.createTaskQuery().taskId(id).singleResult().getAssignee();
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_entry where subject_id = :id and action = :action")
                .param("id", order)
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    @Test
    void twoHundredAreShownSpreadAndMovedOnce() {
        List<String> ids = taken(200);

        assertThat(as("supervisor").get(PAGE).body()).contains("Zhou Min 周敏 (commerce-zj)");
        assertThat(as("supervisor").get(PAGE + "/" + AWAY).body())
                .contains("commerce-zj-2", "commerce-zj-head")
                .doesNotContain("commerce-zj-legal", "commerce-gd", "name=\"move\"");
        String shown = as("supervisor")
                .get(PAGE + "/" + AWAY + "?to=commerce-zj-2&to=commerce-zj-head")
                .body();
        assertThat(shown)
                .contains("Wu Tong 吴桐 gets 100 tasks.", "Shen Yue 沈岳 gets 100 tasks.")
                .contains(ids.get(0) + "&gt;commerce-zj-");

        Map<String, String> moves = ids.stream()
                .collect(Collectors.toMap(
                        id -> id, id -> ids.indexOf(id) % 2 == 0 ? "commerce-zj-2" : "commerce-zj-head"));
        assertThat(move("supervisor", moves).headers().firstValue("Location").orElseThrow())
                .endsWith("/desk/acts/" + order);
        move("supervisor", moves);
        bulk.finishAll();

        assertThat(ids).allSatisfy(id -> assertThat(assignee(id)).isEqualTo(moves.get(id)));
        assertThat(as("supervisor").get("/desk/acts/" + order).body())
                .contains("All 200 are done.", "Ill until December");
        assertThat(audited("bulk.tasks-reassigned")).isEqualTo(1);
        assertThat(audited("bulk.item-done")).isEqualTo(200);
        assertThat(as("supervisor").get("/desk/audit?type=bulk&id=" + order).body())
                .contains("Act upon many ended", "One of many: done");
        assertThat(as("supervisor").get(PAGE + "/" + AWAY).body()).contains("no task you could give away");
    }

    @Test
    void onlyToThoseWhoMayAndOnlyWhatIsStillTheOfficers() {
        List<String> ids = taken(4);
        tasks.setAssignee(ids.get(0), "commerce-zj-head");

        move(
                "supervisor",
                Map.of(
                        ids.get(0), "commerce-zj-2",
                        ids.get(1), "commerce-zj-legal",
                        ids.get(2), "commerce-gd",
                        ids.get(3), "commerce-zj-2"));
        bulk.finishAll();

        assertThat(assignee(ids.get(0))).isEqualTo("commerce-zj-head");
        assertThat(assignee(ids.get(1))).isEqualTo(AWAY);
        assertThat(assignee(ids.get(2))).isEqualTo(AWAY);
        assertThat(assignee(ids.get(3))).isEqualTo("commerce-zj-2");
        assertThat(as("supervisor").get("/desk/acts/" + order).body())
                .contains(
                        "1 of 4 are done", "Somebody else has this task by now", "not in a group this task waits for");
    }

    @Test
    void aHeadMovesTheOwnAgencysAndNobodyElseMovesAny() {
        List<String> ids = taken(1);
        Map<String, String> moves = Map.of(ids.get(0), "commerce-zj-2");

        assertThat(move("commerce-zj-2", moves).statusCode()).as("an officer").isEqualTo(404);
        assertThat(move("office", moves).statusCode()).as("the office").isEqualTo(404);
        assertThat(as("commerce-gd-head").get(PAGE + "/" + AWAY).body())
                .contains("no task you could give away")
                .doesNotContain(ids.get(0));
        move("commerce-gd-head", moves);
        bulk.finishAll();
        assertThat(assignee(ids.get(0))).isEqualTo(AWAY);

        String own = UUID.randomUUID().toString();
        as("commerce-zj-head")
                .post(
                        PAGE + "/" + AWAY,
                        Map.of("order", own, "move", ids.get(0) + ">commerce-zj-2", "reason", "Training"));
        bulk.finishAll();
        assertThat(assignee(ids.get(0))).isEqualTo("commerce-zj-2");
    }

    @Test
    void withoutAReasonOrAPlanNothingIsOrdered() {
        List<String> ids = taken(1);

        HttpResponse<String> refused = as("supervisor")
                .post(
                        PAGE + "/" + AWAY,
                        Map.of("order", order, "move", ids.get(0) + ">commerce-zj-2", "to", "commerce-zj-2"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Say why", "Wu Tong 吴桐 gets one task.");
        assertThat(move("supervisor", Map.of()).body()).contains("Choose to whom the tasks shall go");
        assertThat(move("supervisor", Map.of("' or 1=1", "x")).statusCode()).isEqualTo(404);
        assertThat(as("supervisor").get(PAGE + "/nobody-of-ours").statusCode()).isEqualTo(404);
        bulk.finishAll();
        assertThat(assignee(ids.get(0))).isEqualTo(AWAY);
    }
}
