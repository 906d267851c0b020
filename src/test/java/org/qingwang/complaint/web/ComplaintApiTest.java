package org.qingwang.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.api.ApiAllowance;
import org.qingwang.api.ApiKeyService;
import org.qingwang.api.Scope;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.intake.ImportSteps;
import org.qingwang.mediation.process.Mediator;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another system can do with a key over HTTP, and what nobody can do without one. */
@QingwangTest
class ComplaintApiTest {

    private static final Actor ADMINISTRATOR = new Actor("admin", "Administrator", null, Set.of(Actor.ADMIN_GROUP));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMPLAINTS = "/api/v1/complaints";
    private static final String IMPORT = "/api/v1/complaints/import";

    @LocalServerPort
    private int port;

    @Autowired
    private ApiKeyService keys;

    @Autowired
    private ApiAllowance allowance;

    @Autowired
    private ImportSteps imports;

    @Autowired
    private Mediator mediator;

    @Autowired
    private ComplaintService complaints;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    private final String keyName = "sys-" + UUID.randomUUID().toString().substring(0, 8);
    private ApiUser system;

    @BeforeEach
    void giveAKey() {
        system = new ApiUser(port, newKey(keyName, Set.of(Scope.COMPLAINTS_FILE, Scope.COMPLAINTS_IMPORT)));
    }

