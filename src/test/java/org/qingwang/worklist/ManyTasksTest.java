package org.qingwang.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.qingwang.bulk.BulkSteps;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.ComplaintStatus;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many tasks taken, given and completed at once. If this fails, officers open fifty alike complaints one by one, or one
 * press decides on cases nobody looked at, or on another agency's.
 */
@QingwangTest
class ManyTasksTest {

    private static final String SHANGHAI = "commerce-310000";
    private static final String PAGE = "/desk/tasks/many";

    /** A password takes long to check, on purpose: each person signs in once. */
    private static final Map<String, HttpUser> SIGNED_IN = new ConcurrentHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private ScreeningTasks screening;

    @Autowired
    private Investigator investigator;

    @Autowired
    private BulkSteps bulk;

    @Autowired
    private ComplaintService complaints;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private JdbcClient jdbc;

    private final String order = UUID.randomUUID().toString();

    private HttpUser as(String account) {
        return SIGNED_IN.computeIfAbsent(account, name -> HttpUser.signedIn(port, name));
    }

    private List<String> tasksOf(List<String> receipts) {
        return receipts.stream().map(screening::taskOf).toList();
    }

    private HttpResponse<String> answer(String account, List<String> taskIds, Map<String, String> answer) {
        Map<String, String> fields = new ConcurrentHashMap<>(answer);
        fields.put("order", order);
        fields.put("task", String.join(",", taskIds));
        return as(account).post(PAGE + "/answer/send", fields);
    }

    private HttpResponse<String> act(String account, String what, List<String> taskIds, String to) {
        return as(account).post(PAGE + "/" + what, Map.of("order", order, "task", String.join(",", taskIds), "to", to));
    }

    private String actPage(String account) {
        return as(account).get("/desk/acts/" + order).body();
    }

    private static String assignedTo(TaskService tasks, String id) {
        return tasks.createTaskQuery().taskId(id).singleResult().getAssignee();
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_entry where subject_type = 'bulk' and subject_id = :id"
                        + " and action = :action")
                .param("id", order)
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private List<ComplaintStatus> statusOf(List<String> receipts) {
        return receipts.stream()
                .map(receipt -> complaints.find(receipt).orElseThrow().status())
                .toList();
    }

    @Test
    void fiftyAlikeScreeningTasksAreAnsweredAtOnce() {
        List<String> receipts = screening.waiting(SHANGHAI, 50);
        List<String> ids = tasksOf(receipts);

        String shown = as("commerce-sh").get(PAGE + "?all=true").body();
        assertThat(shown).contains(ids).contains(receipts.get(0)).contains("Confirm screening");
        assertThat(act("commerce-sh", "answer", ids, "").body())
                .contains("50 tasks: Confirm screening", "value=\"ACCEPT\"", "value=\"REFUSE\"")
                .doesNotContain("value=\"JOIN\"", "name=\"caseNo\"", "name=\"demand\"");

        HttpResponse<String> sent = answer("commerce-sh", ids, Map.of("decision", "ACCEPT"));
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/desk/acts/" + order);
        assertThat(actPage("commerce-sh")).contains("0 of 50", "<progress");
        bulk.finishAll();

        assertThat(statusOf(receipts)).containsOnly(ComplaintStatus.ACCEPTED);
        assertThat(receipts.stream()
                        .map(no -> complaints.find(no).orElseThrow().caseNo().orElseThrow()))
                .doesNotHaveDuplicates();
        assertThat(actPage("commerce-sh")).contains("All 50 are done.").doesNotContain("<progress");
        assertThat(audited("bulk.tasks-answered")).isEqualTo(1);
        assertThat(audited("bulk.item-done")).isEqualTo(50);
        assertThat(audited("bulk.ended")).isEqualTo(1);
        assertThat(actPage("supervisor")).contains("All 50 are done.", "/desk/audit?type=bulk");
    }

    @Test
    void theSameOrderPressedTwiceIsOne() {
        List<String> ids = tasksOf(screening.waiting(SHANGHAI, 2));

        answer("commerce-sh", ids, Map.of("decision", "ACCEPT"));
        answer("commerce-sh", ids, Map.of("decision", "ACCEPT"));
        bulk.finishAll();
        answer("commerce-sh", ids, Map.of("decision", "ACCEPT"));
        bulk.finishAll();

        assertThat(actPage("commerce-sh")).contains("All 2 are done.");
        assertThat(audited("bulk.item-done")).isEqualTo(2);
    }

