package org.qingwang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Our files in Camunda's web applications, as a browser gets them. One script that is missing keeps all of them from
 * loading, and a vendor's file in the place of ours brings back its banner, its language and its closed buttons.
 */
@QingwangTest
class WebApplicationFilesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path OVER_THE_VENDORS = RESOURCES.resolve("META-INF/resources/webjars/camunda");
    private static final Path OUR_OWN = RESOURCES.resolve("static/assets/camunda");

    private static final Pattern SCRIPTS = Pattern.compile("customScripts: \\[([^]]*)]");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private static final Map<String, String> TYPES =
            Map.of(".js", "javascript", ".css", "text/css", ".json", "application/json", ".ico", "image/");

    @LocalServerPort
    private int port;

    @Test
    void everyFileOfOursIsServedInThePlaceOfTheVendors() throws IOException {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        for (Path file : filesIn(OVER_THE_VENDORS)) {
            isServed(officer, "/camunda/" + OVER_THE_VENDORS.relativize(file), file);
        }
        for (Path file : filesIn(OUR_OWN)) {
            isServed(officer, "/assets/camunda/" + OUR_OWN.relativize(file), file);
        }
    }

    @Test
    void everyScriptAnApplicationLoadsIsThere() throws IOException {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        for (String application : List.of("welcome", "tasklist", "cockpit", "admin")) {
            String place = "/camunda/app/" + application + "/";
            String settings = officer.get(place + "scripts/config.js").body();
            assertThat(scriptsNamedIn(settings))
                    .as(application)
                    .isNotEmpty()
                    .allSatisfy(script -> assertThat(officer.get(URI.create(place)
                                            .resolve(script + ".js")
                                            .toString())
                                    .statusCode())
                            .as(script)
                            .isEqualTo(200));
        }
    }

    private static void isServed(HttpUser reader, String address, Path file) throws IOException {
        var answer = reader.getBytes(address);
        String name = file.getFileName().toString();

        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.body()).as(address).isEqualTo(Files.readAllBytes(file));
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(address)
                .contains(TYPES.get(name.substring(name.lastIndexOf('.'))));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> scriptsNamedIn(String settings) {
        Matcher list = SCRIPTS.matcher(settings);
        return list.find()
                ? QUOTED.matcher(list.group(1))
                        .results()
                        .map(quoted -> quoted.group(1))
                        .toList()
                : List.of();
    }
}