    @Test
    void aComplaintIsFiledAndFollowedByItsSecretOrItsKey() throws IOException {
        HttpResponse<String> filed = system.postJson(COMPLAINTS, complaint("a"));
        assertThat(filed.statusCode()).isEqualTo(201);
        JsonNode receipt = JSON.readTree(filed.body());
        String path = COMPLAINTS + "/" + receipt.get("receiptNo").asText();
        assertThat(filed.headers().firstValue("Location")).contains(path);

        assertThat(JSON.readTree(system.get(path).body()).get("listings").get(0).asText())
                .isEqualTo("https://shop-" + keyName + "-a.example/p?id=1");
        ApiUser stranger = new ApiUser(port, null);
        assertThat(stranger.get(path, "Receipt-Secret", receipt.get("secret").asText())
                        .statusCode())
                .isEqualTo(200);
        assertThat(stranger.get(path, "Receipt-Secret", "AAAA-AAAA-AAAA-AAAA-AAAA")
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        ApiUser neighbour = new ApiUser(port, newKey(keyName + "-n", Set.of(Scope.COMPLAINTS_FILE)));
        assertThat(neighbour.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aConsumerReadsWhereTheDisputeStands() throws IOException {
        ApiUser stranger = new ApiUser(port, null);
        for (Map.Entry<String, String> expected : Map.of(
                        mediator.split(), "RECEIVED",
                        mediator.accepted(), "IN_MEDIATION",
                        mediator.refused(), "REFUSED",
                        mediator.closed(), "AGREED")
                .entrySet()) {
            String secret = asAdministrator(
                    () -> complaints.renewSecret(expected.getKey()).secret().orElseThrow());
            HttpResponse<String> answer = stranger.get(COMPLAINTS + "/" + expected.getKey(), "Receipt-Secret", secret);
            assertThat(JSON.readTree(answer.body()).get("dispute").asText()).isEqualTo(expected.getValue());
        }
    }

    /** Taken for a repetition, it would be the dispute that gets lost. */
    @Test
    void aPaperThatAsksForMoreThanTheLastIsAnotherOne() throws IOException {
        String lead = complaint("d").replace("RIGHTS_HOLDER", "CONSUMER");
        String dispute = lead.replace("\"goods\"", "\"demand\": \"Refund of the price\", \"goods\"");
        assertThat(system.postJson(COMPLAINTS, lead).statusCode()).isEqualTo(201);
        assertThat(system.postJson(COMPLAINTS, dispute).statusCode()).isEqualTo(201);
        assertThat(system.postJson(COMPLAINTS, dispute).statusCode()).isEqualTo(200);
        HttpResponse<String> holders = system.postJson(COMPLAINTS, dispute.replace("CONSUMER", "RIGHTS_HOLDER"));
        assertThat(holders.statusCode()).isEqualTo(400);
        assertThat(holders.body()).contains("Only a consumer");
    }

    @Test
    void aWrongNumberAndAWrongSecretAreAnsweredAlikeSoNobodyFindsOutWhichExist() throws IOException {
        JsonNode receipt =
                JSON.readTree(system.postJson(COMPLAINTS, complaint("b")).body());
        ApiUser stranger = new ApiUser(port, null);
        JsonNode wrongSecret = JSON.readTree(
                stranger.get(COMPLAINTS + "/" + receipt.get("receiptNo").asText(), "Receipt-Secret", "WRONG")
                        .body());
        JsonNode wrongNumber =
                JSON.readTree(stranger.get(COMPLAINTS + "/TS-20261122-AAAAAAAA", "Receipt-Secret", "WRONG")
                        .body());
        assertThat(wrongSecret.get("detail")).isEqualTo(wrongNumber.get("detail"));
        assertThat(wrongSecret.get("status")).isEqualTo(wrongNumber.get("status"));
    }

    @Test
    void aRequestSentAgainGetsTheFirstAnswer() throws IOException {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = system.postJson(COMPLAINTS, complaint("c"), "Idempotency-Key", key);
        HttpResponse<String> again = system.postJson(COMPLAINTS, complaint("c"), "Idempotency-Key", key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body())
                .as("whoever lost the answer has no other way to the secret")
                .isEqualTo(first.body());
        assertThat(follow(again)).isEqualTo(200);

        HttpResponse<String> other = system.postJson(COMPLAINTS, complaint("d"), "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void aSecondComplainantWithTheSameWordsGetsAReceiptOfTheirOwn() throws IOException {
        HttpResponse<String> first = system.postJson(COMPLAINTS, complaint("g"), "Idempotency-Key", "g-1");
        HttpResponse<String> second = system.postJson(COMPLAINTS, complaint("g"), "Idempotency-Key", "g-2");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(receiptNo(second)).isNotEqualTo(receiptNo(first));
        assertThat(secret(second)).isNotEqualTo(secret(first));
        assertThat(follow(first)).isEqualTo(200);
        assertThat(follow(second)).isEqualTo(200);
    }

    @Test
    void withoutANameForTheRequestTheSameComplainantsWordsAreTheSameComplaint() throws IOException {
        HttpResponse<String> first = system.postJson(COMPLAINTS, complaint("h"));
        HttpResponse<String> again = system.postJson(COMPLAINTS, complaint("h"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(receiptNo(again)).isEqualTo(receiptNo(first));
        assertThat(JSON.readTree(again.body()).has("secret")).isFalse();
    }

    @Test
    void twoWhoDoNotGiveTheirNamesAreTwo() throws IOException {
        String anonymous = """
                {"receivedOn": "2026-10-01", "complainantType": "ANONYMOUS", "right": "YUNHE",
                 "listingUrls": ["https://shop-%s-anonymous.example/p?id=1"], "goods": "bags"}
                """.formatted(keyName);
        HttpResponse<String> first = system.postJson(COMPLAINTS, anonymous);
        HttpResponse<String> second = system.postJson(COMPLAINTS, anonymous);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(receiptNo(second)).isNotEqualTo(receiptNo(first));
        assertThat(follow(second)).isEqualTo(200);
    }

    @Test
    void anotherSystemDoesNotLearnTheSecretByTheSameNameForItsRequest() throws IOException {
        HttpResponse<String> ours = system.postJson(COMPLAINTS, complaint("i"), "Idempotency-Key", "i-1");
        ApiUser neighbour = new ApiUser(port, newKey(keyName + "-n", Set.of(Scope.COMPLAINTS_FILE)));
        HttpResponse<String> theirs = neighbour.postJson(COMPLAINTS, complaint("i"), "Idempotency-Key", "i-1");
        assertThat(receiptNo(theirs)).isNotEqualTo(receiptNo(ours));
        assertThat(secret(theirs)).isNotEqualTo(secret(ours));
    }

    /** With a key of another system: what strangers may ask in a minute is shared by all tests. */
    private int follow(HttpResponse<String> filed) throws IOException {
        String name = "by-" + UUID.randomUUID().toString().substring(0, 8);
        return new ApiUser(port, newKey(name, Set.of(Scope.COMPLAINTS_FILE)))
                .get(COMPLAINTS + "/" + receiptNo(filed), "Receipt-Secret", secret(filed))
                .statusCode();
    }

    private static String secret(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).get("secret").asText();
    }

    @Test
    void everyFieldAtFaultIsToldAtOnceInTheLanguageAskedFor() throws IOException {
        String json = """
                {"complainantName": "%s", "listingUrls": ["https://a.example/1", "javascript:alert(1)"],
                 "sellerRegion": "Atlantis", "currency": "USD", "quantity": -1}
                """.formatted("x".repeat(201));
        HttpResponse<String> english = system.postJson(COMPLAINTS, json, "Accept-Language", "en");
        assertThat(english.statusCode()).isEqualTo(400);
        assertThat(english.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(fields(english))
                .containsExactlyInAnyOrder(
                        "complainantName", "complainantType", "currency", "listingUrls[1]", "quantity", "sellerRegion");
        assertThat(english.body()).contains("Convert the unit price and write CNY");
        HttpResponse<String> chinese = system.postJson(COMPLAINTS, json, "Accept-Language", "zh-CN");
        assertThat(chinese.body()).contains("请换算单价并填写 CNY").contains("此项缺失，请填写").contains("请求内容需要修改");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"complainantTyp\": \"AGENT\"} | complainantTyp",
                "{\"complainantType\": \"FRIEND\"} | complainantType",
                "{\"complainantType\": 1} | complainantType",
                "{\"receivedOn\": \"2026-02-30\"} | receivedOn",
                "{\"listingUrls\": \"https://a.example\"} | listingUrls",
                "{\"unitPrice\": \"many\"} | unitPrice",
                "{\"goods\": {\"a\": 1}} | goods",
                "{\"goods\": \"a\", \"goods\": \"b\"} | ''",
                "[] | ''",
                "null | ''",
                "{ | ''",
                "hello | ''"
            })
    void whatIsNotAsDescribedIsRefusedAndNamesItsProperty(String json, String field) throws IOException {
        HttpResponse<String> refused = system.postJson(COMPLAINTS, json);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(field);
    }

    @Test
    void withoutAValidKeyNothingIsAnswered() {
        String revoked = newKey(keyName + "-r", Set.of(Scope.COMPLAINTS_FILE));
        asAdministrator(() -> {
            keys.revoke(keyName + "-r");
            keys.revoke(keyName + "-r");
            return null;
        });
        String expired = newKey(keyName + "-e", Set.of(Scope.COMPLAINTS_FILE));
        jdbc.sql("update api_key set expires_at = created_at where name = :name")
                .param("name", keyName + "-e")
                .update();
        String wrong = "qw_" + "A".repeat(43);
        for (String key : new String[] {null, revoked, expired, wrong, "", "qw_' or 1=1--", "x".repeat(5000)}) {
            HttpResponse<String> refused = new ApiUser(port, key).postJson(COMPLAINTS, complaint("e"));
            assertThat(refused.statusCode()).as("key %s", key).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(refused.body()).contains("urn:qingwang:problem:key");
        }
    }

    @Test
    void aKeyDoesOnlyWhatItsScopesSay() {
        ApiUser importer = new ApiUser(port, newKey(keyName + "-i", Set.of(Scope.COMPLAINTS_IMPORT)));
        assertThat(importer.postJson(COMPLAINTS, complaint("f")).statusCode()).isEqualTo(403);
        ApiUser filer = new ApiUser(port, newKey(keyName + "-f", Set.of(Scope.COMPLAINTS_FILE)));
        assertThat(filer.postCsv(IMPORT, "a".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(403);
        assertThat(filer.get(IMPORT + "/DR-1").statusCode()).isEqualTo(403);
        assertThat(filer.get("/api/v1/anything").statusCode()).isEqualTo(403);
        assertThat(filer.get("/%61pi/v1/anything").statusCode()).isEqualTo(403);
    }

    @Test
    void anOfficersSessionOpensNoApi() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.post(COMPLAINTS, java.util.Map.of("a", "b")).statusCode())
                .isEqualTo(401);
        assertThat(officer.get(IMPORT + "/DR-1").statusCode()).isEqualTo(401);
    }

    @Test
    void theWrongKindOfContentIsAnsweredWithAProblem() {
        HttpResponse<String> refused = system.postCsv(COMPLAINTS, "a,b".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body()).contains("urn:qingwang:problem:media");
    }

    @Test
    void moreThanABodyMayHoldIsRefused() {
        String json = "{\"description\": \"" + "x".repeat(2_000_000) + "\"}";
        assertThat(system.postJson(COMPLAINTS, json).statusCode()).isEqualTo(413);
    }

    @Test
    void aListIsStoredAndToldHowFarItIs() throws IOException {
        byte[] csv = ("receivedOn,complainantType,listingUrl\n2026-10-01,AGENT,https://a.example/" + keyName + "\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> accepted = system.postCsv(IMPORT + "?fileName=october.csv", csv);
        assertThat(accepted.statusCode()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        JsonNode status = JSON.readTree(system.get(location).body());
        assertThat(status.get("stage").asText()).isEqualTo("RECEIVED");
        assertThat(JSON.readTree(system.postCsv(IMPORT, csv).body()).get("batchNo"))
                .isEqualTo(status.get("batchNo"));
        assertThat(system.get(location + "/report").statusCode()).isEqualTo(200);
        ApiUser neighbour = new ApiUser(port, newKey(keyName + "-n", Set.of(Scope.COMPLAINTS_IMPORT)));
        assertThat(neighbour.get(location).statusCode()).isEqualTo(404);
    }

    @Test
    void aListSentAsAFormsFileIsTheSameImportAsTheListItself() throws IOException {
        byte[] csv = ("receivedOn,complainantType,listingUrl\n2026-10-01,AGENT,https://form.example/" + keyName
                        + "\n2026-02-30,AGENT,https://form.example/2\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> accepted = system.postForm(IMPORT, "file", "十月名单.csv", csv);
        assertThat(accepted.statusCode()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        JsonNode batchNo = JSON.readTree(accepted.body()).get("batchNo");
        assertThat(location).isEqualTo(IMPORT + "/" + batchNo.asText());
        assertThat(JSON.readTree(system.postForm(IMPORT, "file", "again.csv", csv)
                                .body())
                        .get("batchNo"))
                .isEqualTo(batchNo);
        assertThat(JSON.readTree(system.postCsv(IMPORT, csv).body()).get("batchNo"))
                .isEqualTo(batchNo);

        imports.finishAll();
        JsonNode status = JSON.readTree(system.get(location).body());
        assertThat(status.get("stage").asText()).isEqualTo("DONE");
        assertThat(status.get("filed").asInt()).isEqualTo(1);
        assertThat(status.get("bad").asInt()).isEqualTo(1);
        JsonNode bad = JSON.readTree(system.get(location + "/report").body()).at("/rows/0");
        assertThat(bad.get("line").asInt()).isEqualTo(3);
        assertThat(bad.at("/errors/0/field").asText()).isEqualTo("receivedOn");
    }

    @ParameterizedTest
    @CsvSource({"list, 400, urn:qingwang:problem:body", "file, 400, urn:qingwang:problem:fields"})
    void aFormWithoutAListIsAnsweredWithAProblem(String field, int status, String type) {
        HttpResponse<String> refused = system.postForm(IMPORT, field, "empty.csv", new byte[0]);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains(type);
    }

    /** Otherwise a system that asks in a loop takes the whole server, and one told nothing tries again at once. */
    @Test
    void aKeyThatAsksTooMuchIsToldWhenToComeBackAndHoldsUpNobodyElse() throws IOException {
        while (allowance.askWithKey(keyName).isEmpty()) {
            continue;
        }
        HttpResponse<String> refused = system.get(COMPLAINTS + "/TS-20261122-AAAAAAAA", "Accept-Language", "en");
        // A tenth of a second gives one request back, and a slow machine may have taken that long.
        for (int i = 0; i < 50 && refused.statusCode() != 429; i++) {
            refused = system.get(COMPLAINTS + "/TS-20261122-AAAAAAAA", "Accept-Language", "en");
        }
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        long seconds = refused.headers().firstValueAsLong("Retry-After").orElseThrow();
        assertThat(seconds).isBetween(1L, 60L);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.get("type").asText()).isEqualTo("urn:qingwang:problem:many");
        assertThat(problem.get("status").asInt()).isEqualTo(429);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).contains(String.valueOf(seconds));

        ApiUser neighbour = new ApiUser(port, newKey(keyName + "-n", Set.of(Scope.COMPLAINTS_FILE)));
        assertThat(neighbour.postJson(COMPLAINTS, complaint("n")).statusCode()).isEqualTo(201);
    }

    @Test
    void theDescriptionNamesEveryOperationWithItsProblemsAndTheKey() throws IOException {
        JsonNode description = JSON.readTree(system.get("/api/v1/openapi.json").body());
        assertThat(description.get("openapi").asText()).startsWith("3.");
        assertThat(description.at("/components/securitySchemes/key/scheme").asText())
                .isEqualTo("bearer");
        assertThat(description.at("/paths/~1api~1v1~1complaints/post/responses").has("429"))
                .isTrue();
        assertThat(description
                        .at("/paths/~1api~1v1~1complaints/post/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Complaint");
        assertThat(description
                        .at("/paths/~1api~1v1~1complaints~1import/post/requestBody/content")
                        .has("text/csv"))
                .isTrue();
        assertThat(description.at("/components/schemas/Complaint/properties").has("listingUrls"))
                .isTrue();
        assertThat(HttpUser.signedIn(port, "commerce-zj")
                        .get("/api/v1/openapi.json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(new ApiUser(port, null).get("/api/v1/openapi.json").statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void keysAreKeptAsDigestsOnly() {
        String plain = newKey(keyName + "-h", Set.of(Scope.COMPLAINTS_FILE));
        assertThat(jdbc.sql("select row_to_json(api_key)::text from api_key")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(plain) || row.contains(plain.substring(10)));
    }

    private String complaint(String name) {
        return """
                {"receivedOn": "2026-10-01", "complainantType": "RIGHTS_HOLDER", "complainantName": "Yunhe",
                 "contact": "legal@yunhe.example", "right": "YUNHE", "registrationNo": "12345678",
                 "listingUrls": ["HTTPS://WWW.shop-%s-%s.example/p?id=1&utm_source=x"], "sellerName": "Shop %s",
                 "sellerRegion": "浙江", "goods": "bags", "quantity": 10, "unitPrice": 99.5}
                """.formatted(keyName, name, keyName);
    }

    private String newKey(String name, Set<Scope> scopes) {
        return asAdministrator(() -> keys.create(
                name,
                Jurisdiction.parse("commerce-330000"),
                scopes,
                LocalDate.now().plusDays(30)));
    }

    private <T> T asAdministrator(java.util.function.Supplier<T> work) {
        return SignIn.as(identity, ADMINISTRATOR, work);
    }

    private static String receiptNo(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).get("receiptNo").asText();
    }

    private static List<String> fields(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).get("errors").findValuesAsText("field");
    }
}
