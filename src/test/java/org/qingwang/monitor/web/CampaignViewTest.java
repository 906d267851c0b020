package org.qingwang.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.process.Campaigning;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.monitor.Monitor;
import org.qingwang.monitor.process.StuckMails;
import org.qingwang.pledge.process.Pledger;
import org.qingwang.supervision.process.Supervising;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The view of campaigns on Cockpit's dashboard. If this fails, a supervisor is told a wrong figure, cannot get from it to
 * what it counts or to what mends it, or somebody else reads across agencies.
 */
@QingwangTest
class CampaignViewTest {

    private static final String VIEW = "/desk/campaign-view";
    private static final String CLOCK = "campaign.key-task";

    /** An agency no other test works for. */
    private static final Jurisdiction NINGXIA = Jurisdiction.parse("customs-640000");

    private static final String KEY = "test-standing-still";
    private static final String PAGE = "/desk/incidents/" + KEY + "/Task_ask";

    /** A password takes long to check, on purpose: each person signs in once. */
    private static final Map<String, HttpUser> SIGNED_IN = new HashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Campaigning campaigning;

    @Autowired
    private Supervising supervising;

    @Autowired
    private Pledger pledger;

    @Autowired
    private StatutoryClocks clocks;

    @Autowired
    private Monitor monitor;

    @Autowired
    private StuckMails stuck;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    private final String own = "test " + UUID.randomUUID();
    private final List<String> subjects = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void countAnew() {
        monitor.forget();
    }

    @AfterEach
    void removeWhatWasMade() {
        ClockUtil.reset();
        subjects.forEach(subject -> clocks.stopAll(subject, "test"));
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        stuck.remove();
        monitor.forget();
    }

    @Test
    void aCampaignIsMeasuredByItsPlan() {
        Map<String, Object> plan = campaigning.plan();
        plan.put("goods", "Goods of " + own);
        String campaignNo = campaigning.running(plan);

        Awaitility.await().untilAsserted(() -> {
            List<JsonNode> row = row(signedIn("supervisor"), "campaigns", "/desk/campaigns/" + campaignNo);
            assertThat(texts(row)).containsExactly("Clean net", "0 %", "0 of 1", "0", "2 of 2", "0", "0 of 0");
        });
    }

    @Test
    void theCasesOfACampaignAreCountedBesideWhoLooksAndOpenTheirLists() {
        Map<String, Object> plan = campaigning.plan();
        plan.put("goods", "Goods of " + own);
        String list = "/desk/campaigns/" + campaigning.running(plan) + "/cases";
        HttpUser supervisor = signedIn("supervisor");
        Awaitility.await()
                .untilAsserted(() -> assertThat(cell(supervisor, list)).isEqualTo("0"));

        assertThat(cell(supervisor, list + "?kind=CLOSED")).isEqualTo("0 of 0");
        assertThat(supervisor.get(list).statusCode()).isEqualTo(200);
        assertThat(supervisor.get(list + "?kind=CLOSED").statusCode()).isEqualTo(200);
        assertThat(read(supervisor.get(VIEW)).get("counted").asText()).contains("the cases of campaigns at");
        assertThat(read(signedIn("admin").get(VIEW)).get("counted").asText()).doesNotContain("campaigns");
    }

