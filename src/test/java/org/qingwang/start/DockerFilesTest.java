package org.qingwang.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** Without this, a setting could be renamed in the application and every container would silently start without it. */
class DockerFilesTest {

    private static final Path DOCKER = Path.of("docker");
    private static final Pattern OWN_PROPERTY = Pattern.compile("\"(?:\\$\\{)?(qingwang\\.[a-z.-]+)");

    @Test
    void everyVariableOfTheContainersIsASettingOfTheApplication() throws IOException {
        Set<String> known = knownVariables();
        assertThat(environmentOf("application").keySet()).isNotEmpty().isSubsetOf(known);
        assertThat(dockerfile("ENV (\\w+)=.*")).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void theExampleNamesExactlyTheVariablesTheContainersAskFor() throws IOException {
        Set<String> asked = matches(Files.readString(DOCKER.resolve("compose.yaml")), "\\$\\{(\\w+)");
        assertThat(example().keySet()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void theExampleLeftAsItIsDoesNotStart() throws IOException {
        assertThatThrownBy(() -> guard(environmentWith(example())))
                .isInstanceOf(NotFitForProduction.class)
                .hasMessageContaining("SPRING_DATASOURCE_PASSWORD")
                .hasMessageContaining("QINGWANG_ADMINISTRATOR_PASSWORD");
    }

    @Test
    void theExampleFilledInStarts() throws IOException {
        guard(applicationEnvironment("uK4-ttR8-ms20-Qp"));
    }

    @Test
    void theImageServesThePortTheApplicationServesAndRunsAsNobodyImportant() throws IOException {
        assertThat(dockerfile("EXPOSE (\\d+)")).containsExactly(configured("server.port"));
        assertThat(dockerfile("ENV SERVER_PORT=(\\d+)")).containsExactly(configured("server.port"));
        assertThat(Files.readString(DOCKER.resolve("Caddyfile"))).contains("application " + configured("server.port"));
        String user = dockerfile("USER (\\S+)").get(0);
        assertThat(user).matches("[1-9]\\d*:[1-9]\\d*");
    }

    @Test
    void theDatabaseIsReachedByTheApplicationAlone() throws IOException {
        assertThat(service("database")).doesNotContainKey("ports").containsEntry("networks", List.of("inside"));
        assertThat(service("application")).doesNotContainKey("ports");
        assertThat(service("proxy")).containsEntry("networks", List.of("outside"));
        assertThat(environmentOf("application").get("SPRING_DATASOURCE_URL"))
                .isEqualTo("jdbc:postgresql://database:5432/"
                        + environmentOf("database").get("POSTGRES_DB"));
        assertThat(environmentOf("application").get("SPRING_DATASOURCE_USERNAME"))
                .isEqualTo(environmentOf("database").get("POSTGRES_USER"));
    }

    /** Caddy writes X-Forwarded-For anew unless told to trust what came before. */
    @Test
    void theProxyBelievesNoReaderAboutTheReadersAddress() throws IOException {
        assertThat(Files.readAllLines(DOCKER.resolve("Caddyfile")))
                .noneMatch(line -> line.strip().matches("(trusted_proxies|header_up|client_ip_headers)\\b.*"));
    }

    @Test
    void theSettingsOfTheContainersStayOutOfTheRepositoryAndOutOfTheImage() throws IOException {
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("/docker/.env");
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("*").doesNotContain("!docker/.env");
    }

    private static void guard(Map<String, String> environment) {
        GenericApplicationContext context = new GenericApplicationContext();
        environment.forEach((name, value) ->
                TestPropertyValues.of(property(name) + "=" + value).applyTo(context));
        context.getEnvironment().setActiveProfiles(environment.get("SPRING_PROFILES_ACTIVE"));
        new ProductionGuard().initialize(context);
    }

    private static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The application's environment after Compose has put the values in. */
    private static Map<String, String> environmentWith(Map<String, String> values) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environmentOf("application")
                .forEach((name, value) -> environment.put(
                        name,
                        Pattern.compile("\\$\\{(\\w+)[^}]*}")
                                .matcher(value)
                                .replaceAll(asked -> Matcher.quoteReplacement(values.get(asked.group(1))))));
        return environment;
    }

    /** The application's environment with this value for every password. */
    static Map<String, String> applicationEnvironment(String secret) throws IOException {
        Map<String, String> values = example();
        values.replaceAll((name, value) -> name.endsWith("PASSWORD") ? secret : value);
        return environmentWith(values);
    }

    private static Map<String, String> example() throws IOException {
        return Files.readAllLines(DOCKER.resolve(".env.example")).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static List<String> dockerfile(String pattern) throws IOException {
        return List.copyOf(matches(Files.readString(DOCKER.resolve("Dockerfile")), "(?m)^" + pattern + "$"));
    }

    private static Set<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String configured(String property) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return String.valueOf(yaml.getObject().get(property));
    }

    private static Map<String, String> environmentOf(String service) throws IOException {
        Map<String, String> environment = new HashMap<>();
        ((Map<?, ?>) service(service).get("environment"))
                .forEach((name, value) -> environment.put((String) name, String.valueOf(value)));
        return environment;
    }

    private static Map<String, Object> service(String name) throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml")));
        Map<String, Object> service = new HashMap<>();
        ((Map<?, ?>) ((Map<?, ?>) compose.get("services")).get(name))
                .forEach((key, value) -> service.put((String) key, value));
        return service;
    }

    /** Every setting of the libraries, from the descriptions they carry, and every one our own code reads. */
    private static Set<String> knownVariables() throws IOException {
        Set<String> known = new TreeSet<>();
        for (URL description : Collections.list(
                DockerFilesTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : descriptionAt(description).path("properties")) {
                known.add(variable(property.path("name").asText()));
            }
        }
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> OWN_PROPERTY.matcher(read(file)).results())
                    .forEach(match -> known.add(variable(match.group(1))));
        }
        return known;
    }

    private static JsonNode descriptionAt(URL address) throws IOException {
        try (InputStream content = address.openStream()) {
            return new ObjectMapper().readTree(content);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
