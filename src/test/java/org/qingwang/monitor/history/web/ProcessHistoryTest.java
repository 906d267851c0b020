package org.qingwang.monitor.history.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closed processes and what happened in them. If this fails, a supervisor does not find what was done, or somebody reads
 * what another agency did.
 */
@QingwangTest
class ProcessHistoryTest {

    private static final String KEY = "test-soon-over";
    private static final String WAITING = "test-waiting";

    /** A password takes long to check, on purpose: each person signs in once. */
    private static final Map<String, HttpUser> SIGNED_IN = new HashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Investigator investigator;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private ComplaintService complaints;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void removeWhatWasMade() {
        ClockUtil.reset();
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void aClosedProcessIsFoundByItsNumberItsDaysAndItsEnd() {
        String caseNo = investigator.closed();
        HttpUser supervisor = signedIn("supervisor");
        String closed = ofModel("commerce-investigation") + "/closed";

        List<String> row = rows(supervisor, closed + "?number=" + caseNo).get(0);
        assertThat(row.subList(0, 3)).containsExactly(caseNo, "Commerce (market regulation), Zhejiang", "1");
        assertThat(row.get(6)).isEqualTo("came to its end");
        String beginning = caseNo.substring(0, caseNo.length() - 2).toLowerCase();
        assertThat(numbers(supervisor, closed + "?number=" + beginning)).contains(caseNo);
        assertThat(numbers(supervisor, closed + "?number=" + caseNo + "&state=COMPLETED&from=2020-01-01&to=2099-01-01"))
                .containsExactly(caseNo);
        assertThat(numbers(supervisor, closed + "?number=" + caseNo + "&state=EXTERNALLY_TERMINATED"))
                .isEmpty();
        assertThat(numbers(supervisor, closed + "?number=" + caseNo + "&to=2020-01-01"))
                .isEmpty();
        assertThat(numbers(supervisor, closed + "?number=%25"))
                .as("no wildcard")
                .isEmpty();
        assertThat(supervisor.get(closed + "?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(supervisor.get("/desk/process-history/models/unknown/closed").statusCode())
                .isEqualTo(404);
        assertThat(read(supervisor.get(closed + "?language=zh&number=" + caseNo))
                        .toString())
                .contains("浙江省市场监管部门", "正常结束", "全部导出为CSV");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapAndWithoutRepetition() {
        deploySoonOver();
        Set<String> started = new HashSet<>();
        for (int one = 1; one <= 120; one++) {
            started.add(start("N-" + one));
        }
        String closed = ofModel(KEY) + "/closed";
        HttpUser supervisor = signedIn("supervisor");

        List<String> seen = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode sheet = read(supervisor.get(closed + "?after=" + after));
            column(sheet, 0).forEach(seen::add);
            after = turn(sheet, "Older");
            pages++;
        } while (!after.isEmpty());

        assertThat(pages).isEqualTo(3);
        assertThat(seen).doesNotHaveDuplicates().hasSize(120);
        assertThat(numbers(supervisor, closed + "?after=rubbish")).hasSize(50);
    }

    @Test
    void anOfficerReadsWhatTheOwnAgencyWorkedAndNothingElse() {
        String caseNo = investigator.closed();
        String closed = ofModel("commerce-investigation") + "/closed?number=" + caseNo;
        String run = run(caseNo, "commerce-investigation");

        assertThat(numbers(signedIn("commerce-zj"), closed)).containsExactly(caseNo);
        assertThat(numbers(signedIn("office"), closed)).containsExactly(caseNo);
        assertThat(numbers(signedIn("admin"), closed)).containsExactly(caseNo);
        assertThat(signedIn("commerce-zj").get(RunPage.addressOf(run)).statusCode())
                .isEqualTo(200);
        for (String other : List.of("commerce-gd", "customs-zj", "police-zj-head")) {
            HttpUser stranger = signedIn(other);
            assertThat(numbers(stranger, closed)).as(other).isEmpty();
            assertThat(stranger.get(closed.replace("/closed", "/closed.csv")).body())
                    .as(other)
                    .doesNotContain(caseNo);
            for (String part : List.of("", "/steps")) {
                assertThat(stranger.get(RunPage.addressOf(run) + part).statusCode())
                        .as(other + part)
                        .isEqualTo(404);
            }
        }
        String ofTheCase = run(caseNo, "casefile");
        assertThat(signedIn("commerce-zj").get(RunPage.addressOf(ofTheCase)).statusCode())
                .as("the case's own process belongs to no one agency")
                .isEqualTo(404);
        assertThat(HttpUser.stranger(port).get(closed).statusCode()).isIn(302, 401);
    }

    @Test
    void theFileHoldsAllOfThemSaysSoAndRunsNoFormula() {
        deploySoonOver();
        start("=HYPERLINK(\"http://x\")");
        start("N-2");
        HttpUser supervisor = signedIn("supervisor");
        String file = ofModel(KEY) + "/closed.csv";

        HttpResponse<String> answer = supervisor.get(file);
        supervisor.get(file + "?number=N-2");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body())
                .startsWith("\uFEFF\"Belongs to\",")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "\"N-2\"")
                .endsWith("\"Complete: these are all.\"\r\n");
        assertThat(supervisor.get(file + "?number=N-2&language=zh").body())
                .contains("\"N-2\"", "\"完整：以上为全部。\"")
                .doesNotContain("HYPERLINK");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'process.history-exported'"
                                + " and actor = 'supervisor' and subject_id = ?")
                        .param(KEY)
                        .query(Integer.class)
                        .single())
                .as("who took them along, each time")
                .isEqualTo(3);
    }

    @Test
    void aProcessIsToldStepByStepWithWhoAndHowLong() {
        String caseNo = investigator.closed();
        String run = run(caseNo, "commerce-investigation");

        JsonNode told = read(signedIn("supervisor").get(RunPage.addressOf(run) + "/steps"));

        List<String> check = row(told, "Check lead");
        assertThat(check.get(1)).as("who").isEqualTo("officer.commerce-330000");
        assertThat(check.get(5)).as("what was set").isEqualTo("leadResult: FILE");
        assertThat(row(told, "Decide on filing").get(1)).isEqualTo("head.commerce-330000");
        assertThat(row(told, "Compute lawful fine").get(1)).isEqualTo("the product itself");
        assertThat(told.get("tables").get(1).get("none").asText()).isEqualTo("It never stood still.");
        String page = signedIn("supervisor").get(RunPage.addressOf(run)).body();
        assertThat(page).contains("<svg", "Check lead", "officer.commerce-330000", "/desk/cases/" + caseNo);
        assertThat(signedIn("supervisor")
                        .with("Accept-Language", "zh-CN")
                        .get(RunPage.addressOf(run))
                        .body())
                .contains("逐步经过", "核查线索");
        signedIn("supervisor").with("Accept-Language", "en");
    }

    @Test
    void valuesAreShownToTheAgencyAndToWhoWatchesAcrossAgenciesAlone() {
        String caseNo = investigator.closed();
        String steps = RunPage.addressOf(run(caseNo, "commerce-investigation")) + "/steps";

        for (String reader : List.of("commerce-zj", "commerce-zj-legal", "office")) {
            assertThat(signedIn(reader).get(steps).body()).as(reader).contains("leadResult: FILE", "caseNo: " + caseNo);
        }
        String toAdministrator = signedIn("admin").get(steps).body();
        assertThat(toAdministrator)
                .contains("Check lead", "not shown: it belongs to the agency")
                .doesNotContain("leadResult", "FILE");
    }

    @Test
    void theHeatMapCountsWhatWasDoneAndWhatWaits() {
        String model = deployWaiting();
        List<String> runs = new ArrayList<>();
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ClockUtil.setCurrentTime(Date.from(begin));
        for (int one = 1; one <= 4; one++) {
            runs.add(runtime.startProcessInstanceByKey(WAITING, "W-" + one).getId());
        }
        // Three of four ask for 1, 2 and 6 hours: half of them took two hours, one still waits.
        for (int one = 0; one < 3; one++) {
            ClockUtil.setCurrentTime(
                    Date.from(begin.plus(Duration.ofHours(List.of(1, 2, 6).get(one)))));
            tasks.complete(tasks.createTaskQuery()
                    .processInstanceId(runs.get(one))
                    .singleResult()
                    .getId());
        }
        ClockUtil.setCurrentTime(Date.from(begin.plus(Duration.ofDays(1))));

        JsonNode heat = read(signedIn("supervisor").get(model + "/heat"));

        assertThat(heat.get("says").get(0).asText())
                .isEqualTo("“Ask” holds processes longest: half of them more than 2 h 0 min. Waiting there now: 1.");
        assertThat(row(heat, "Ask")).containsExactly("Ask", "4", "3", "2 h 0 min", "6 h 0 min", "1", "5");
        JsonNode mark = heat.get("marks").get(0);
        assertThat(mark.get("step").asText()).isEqualTo("Task_ask");
        assertThat(mark.get("bottleneck").asBoolean()).isTrue();
        assertThat(mark.get("badge").asText()).isEqualTo("4× · 2 h");
        JsonNode again = read(signedIn("supervisor").get(model + "/heat?days=rubbish"));
        assertThat(again).as("counted once in five minutes").isEqualTo(heat);
        ClockUtil.setCurrentTime(Date.from(begin.plus(Duration.ofDays(40))));
        JsonNode later = read(signedIn("supervisor").get(model + "/heat?days=30"));
        assertThat(row(later, "Ask")).containsExactly("Ask", "0", "0", "–", "–", "1", "–");
        JsonNode toAnOfficer = read(signedIn("commerce-zj").get(model + "/heat?days=365"));
        assertThat(toAnOfficer.get("tables").get(0).get("rows"))
                .as("of no agency, so not an officer's")
                .isEmpty();
    }

    @Test
    void theHeatMapOfOneAgencyCountsItsWorkAlone() {
        String heat = deployWaiting() + "/heat?of=";
        for (String jurisdiction : List.of("commerce-330000", "commerce-330000", "customs-330000")) {
            runtime.startProcessInstanceByKey(WAITING, "W-6", Map.of("jurisdiction", jurisdiction));
        }

        JsonNode all = read(signedIn("supervisor").get(heat));
        JsonNode ofCommerce = read(signedIn("supervisor").get(heat + "commerce-330000"));

        assertThat(row(all, "Ask").get(1)).isEqualTo("3");
        assertThat(row(ofCommerce, "Ask").get(1)).isEqualTo("2");
        assertThat(ofCommerce.get("says").get(0).asText())
                .isEqualTo("What Commerce (market regulation), Zhejiang works, and nothing else.");
        assertThat(ofCommerce.get("form").get("fields").get(1).get("value").asText())
                .isEqualTo("commerce-330000");
        assertThat(row(read(signedIn("customs-zj").get(heat + "customs-330000")), "Ask")
                        .get(1))
                .isEqualTo("1");
        assertThat(read(signedIn("customs-zj").get(heat)).get("form").get("fields"))
                .as("who has one agency chooses none")
                .hasSize(1);
        for (String other : List.of("commerce-330000", "customs-440000")) {
            assertThat(signedIn("customs-zj").get(heat + other).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        for (String nonsense : List.of("bakers-330000", "customs-1", "%27%20or%201=1")) {
            assertThat(signedIn("supervisor").get(heat + nonsense).statusCode())
                    .as(nonsense)
                    .isEqualTo(404);
        }
    }

    @Test
    void decisionsAreToldWithTheRuleThatFired() {
        String caseNo = investigator.closed();
        String run = run(caseNo, "casefile");

        List<String> decision = rows(signedIn("supervisor"), RunPage.addressOf(run) + "/decisions")
                .get(0);

        assertThat(decision.get(0)).isEqualTo("Competence");
        assertThat(decision.get(1)).isEqualTo(caseNo);
        assertThat(decision.get(3))
                .contains("Has an agency declined? no", "Agency of intake: Commerce (market regulation)");
        assertThat(decision.get(4)).matches("(?s)Rule_\\w+\n.+\n.+");
        assertThat(decision.get(5)).contains("Lead agency: Commerce (market regulation)");
        List<String> toAdministrator =
                rows(signedIn("admin"), RunPage.addressOf(run) + "/decisions").get(0);
        assertThat(toAdministrator.get(3)).isEqualTo("not shown: it belongs to the agency");
        assertThat(toAdministrator.get(5)).isEqualTo("not shown: it belongs to the agency");
        assertThat(toAdministrator.get(4)).matches("Rule_\\w+");
    }

    @Test
    void decisionsOfAModelAreThoseOfTheReadersAgency() {
        String receiptNo = complaints
                .file(new SampleComplaint().build(), Jurisdiction.parse("commerce-330000"), null)
                .receiptNo();
        jobs.createJobQuery().processInstanceId(run(receiptNo, "complaint")).list().stream()
                .filter(job -> job.getDuedate() == null)
                .forEach(job -> jobs.executeJob(job.getId()));
        String decisions = ofModel("complaint") + "/decisions";

        assertThat(read(signedIn("commerce-zj").get(decisions)).toString())
                .contains(receiptNo, "Complaint screening", "What is claimed: ");
        assertThat(read(signedIn("commerce-gd").get(decisions)).toString()).doesNotContain(receiptNo);
        assertThat(read(signedIn("supervisor").get(decisions + "?language=zh")).toString())
                .contains(receiptNo, "投诉举报审查", "投诉事由：");
    }

    @Test
    void whatPeopleDidToAProcessIsInTheLogOncePerAct() {
        deployWaiting();
        String run = runtime.startProcessInstanceByKey(WAITING, "W-5").getId();
        String task =
                tasks.createTaskQuery().processInstanceId(run).singleResult().getId();
        HttpUser supervisor = signedIn("supervisor");
        supervisor.enginePut("/process-instance/" + run + "/suspended", "{\"suspended\":true}");
        supervisor.enginePut("/process-instance/" + run + "/suspended", "{\"suspended\":false}");

        List<List<String>> told = rows(supervisor, RunPage.addressOf(run) + "/operations");

        assertThat(told).extracting(row -> row.get(0)).containsExactly("Process resumed", "Process suspended");
        assertThat(told.get(0).get(1)).isEqualTo(nameOf("supervisor"));
        assertThat(told.get(0).get(4)).isEqualTo("State: – → running");
        assertThat(rows(supervisor, ofModel(WAITING) + "/operations")).hasSize(2);
        assertThat(rows(signedIn("commerce-zj"), ofModel(WAITING) + "/operations"))
                .as("of no agency, so not an officer's")
                .isEmpty();
        for (String part : List.of("/operations", "/decisions")) {
            assertThat(signedIn("commerce-zj")
                            .get(RunPage.addressOf(run) + part)
                            .statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "..%2f..", "'%20or%201=1--", "%3Cscript%3E"})
    void whatDoesNotExistIsNotThere(String id) {
        assertThat(signedIn("supervisor").get("/desk/process-history/" + id).statusCode())
                .isIn(400, 404);
    }

    private HttpUser signedIn(String account) {
        return SIGNED_IN.computeIfAbsent(account, name -> HttpUser.signedIn(port, name));
    }

    private String ofModel(String key) {
        return "/desk/process-history/models/"
                + repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                        .getId();
    }

    private String run(String number, String key) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(key)
                .singleResult()
                .getId();
    }

    private void deploySoonOver() {
        deployments.add(repository
                .createDeployment()
                .name(KEY + UUID.randomUUID())
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .name("Soon over · 即结")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent("Start")
                                .endEvent("End")
                                .done())
                .deploy()
                .getId());
    }

    private String deployWaiting() {
        deployments.add(repository
                .createDeployment()
                .name(WAITING + UUID.randomUUID())
                .addModelInstance(
                        WAITING + ".bpmn",
                        Bpmn.createExecutableProcess(WAITING)
                                .name("Waiting · 等待")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent("Start")
                                .userTask("Task_ask")
                                .name("Ask")
                                .endEvent("End")
                                .done())
                .deploy()
                .getId());
        return ofModel(WAITING);
    }

    private String nameOf(String account) {
        return jdbc.sql("select name from officer where id = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private String start(String number) {
        return runtime.startProcessInstanceByKey(KEY, number).getId();
    }

    private static List<String> row(JsonNode sheet, String head) {
        for (JsonNode row : sheet.get("tables").get(0).get("rows")) {
            if (row.get(0).get("text").asText().equals(head)) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.get("text").asText()));
                return cells;
            }
        }
        throw new AssertionError("no step " + head + " in " + sheet);
    }

    private static List<List<String>> rows(HttpUser reader, String address) {
        List<List<String>> rows = new ArrayList<>();
        read(reader.get(address)).get("tables").get(0).get("rows").forEach(row -> {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.get("text").asText()));
            rows.add(cells);
        });
        return rows;
    }

    private static List<String> numbers(HttpUser reader, String address) {
        return column(read(reader.get(address)), 0);
    }

    private static List<String> column(JsonNode sheet, int column) {
        List<String> cells = new ArrayList<>();
        sheet.get("tables")
                .get(0)
                .get("rows")
                .forEach(row -> cells.add(row.get(column).get("text").asText()));
        return cells;
    }

    /** Where a page to turn to begins; empty if there is none. */
    private static String turn(JsonNode sheet, String words) {
        for (JsonNode turn : sheet.get("turns")) {
            if (turn.get("text").asText().equals(words)) {
                return turn.get("after").asText();
            }
        }
        return "";
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
