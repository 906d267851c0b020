package org.qingwang.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.worklist.ScreeningTasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deputies of officers who are away. If this fails, the tasks of somebody on leave run out of time, go round in a circle,
 * or come to somebody who may not do them.
 */
@QingwangTest
class DeputiesTest {

    private static final String PAGE = "/desk/deputies";
    private static final String AWAY = "commerce-zj";
    private static final String DEPUTY = "commerce-zj-2";
    private static final String HEAD = "commerce-zj-head";

    /** A password takes long to check, on purpose: each person signs in once. */
    private static final Map<String, HttpUser> SIGNED_IN = new ConcurrentHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private ScreeningTasks screening;

    @Autowired
    private TaskService tasks;

    @Autowired
    private DeputySweep sweep;

    @Autowired
    private HandedTasks handed;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private JdbcClient jdbc;

    private final LocalDate today =
            WorkingCalendar.dateOf(ClockUtil.getCurrentTime().toInstant());

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("update deputyship set ended_at = now() where ended_at is null")
                .update();
        sweep.bringUpToDate();
        ClockUtil.reset();
    }

    private HttpUser as(String account) {
        return SIGNED_IN.computeIfAbsent(account, name -> HttpUser.signedIn(port, name));
    }

    private String taskOf(String assignee) {
        String task = screening.taskOf(screening.waiting("commerce-330000", 1).get(0));
        tasks.setAssignee(task, assignee);
        return task;
    }

    private Task read(String id) {
        return tasks.createTaskQuery().taskId(id).singleResult();
    }

    private HttpResponse<String> name(String by, String absent, String deputy, LocalDate first, LocalDate last) {
        return as(by).post(
                        PAGE,
                        Map.of(
                                "absent",
                                absent,
                                "deputy",
                                deputy,
                                "firstDay",
                                first.toString(),
                                "lastDay",
                                last.toString(),
                                "reason",
                                "Training in Beijing"));
    }

    private void moveDays(int days) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(days, ChronoUnit.DAYS)));
        sweep.bringUpToDate();
    }

    private int audited(String action, String subject) {
        return jdbc.sql("select count(*) from audit_entry where action = :action and subject_id = :subject")
                .param("action", action)
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }

    @Test
    void theDeputyDoesTheTasksAndTheRestGoesBack() {
        String done = taskOf(AWAY);
        String left = taskOf(AWAY);

        assertThat(name(AWAY, AWAY, DEPUTY, today, today.plusDays(2)).statusCode())
                .isEqualTo(302);
        assertThat(List.of(read(done), read(left)))
                .allSatisfy(task -> assertThat(task.getAssignee()).isEqualTo(DEPUTY))
                .allSatisfy(task -> assertThat(task.getOwner()).isEqualTo(AWAY));
        String card = as(DEPUTY).get("/desk/cards/deputies").body();
        assertThat(card).contains(done, "for Zhou Min 周敏, away until ");
        assertThat(as(AWAY).get("/desk/cards/deputies").body()).doesNotContain(done);

        String number = jdbc.sql("select e.business_key_ from act_ru_task t join act_ru_execution e"
                        + " on e.id_ = t.proc_inst_id_ where t.id_ = :task")
                .param("task", done)
                .query(String.class)
                .single();
        HttpResponse<String> submitted = as(DEPUTY)
                .enginePost(
                        "/task/" + done + "/submit-form", "{\"variables\": {\"decision\": {\"value\": \"ACCEPT\"}}}");
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(204);
        assertThat(audited("task.done-for", number)).isEqualTo(1);

        moveDays(2);
        assertThat(read(left).getAssignee()).as("the last day counts").isEqualTo(DEPUTY);
        moveDays(1);
        assertThat(read(left).getAssignee()).isEqualTo(AWAY);
        assertThat(read(left).getOwner()).isNull();
        sweep.bringUpToDate();
        assertThat(audited("deputy.handed-over", AWAY)).isPositive();
        assertThat(audited("deputy.handed-back", AWAY)).isPositive();
    }

    @Test
    void whatIsTakenForTheAbsentLaterIsTheDeputysToo() {
        name(HEAD, AWAY, DEPUTY, today.plusDays(1), today.plusDays(5));
        String before = taskOf(AWAY);
        sweep.bringUpToDate();
        assertThat(read(before).getAssignee()).as("it has not begun").isEqualTo(AWAY);

        moveDays(1);
        assertThat(read(before).getAssignee()).isEqualTo(DEPUTY);
        String during = taskOf(AWAY);
        sweep.bringUpToDate();
        assertThat(read(during).getAssignee()).isEqualTo(DEPUTY);
    }

    @Test
    void whoComesBackEarlyHasTheTasksAtOnceAndTwiceIsOnce() {
        String task = taskOf(AWAY);
        name(HEAD, AWAY, DEPUTY, today, today.plusDays(9));
        name(HEAD, AWAY, DEPUTY, today, today.plusDays(9));
        List<Long> named = jdbc.sql("select id from deputyship where ended_at is null and absent = :absent")
                .param("absent", AWAY)
                .query(Long.class)
                .list();
        assertThat(named).hasSize(1);
        String end = PAGE + "/" + named.get(0) + "/end";

        assertThat(as("commerce-gd-head").post(end, Map.of()).statusCode())
                .as("none of another agency's business")
                .isEqualTo(404);
        assertThat(read(task).getAssignee()).isEqualTo(DEPUTY);
        as(AWAY).post(end, Map.of());
        as(AWAY).post(end, Map.of());

        assertThat(read(task).getAssignee()).isEqualTo(AWAY);
        assertThat(as(AWAY).get(PAGE).body()).contains("ended early");
    }

    /** A deputy gets no right by standing in: what waits for heads stays the head's. */
    @Test
    void whatTheDeputyCouldNotDoAloneStays() {
        String head = taskOf(AWAY);
        jdbc.sql("update act_ru_identitylink set group_id_ = 'commerce-330000-head' where task_id_ = :task")
                .param("task", head)
                .update();
        String foreign =
                screening.taskOf(screening.waiting("commerce-440000", 1).get(0));
        tasks.setAssignee(foreign, AWAY);

        name(HEAD, AWAY, DEPUTY, today, today.plusDays(1));

        assertThat(read(head).getAssignee()).isEqualTo(AWAY);
        assertThat(read(foreign).getAssignee()).isEqualTo(AWAY);
        assertThat(as(HEAD).get(PAGE).body()).contains("2 tasks stay with Zhou Min 周敏");
        tasks.setAssignee(foreign, null);
        tasks.setAssignee(head, null);
    }

    @Test
    void aDeputyWhoLeavesTakesNothingAlong() {
        String task = taskOf(AWAY);
        name(HEAD, AWAY, DEPUTY, today, today.plusDays(9));
        assertThat(read(task).getAssignee()).isEqualTo(DEPUTY);
        jdbc.sql("update officer set active = false where id = :id")
                .param("id", DEPUTY)
                .update();
        try {
            sweep.bringUpToDate();
            sweep.bringUpToDate();
        } finally {
            jdbc.sql("update officer set active = true where id = :id")
                    .param("id", DEPUTY)
                    .update();
        }

        assertThat(read(task).getAssignee()).isEqualTo(AWAY);
        assertThat(audited("deputy.left", AWAY)).isPositive();
    }

    @Test
    void whatBelongsToSomebodyWhoHasLeftGoesBackToTheGroup() {
        String task = taskOf(AWAY);
        Officer deputy = agencies.find(DEPUTY).orElseThrow();
        assertThat(handed.handOver(AWAY, deputy)).contains(task);

        assertThat(handed.handBack(AWAY, DEPUTY, true)).contains(task);
        assertThat(handed.handBack(AWAY, DEPUTY, true)).isEmpty();

        assertThat(read(task).getAssignee()).isNull();
        assertThat(jdbc.sql("select count(*) from waiting_task where task_id = :task")
                        .param("task", task)
                        .query(Integer.class)
                        .single())
                .as("the group's list has it again")
                .isEqualTo(1);
    }

    @Test
    void neitherALoopNorAChainIsNamed() {
        name(HEAD, AWAY, DEPUTY, today, today.plusDays(3));

        assertThat(name(HEAD, DEPUTY, AWAY, today.plusDays(3), today.plusDays(4))
                        .body())
                .contains("the tasks would go round in a circle");
        assertThat(name(HEAD, DEPUTY, HEAD, today.plusDays(1), today.plusDays(4))
                        .body())
                .contains("Wu Tong 吴桐 stands in for Zhou Min 周敏 until");
        assertThat(name(HEAD, HEAD, AWAY, today, today).body())
                .as("no officer stands in for a head")
                .contains("has not the role");
        assertThat(name(HEAD, AWAY, HEAD, today, today.plusDays(1)).body()).contains("has a deputy at that time");
        assertThat(name(HEAD, DEPUTY, HEAD, today.plusDays(4), today.plusDays(5))
                        .statusCode())
                .as("afterwards the deputy may go away, too")
                .isEqualTo(302);
        assertThat(name(HEAD, AWAY, DEPUTY, today.plusDays(5), today.plusDays(6))
                        .body())
                .contains("Choose somebody who is there");
    }

    @ParameterizedTest
    @CsvSource({
        "commerce-zj, commerce-zj, commerce-zj-legal, 0, 1, has not the role",
        "commerce-zj, commerce-zj, commerce-gd, 0, 1, Choose somebody of your agency",
        "commerce-zj, commerce-zj, commerce-zj, 0, 1, Nobody stands in for oneself",
        "commerce-zj, commerce-zj-2, commerce-zj, 0, 1, Only its head names a deputy",
        "commerce-gd-head, commerce-zj, commerce-zj-2, 0, 1, Choose somebody of your agency",
        "commerce-zj, commerce-zj, commerce-zj-2, -1, 1, is over",
        "commerce-zj, commerce-zj, commerce-zj-2, 2, 1, is before the first",
        "commerce-zj, commerce-zj, commerce-zj-2, 0, 400, at most 366 days"
    })
    void whatCannotBeIsRefusedWithASentence(
            String by, String absent, String deputy, int first, int last, String sentence) {
        HttpResponse<String> refused = name(by, absent, deputy, today.plusDays(first), today.plusDays(last));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence);
    }

    @Test
    void nonsenseIsRefusedAndSupervisorsHaveNoDeputies() {
        Map<String, String> nonsense = Map.of(
                "absent", AWAY, "deputy", DEPUTY, "firstDay", "tomorrow", "lastDay", "2026-13-40", "reason", "x");
        assertThat(as(AWAY).post(PAGE, nonsense).body()).contains("“tomorrow” is no day");
        assertThat(as(AWAY).post(PAGE, Map.of("absent", AWAY)).statusCode()).isEqualTo(400);
        assertThat(as(AWAY).postWithoutToken(PAGE, nonsense).statusCode()).isEqualTo(403);
        assertThat(as("supervisor").get(PAGE).statusCode()).isEqualTo(404);
    }
}
