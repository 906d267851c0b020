package org.qingwang.start;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingwang.support.HttpUser;
import org.qingwang.support.PackagedApplication;
import org.qingwang.support.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes start at the same moment on one empty database, as {@code --scale application=2} makes them. Without this, the
 * first start of a larger installation could leave half of each, and nobody would know which half counts.
 */
class TwoApplicationsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final String database = TestPostgres.newDatabase();
    private final JdbcClient books =
            JdbcClient.create(new DriverManagerDataSource(database.replaceFirst("\\?.*", ""), "postgres", "postgres"));

    private PackagedApplication first;
    private PackagedApplication second;

    @AfterEach
    void stopBoth() {
        for (PackagedApplication node : List.of(first, second)) {
            node.kill();
        }
    }

    @Test
    void bothServeWhatWasMadeOnce() throws Exception {
        first = launch("first");
        second = launch("second");
        int one = first.awaitReady().getPort();
        int other = second.awaitReady().getPort();

        assertThat(health(one)).contains("\"status\":\"UP\"");
        assertThat(health(other)).contains("\"status\":\"UP\"");
        modelsAreDeployedOnce();
        agenciesAndPeopleAreThereOnce();
        theDatabaseWasMadeOnce();

        HttpUser officer = HttpUser.signedIn(one, "commerce-zj");
        file(officer);
        workThrough(sameBrowser(officer, other), HttpUser.signedIn(one, "commerce-zj-head"));
        assertThat(number("select count(*) from complaint")).isEqualTo(1);
        assertThat(number("select count(*) from case_file")).isEqualTo(1);
        assertThat(number("select count(*) from act_ru_incident")).isZero();
        for (PackagedApplication node : List.of(first, second)) {
            assertThat(node.output()).doesNotContain(" ERROR ");
        }
    }

    private PackagedApplication launch(String name) throws IOException {
        return PackagedApplication.launch(
                folder.resolve(name),
                Map.of(
                        "SPRING_DATASOURCE_URL", database.replaceFirst("\\?.*", ""),
                        "SPRING_DATASOURCE_USERNAME", "postgres",
                        "SPRING_DATASOURCE_PASSWORD", "postgres"),
                PackagedApplication.quickStart());
    }

    private void modelsAreDeployedOnce() {
        assertThat(number("select count(*) from act_re_deployment")).isEqualTo(1);
        for (String models : List.of("act_re_procdef", "act_re_decision_def", "act_re_camformdef")) {
            assertThat(number("select count(*) from " + models)).isPositive();
            assertThat(number("select count(*) from " + models + " where version_ > 1"))
                    .isZero();
            assertOnce(models, "key_");
        }
        assertOnce("act_ru_filter", "name_");
        assertThat(number("select count(*) from act_ru_filter")).isPositive();
    }

    private void agenciesAndPeopleAreThereOnce() throws IOException {
        assertSame("select id from officer", "select id_ from act_id_user");
        assertSame("select id from jurisdiction", "select id_ from act_id_tenant");
        assertOnce("act_id_group", "name_");
        assertOnce("act_id_membership", "user_id_ || ' ' || group_id_");
        assertOnce("act_id_tenant_member", "tenant_id_ || ' ' || coalesce(group_id_, user_id_)");
        assertOnce("act_ru_authorization", "group_id_ || ' ' || resource_type_ || ' ' || resource_id_");
        assertThat(number("select count(*) from act_ru_authorization")).isPositive();
        assertThat(number("select count(*) from officer o where not exists"
                        + " (select from act_id_membership where user_id_ = o.id)"))
                .as("people without a group")
                .isZero();
        assertThat(number("select count(*) from trade_mark")).isEqualTo(marksOfTheDemonstration());
        assertOnce("trade_mark", "office_code || ' ' || coalesce(registration_no, application_no)");
    }

    private static int marksOfTheDemonstration() throws IOException {
        Path register = Path.of("src/main/resources/rights/demo-register.csv");
        return (int) Files.readAllLines(register).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .count();
    }

    private void theDatabaseWasMadeOnce() {
        assertThat(number("select count(*) from flyway_schema_history where not success"))
                .isZero();
        assertOnce("flyway_schema_history", "version");
        assertOnce("act_ge_property", "name_");
    }

    private void assertOnce(String table, String key) {
        assertThat(books.sql("select " + key + " as key from " + table + " group by 1 having count(*) > 1")
                        .query(String.class)
                        .list())
                .as("what is in %s twice", table)
                .isEmpty();
    }

    private void assertSame(String ours, String engines) {
        List<String> expected = books.sql(ours).query(String.class).list();
        assertThat(expected).isNotEmpty();
        assertThat(books.sql(engines).query(String.class).list()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private int number(String sql) {
        return books.sql(sql).query(Integer.class).single();
    }

    private static void file(HttpUser officer) throws Exception {
        Map<String, String> form = Map.of(
                "receivedOn", LocalDate.now().toString(),
                "channel", "TASKLIST",
                "complainantType", "RIGHTS_HOLDER",
                "complainantName", "Lantern Works",
                "contact", "mail@lantern.example",
                "claim", "COUNTERFEIT_MARK",
                "sellerName", "Night Lamp Shop",
                "sellerRegion", "330000",
                "listingUrls", "https://item.taobao.com/item.htm?id=4711",
                "description", "The lamp is sold with the mark on its box and was bought as a test.");
        Map<String, Object> variables = form.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> Map.of("value", field.getValue(), "type", "String")));
        HttpResponse<String> answer = officer.enginePost(
                "/process-definition/key/complaint/submit-form",
                JSON.writeValueAsString(Map.of("variables", variables)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The officer's screening, the head's assignment, and the officer's check of the lead. */
    private static void workThrough(HttpUser officer, HttpUser head) {
        CaseWork work = new CaseWork();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            work.workOn(officer, head);
            return work.completed().size() == 3;
        });
    }

    /** The person as a proxy would send the next request to the other node: with the cookies of the first. */
    private static HttpUser sameBrowser(HttpUser person, int otherNode) {
        person.get("/camunda/app/tasklist/default/");
        HttpUser same = HttpUser.stranger(otherNode);
        for (String cookie : List.of("qingwang-session", "XSRF-TOKEN")) {
            same.plant(cookie, person.cookie(cookie).orElseThrow());
        }
        return same;
    }

    private static String health(int port) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                .build(),
                        ofString())
                .body();
    }
}
