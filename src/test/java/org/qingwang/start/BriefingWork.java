package org.qingwang.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.HttpUser;

/**
 * A campaign of one agency, launched three weeks ago and entered today, so that it reports on two weeks that are over at
 * once: in the requests of Tasklist and of the desk, by all who have to act in it.
 */
final class BriefingWork {

    /** Who is sent each briefing. */
    static final int RECIPIENTS = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseWork tasks = new CaseWork();
    private final Books books;
    private final HttpUser office;
    private final HttpUser supervisor;
    private final HttpUser head;
    private final HttpUser liaison;

    BriefingWork(URI address, Books books) {
        this.books = books;
        office = HttpUser.signedIn(address.getPort(), "office");
        supervisor = HttpUser.signedIn(address.getPort(), "supervisor");
        head = HttpUser.signedIn(address.getPort(), "commerce-zj-head");
        liaison = HttpUser.signedIn(address.getPort(), "commerce-zj");
    }

    HttpUser office() {
        return office;
    }

    /** Takes the campaign to where its agency is asked for the returns of the weeks that are over. */
    void launchCampaign() throws JsonProcessingException {
        LocalDate first = LocalDate.now(WorkingCalendar.ZONE).minusDays(20);
        String started = office.enginePost(
                        "/process-definition/key/campaign/submit-form",
                        JSON.writeValueAsString(CaseWork.variables(plan(first))))
                .body();
        assertThat(started).contains("\"id\"");
        complete(supervisor, "supervisor", "Task_ApprovePlan", Map.of("decision", "APPROVE"));
        complete(
                head,
                "commerce-zj-head",
                "Task_NameLiaison",
                Map.of("liaison", "commerce-zj", "telephone", "0571 1234", "confirmed", true));
        String recipients = IntStream.rangeClosed(1, RECIPIENTS)
                .mapToObj(number -> "desk" + number + "@province.example")
                .collect(Collectors.joining("\n"));
        assertThat(office.post("/desk/campaigns/" + books.campaign() + "/indicators", Map.of("recipients", recipients))
                        .statusCode())
                .isEqualTo(302);
        complete(
                office,
                "office",
                "Task_Launch",
                Map.of(
                        "day",
                        first.toString(),
                        "agenda",
                        "Who does what",
                        "attendees",
                        "All agencies",
                        "minutes",
                        "Agreed."));
    }

    private static Map<String, Object> plan(LocalDate first) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("name", "Clean net");
        plan.put("nameZh", "清网行动");
        plan.put("documentNo", "2026-1");
        plan.put("legalBasis", "E-Commerce Law");
        plan.put("firstDay", first.toString());
        plan.put("lastDay", first.plusDays(60).toString());
        plan.put("goods", "");
        plan.put("platforms", "");
        plan.put("agencies", List.of("COMMERCE"));
        plan.put("regions", List.of("330000"));
        plan.put("phases", List.of());
        plan.put("tasks", List.of());
        plan.put("supervisionCriteria", "Large cases");
        plan.put("indicatorSet", "weekly-2011");
        plan.put("returnsOn", first.getDayOfWeek().name());
        return plan;
    }

    /** Sends the return for a briefing: there was nothing to report. */
    void sendReturn(String briefingNo) {
        complete(
                liaison,
                "commerce-zj",
                "Task_SendReturn",
                "&processInstanceBusinessKey=" + briefingNo + "-commerce-330000",
                Map.of("report", "NOTHING"));
    }

    /** Drafts what is compiled. */
    void draft() {
        complete(office, "office", "Task_Draft", Map.of("ready", true));
    }

    /** Lets the draft be published. */
    void review() {
        complete(supervisor, "supervisor", "Task_Review", Map.of("decision", "APPROVE"));
    }

    private void complete(HttpUser person, String account, String kind, Map<String, ?> form) {
        complete(person, account, kind, "", form);
    }

    /** A task that is not there yet is awaited. */
    private void complete(HttpUser person, String account, String kind, String narrowed, Map<String, ?> form) {
        int before = tasks.completed().size();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    tasks.complete(person, account, kind, narrowed, form);
                    return tasks.completed().size() > before;
                });
    }
}