    private String cell(HttpUser reader, String link) {
        return row(reader, "campaigns", link).stream()
                .filter(one -> one.get("link").asText().equals(link))
                .map(one -> one.get("text").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsOpenIsCountedOnceAndOpensTheListItCounts() {
        HttpUser supervisor = signedIn("supervisor");
        Map<String, Integer> before = figures(supervisor);

        supervising.put();
        supervising.assigned();
        pledger.invited();
        assertThat(figures(supervisor))
                .as("within half a minute nothing is counted again, however many watch")
                .isEqualTo(before);
        ClockUtil.offset(Duration.ofSeconds(31).toMillis());
        Map<String, Integer> after = figures(supervisor);

        String inHand = "/desk/cases?status=IN_HAND&lead=commerce&region=330000";
        assertThat(after.get(inHand) - before.getOrDefault(inHand, 0)).isEqualTo(2);
        assertThat(after.get("/desk/supervised") - before.get("/desk/supervised"))
                .isEqualTo(1);
        assertThat(after.get("/desk/pledges?stage=INVITED") - before.get("/desk/pledges?stage=INVITED"))
                .isEqualTo(1);
        after.keySet().stream()
                .filter(list -> list.startsWith("/desk"))
                .map(list -> list.replaceFirst("#.*", ""))
                .distinct()
                .forEach(list ->
                        assertThat(supervisor.get(list).statusCode()).as(list).isEqualTo(200));
    }

    @Test
    void clocksMissedAndSoonDueAreCountedByAgencyAndRegion() {
        String missed = started(2);
        String soon = started(8);
        String later = started(40);
        ClockUtil.offset(Duration.ofDays(4).toMillis());
        HttpUser supervisor = signedIn("supervisor");

        List<JsonNode> row = row(supervisor, "clocks", "/desk/clocks?of=customs-640000");

        assertThat(texts(row)).containsExactly("Customs, Ningxia", "1", "1");
        assertThat(supervisor.get("/desk/clocks?of=customs-640000").body())
                .contains(missed)
                .doesNotContain(soon, later);
        assertThat(supervisor.get("/desk/clocks?of=customs-640000&soon=true").body())
                .contains(soon)
                .doesNotContain(missed, later);
        assertThat(supervisor.get("/desk/clocks").body()).contains("Clocks missed");
        assertThat(supervisor.get("/desk/clocks?of=nobody&soon=true").body()).doesNotContain(soon);
        for (String unknown : List.of("customs-1", "bakers-640000", "%27%20or%201=1")) {
            assertThat(supervisor.get("/desk/clocks?of=" + unknown).statusCode())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }

    @Test
    void whatStandsStillIsSaidInWordsAndTriedAgainAllAtOnce() {
        standStill(2);
        HttpUser supervisor = signedIn("supervisor");

        assertThat(texts(row(supervisor, "incidents", PAGE)).get(0))
                .isEqualTo("2 of the process “Neighbours” stand still at “Ask the neighbour”.");
        assertThat(supervisor.get(PAGE).body()).contains("a neighbour does not answer", own + " 1", own + " 2");
        HttpResponse<String> withoutReason = supervisor.post(PAGE, Map.of("reason", " "));
        assertThat(withoutReason.statusCode()).isEqualTo(400);
        assertThat(withoutReason.body()).contains("Say why they can be tried again now");

        assertThat(supervisor.post(PAGE, Map.of("reason", "The line is mended")).body())
                .contains("2 steps are tried again.");
        assertThat(supervisor.post(PAGE, Map.of("reason", "The line is mended")).body())
                .contains("Nothing was left to try again.");

        assertThat(failed()).isEmpty();
        assertThat(figures(supervisor)).doesNotContainKey(PAGE);
        assertThat(jdbc.sql("select actor || ': ' || reason || ', ' || (after ->> 'count') from audit_entry"
                                + " where action = 'engine.incidents-retried' and subject_id = ?")
                        .param(KEY)
                        .query(String.class)
                        .list())
                .containsOnlyOnce("supervisor: The line is mended, 2");
        assertThat(jdbc.sql("select subject_id from audit_entry where action = 'engine.job-retried'"
                                + " and reason = 'The line is mended' and subject_id like ? || ' %'")
                        .param(own)
                        .query(String.class)
                        .list())
                .as("who looks at one of them reads why, too")
                .containsExactlyInAnyOrder(own + " 1", own + " 2");
    }

    @Test
    void mailsThatWereRefusedAreCountedByWhatTheySay() {
        stuck.invitation();
        stuck.invitation();
        HttpUser administrator = signedIn("admin");

        assertThat(texts(row(administrator, "incidents", StuckMails.INVITATIONS))
                        .get(0))
                .isEqualTo("The mail server refused 2 invitations to a pledge.");
        JsonNode inChinese = read(administrator.get(VIEW + "?language=zh"));
        assertThat(inChinese.toString()).contains("邮件服务器拒收承诺邀请2封。");
        assertThat(administrator.get(StuckMails.INVITATIONS).body()).contains("/desk/outbox/");
        assertThat(administrator
                        .post(StuckMails.INVITATIONS, Map.of("reason", "Server is back"))
                        .body())
                .contains("2 steps are tried again.");
    }

    @Test
    void onlyWhoWatchesAcrossAgenciesReadsIt() {
        standStill(1);
        HttpResponse<String> stranger = HttpUser.stranger(port).get(VIEW);
        assertThat(stranger.statusCode()).isIn(302, 401);
        assertThat(stranger.body()).doesNotContain("Supervised");
        for (String account : List.of("commerce-zj", "commerce-zj-head", "commerce-zj-legal")) {
            HttpUser officer = signedIn(account);
            HttpResponse<String> answer = officer.get(VIEW);
            assertThat(answer.statusCode()).as(account).isEqualTo(204);
            assertThat(answer.body()).as(account).isEmpty();
            assertThat(officer.get("/desk/incidents").statusCode()).as(account).isEqualTo(404);
            assertThat(officer.get(PAGE).statusCode()).as(account).isEqualTo(404);
            assertThat(officer.post(PAGE, Map.of("reason", "Because")).statusCode())
                    .as(account)
                    .isEqualTo(404);
            assertThat(officer.get("/desk/clocks").statusCode()).as(account).isEqualTo(404);
            assertThat(officer.get("/desk/clocks?of=customs-640000").statusCode())
                    .as(account)
                    .isEqualTo(404);
        }
        assertThat(signedIn("commerce-zj")
                        .get("/desk/clocks?of=commerce-330000")
                        .statusCode())
                .as("an agency's own clocks are its business")
                .isEqualTo(200);

        HttpUser office = signedIn("office");
        assertThat(office.get(PAGE).body())
                .contains("A supervisor or an administrator")
                .doesNotContain("<textarea");
        assertThat(office.post(PAGE, Map.of("reason", "Because")).statusCode()).isEqualTo(404);
        assertThat(failed()).hasSize(1);
        assertThat(ids(office)).containsExactly("campaigns", "incidents", "clocks", "cases", "followed", "steps");
        assertThat(ids(signedIn("admin")))
                .as("an administrator looks after the engine and reads no campaign")
                .containsExactly("incidents");
    }

    private HttpUser signedIn(String account) {
        return SIGNED_IN.computeIfAbsent(account, name -> HttpUser.signedIn(port, name));
    }

    private String started(int days) {
        String subject = own + " in " + days + " days";
        subjects.add(subject);
        clocks.start(ClockStart.of(subject, CLOCK).by(NINGXIA).lasting(days));
        return subject;
    }

    private void standStill(int count) {
        deployments.add(repository
                .createDeployment()
                .name(KEY)
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .name("Neighbours")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent("Start")
                                .serviceTask("Task_ask")
                                .name("Ask the neighbour")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${failureProbe}")
                                .endEvent("End")
                                .done())
                .deploy()
                .getId());
        for (int one = 1; one <= count; one++) {
            String job =
                    job(runtime.startProcessInstanceByKey(KEY, own + " " + one).getId());
            assertThatThrownBy(() -> management.executeJob(job));
            management.setJobRetries(job, 0);
        }
    }

    private String job(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private List<Job> failed() {
        return management
                .createJobQuery()
                .processDefinitionKey(KEY)
                .noRetriesLeft()
                .list();
    }

    private List<String> ids(HttpUser reader) {
        List<String> ids = new ArrayList<>();
        read(reader.get(VIEW))
                .get("tables")
                .forEach(table -> ids.add(table.get("id").asText()));
        return ids;
    }

    /** Every figure that can be added, by the address it opens. */
    private Map<String, Integer> figures(HttpUser reader) {
        Map<String, Integer> figures = new HashMap<>();
        read(reader.get(VIEW))
                .get("tables")
                .forEach(table -> table.get("rows")
                        .forEach(row -> row.forEach(cell -> {
                            if (!cell.get("link").isNull()) {
                                String text = cell.get("text").asText();
                                figures.put(
                                        cell.get("link").asText(), text.matches("\\d+") ? Integer.parseInt(text) : 0);
                            }
                        })));
        return figures;
    }

    /** The row of a table with a cell that leads there. */
    private List<JsonNode> row(HttpUser reader, String table, String address) {
        for (JsonNode one : read(reader.get(VIEW)).get("tables")) {
            for (JsonNode row : one.get("rows")) {
                List<JsonNode> cells = new ArrayList<>();
                row.forEach(cells::add);
                if (one.get("id").asText().equals(table)
                        && cells.stream()
                                .anyMatch(cell -> cell.get("link").asText().equals(address))) {
                    return cells;
                }
            }
        }
        throw new AssertionError("no row in " + table + " leads to " + address);
    }

    private static List<String> texts(List<JsonNode> cells) {
        return cells.stream().map(cell -> cell.get("text").asText()).toList();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
