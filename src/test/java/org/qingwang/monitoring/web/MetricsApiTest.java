package org.qingwang.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.api.ApiKeyService;
import org.qingwang.api.Scope;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.Yaml;

/** What a machine that watches is told, and that nobody else is. */
@QingwangTest
class MetricsApiTest {

    private static final String ADDRESS = "/api/v1/metrics";
    private static final Path DOCKER = Path.of("docker");
    private static final Pattern OURS_OR_JAVAS = Pattern.compile("\\b(qingwang|jvm|process|system)_[a-z_]+\\b");

    @LocalServerPort
    private int port;

    @Autowired
    private ApiKeyService keys;

    @Autowired
    private IdentityService identity;

    @Test
    void figuresAreForKeysOfThatScopeAlone() {
        assertThat(HttpUser.stranger(port).get(ADDRESS).statusCode()).isEqualTo(401);
        assertThat(HttpUser.signedIn(port, "admin").get(ADDRESS).statusCode()).isEqualTo(401);
        assertThat(ask(Scope.COMPLAINTS_FILE).statusCode()).isEqualTo(403);

        HttpResponse<String> answer = ask(Scope.METRICS_READ);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain;version=0.0.4"));
    }

    @Test
    void figuresNameNoPersonAndNoFirm() {
        assertThat(ask(Scope.METRICS_READ).body())
                .doesNotContain("commerce-zj")
                .doesNotContainPattern("\\p{IsHan}")
                .doesNotContainPattern("(AJ|TS)-\\d");
    }

    /** A figure that was renamed would leave a dashboard empty and an alarm silent. */
    @Test
    void everyFigureOfTheDashboardAndOfTheAlarmsIsTold() throws IOException {
        Set<String> asked = namesIn(expressions(new ObjectMapper()
                .readTree(DOCKER.resolve("grafana-dashboard.json").toFile())));
        asked.addAll(namesIn(Files.readString(DOCKER.resolve("alerts.yaml"))));
        String told = ask(Scope.METRICS_READ).body();
        Set<String> described = Pattern.compile("^# TYPE (\\S+)", Pattern.MULTILINE)
                .matcher(told)
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
        // Told only where there is one.
        asked.remove("qingwang_incidents_open");

        assertThat(asked).hasSizeGreaterThan(8).isSubsetOf(described);
    }

    @Test
    void prometheusAsksWhereTheFiguresAre() throws IOException {
        String settings = Files.readString(DOCKER.resolve("prometheus.yaml"));

        assertThat(new Yaml().<Object>load(settings)).isNotNull();
        assertThat(settings).contains("metrics_path: " + ADDRESS, "port: 8080", "credentials_file:");
    }

    private HttpResponse<String> ask(Scope scope) {
        String key = SignIn.as(
                identity,
                new Actor("admin", "Administrator", null, Set.of(Actor.ADMIN_GROUP)),
                () -> keys.create(
                        "watch-" + UUID.randomUUID().toString().substring(0, 12),
                        Jurisdiction.parse("commerce-330000"),
                        Set.of(scope),
                        LocalDate.now().plusDays(30)));
        return HttpUser.stranger(port).with("Authorization", "Bearer " + key).get(ADDRESS);
    }

    private static String expressions(JsonNode dashboard) {
        return dashboard.findValuesAsText("expr").stream().collect(Collectors.joining("\n"));
    }

    private static Set<String> namesIn(String text) {
        return OURS_OR_JAVAS
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