    @Test
    void twoNodesThatWorkAtTheSameTimeDoEachOnce() {
        List<String> receipts = screening.waiting(SHANGHAI, 12);
        answer("commerce-sh", tasksOf(receipts), Map.of("decision", "ACCEPT"));

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(bulk::finishAll), CompletableFuture.runAsync(bulk::finishAll))
                .join();
        bulk.finishAll();

        assertThat(statusOf(receipts)).containsOnly(ComplaintStatus.ACCEPTED);
        assertThat(audited("bulk.item-done")).isEqualTo(12);
        assertThat(audited("bulk.ended")).isEqualTo(1);
        assertThat(actPage("commerce-sh")).contains("All 12 are done.");
    }

    @Test
    void whatCannotBeDoneIsNamedWithTheReasonAndHoldsUpNothing() {
        List<String> receipts = screening.waiting(SHANGHAI, 4);
        List<String> ids = tasksOf(receipts);
        tasks.setAssignee(ids.get(1), "commerce-sh-head");
        forms.submitTaskForm(ids.get(2), Map.of("decision", "ACCEPT"));

        answer("commerce-sh", ids, Map.of("decision", "SUPPLEMENT", "reason", "Send a picture of the label."));
        bulk.finishAll();

        assertThat(statusOf(receipts))
                .containsExactly(
                        ComplaintStatus.SUPPLEMENT_ASKED,
                        ComplaintStatus.SCREENED,
                        ComplaintStatus.ACCEPTED,
                        ComplaintStatus.SUPPLEMENT_ASKED);
        assertThat(actPage("commerce-sh"))
                .contains("2 of 4 are done. 2 could not be done", "Only the person this task is assigned to")
                .contains("This task is done already");
        as("commerce-sh").with("Accept-Language", "zh");
        assertThat(actPage("commerce-sh")).contains("该任务已办结");
        as("commerce-sh").with("Accept-Language", "en");
        assertThat(audited("bulk.item-failed")).isEqualTo(2);
    }

    /** Each is held against the rules of its own case: a refusal needs its reason, whoever presses the button. */
    @Test
    void everyTaskIsCheckedAsIfItWereCompletedAlone() {
        List<String> receipts = screening.waiting(SHANGHAI, 2);

        answer("commerce-sh", tasksOf(receipts), Map.of("decision", "REFUSE"));
        bulk.finishAll();

        assertThat(statusOf(receipts)).containsOnly(ComplaintStatus.SCREENED);
        assertThat(actPage("commerce-sh")).contains("0 of 2 are done. 2 could not be done");
    }

    @Test
    void whatDiffersFromCaseToCaseIsNotTaken() {
        List<String> ids = tasksOf(screening.waiting(SHANGHAI, 2));

        HttpResponse<String> joined =
                answer("commerce-sh", ids, Map.of("decision", "JOIN", "caseNo", "AJ-310000-2026-1"));
        assertThat(joined.statusCode()).isEqualTo(400);
        assertThat(joined.body()).contains("cannot be “JOIN”");
        assertThat(answer("commerce-sh", ids, Map.of()).body()).contains("“Decision” is missing");
        assertThat(jdbc.sql("select count(*) from bulk_act where id = cast(:id as uuid)")
                        .param("id", order)
                        .query(Integer.class)
                        .single())
                .isZero();

        String caseNo = investigator.awaitingDecision();
        String decide = investigator.task(caseNo, "Task_Decide").getId();
        HttpResponse<String> judged = answer("commerce-zj-head", List.of(decide), Map.of("decision", "PENALTY"));
        assertThat(judged.statusCode()).isEqualTo(400);
        assertThat(judged.body()).contains("asks what differs from case to case");
    }

    @Test
    void anotherAgencysTasksStayUntouchedAndUntold() {
        List<String> receipts = screening.waiting(SHANGHAI, 1);
        List<String> foreign = tasksOf(receipts);
        List<String> own = tasksOf(screening.waiting("commerce-440000", 1));

        HttpResponse<String> alone = answer("commerce-gd", foreign, Map.of("decision", "ACCEPT"));
        assertThat(alone.statusCode()).isEqualTo(400);
        assertThat(alone.body()).doesNotContain(receipts.get(0));
        List<String> both = List.of(own.get(0), foreign.get(0));
        answer("commerce-gd", both, Map.of("decision", "ACCEPT"));
        bulk.finishAll();

        assertThat(statusOf(receipts)).containsOnly(ComplaintStatus.SCREENED);
        assertThat(actPage("commerce-gd"))
                .contains("1 of 2 are done", "not yours to see any more")
                .doesNotContain(receipts.get(0));
        assertThat(as("commerce-sh").get("/desk/acts/" + order).statusCode())
                .as("whose act it is not")
                .isEqualTo(404);
    }

    @Test
    void anIdThatIsSomebodyElsesOrdersNothing() {
        List<String> ids = tasksOf(screening.waiting(SHANGHAI, 1));
        act("commerce-gd", "claim", tasksOf(screening.waiting("commerce-440000", 1)), "");

        HttpResponse<String> refused = answer("commerce-sh", ids, Map.of("decision", "ACCEPT"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("sent by somebody else");
        bulk.finishAll();
        assertThat(tasks.createTaskQuery().taskId(ids.get(0)).count()).isEqualTo(1);
    }

    @Test
    void tooManyNothingAndNonsenseAreRefused() {
        List<String> tooMany = new ArrayList<>(IntStream.range(0, 501)
                .mapToObj(n -> UUID.randomUUID().toString())
                .toList());

        assertThat(act("commerce-sh", "claim", tooMany, "").body()).contains("501 are chosen, but at most 500");
        assertThat(act("commerce-sh", "claim", List.of(), "").body()).contains("Nothing is chosen");
        assertThat(act("commerce-sh", "claim", List.of("' or 1=1 --"), "").statusCode())
                .isEqualTo(404);
        assertThat(as("commerce-sh")
                        .post(PAGE + "/claim", Map.of("order", "1", "task", "1"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("commerce-sh")
                        .postWithoutToken(PAGE + "/claim", Map.of("order", order))
                        .statusCode())
                .isEqualTo(403);
        assertThat(HttpUser.stranger(port).get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void anOfficerTakesManyAndTheHeadGivesThemToAnother() {
        List<String> ids = tasksOf(screening.waiting("commerce-330000", 3));

        act("commerce-zj", "claim", ids, "");
        bulk.finishAll();
        assertThat(ids).allSatisfy(id -> assertThat(assignedTo(tasks, id)).isEqualTo("commerce-zj"));
        assertThat(act("commerce-zj", "assign", ids, "commerce-zj-2").statusCode())
                .as("an officer gives no tasks")
                .isEqualTo(400);
        assertThat(act("commerce-zj-head", "assign", ids, "commerce-gd").statusCode())
                .as("not to another agency")
                .isEqualTo(400);

        String given = UUID.randomUUID().toString();
        as("commerce-zj-head")
                .post(PAGE + "/assign", Map.of("order", given, "task", String.join(",", ids), "to", "commerce-zj-2"));
        bulk.finishAll();

        assertThat(ids).allSatisfy(id -> assertThat(assignedTo(tasks, id)).isEqualTo("commerce-zj-2"));
        assertThat(as("commerce-zj-head").get("/desk/acts/" + given).body()).contains("All 3 are done.");
    }

    @Test
    void whatSomebodyHasTakenIsNotTakenFromThem() {
        List<String> ids = tasksOf(screening.waiting("commerce-330000", 2));
        tasks.setAssignee(ids.get(0), "commerce-zj-2");

        act("commerce-zj", "claim", ids, "");
        bulk.finishAll();

        assertThat(assignedTo(tasks, ids.get(0))).isEqualTo("commerce-zj-2");
        assertThat(assignedTo(tasks, ids.get(1))).isEqualTo("commerce-zj");
        assertThat(actPage("commerce-zj")).contains("Somebody else has taken this task");
    }
}
