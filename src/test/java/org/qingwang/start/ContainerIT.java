package org.qingwang.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingwang.support.PackagedApplication;
import org.qingwang.support.TestPostgres;

/**
 * Does by hand what {@code docker build} and {@code docker compose up} do with the Dockerfile's own words. Without it, the
 * image would be tried for the first time by whoever goes live.
 */
class ContainerIT {

    private static final String SECRET = "uK4-ttR8-ms20-Qp";

    @TempDir
    private Path folder;

    @Test
    void theImageIsMadeOfTheLayersTheJarHas() throws IOException {
        assertThat(layersCopied()).containsExactlyElementsOf(layersOfTheJar());
    }

    @Test
    void theImageStartsWithTheVariablesOfTheComposeFileAndIsHealthy() throws Exception {
        Path image = assemble();
        try (PackagedApplication application = PackagedApplication.launch(image, environment(), entrypoint())) {
            URI address = application.awaitReady();
            assertThat(healthCheck(address.getPort())).isZero();
            assertThat(application.output()).contains("profile prod").doesNotContain("Qingwang-2026!");
        }
        assertThat(image.resolve("data")).as("no embedded database").doesNotExist();
    }

    @Test
    void aMissingPasswordIsAClearSentenceAndNoStart() throws IOException {
        Map<String, String> environment = environment();
        environment.remove("SPRING_DATASOURCE_PASSWORD");
        PackagedApplication application =
                PackagedApplication.launch(folder, environment, List.of("-jar", PackagedApplication.JAR.toString()));
        assertThat(application.awaitExit()).isEqualTo(1);
        assertThat(application.output())
                .contains("SPRING_DATASOURCE_PASSWORD is missing")
                .doesNotContain("\tat org.");
    }

    @Test
    void nobodyAnsweringIsNotHealthy() throws Exception {
        assertThat(healthCheck(1)).isNotZero();
    }

    private static List<String> layersCopied() throws IOException {
        return matches("(?m)^COPY --from=layers /build/layers/([\\w-]+)/ \\./$");
    }

    private static List<String> layersOfTheJar() throws IOException {
        try (JarFile jar = new JarFile(PackagedApplication.LAYERS.toFile())) {
            String index = new String(
                    jar.getInputStream(jar.getEntry("BOOT-INF/layers.idx")).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("(?m)^- \"([\\w-]+)\":")
                    .matcher(index)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }
    }

    /** Runs the first stage's command, then copies what the second stage copies, in its order. */
    private Path assemble() throws Exception {
        Path build = Files.createDirectories(folder.resolve("build"));
        Files.copy(PackagedApplication.LAYERS, build.resolve("qingwang.jar"));
        String command = Files.readString(Path.of("docker/Dockerfile"))
                .replaceFirst("(?s).*?\\nRUN (.*?)\\n\\n.*", "$1")
                .replaceAll("(?m)^\\s*#.*\\n", "")
                .replace("\\\n", " ")
                .replaceFirst("^java ", Path.of(System.getProperty("java.home"), "bin", "java") + " ");
        assertThat(run(build, "/bin/sh", "-c", command)).isZero();
        Path image = Files.createDirectories(folder.resolve("image"));
        for (String layer : layersCopied()) {
            copy(build.resolve("layers").resolve(layer), image);
        }
        return image;
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static List<String> entrypoint() throws IOException {
        List<String> words = new ArrayList<>(
                List.of(matches("(?m)^ENTRYPOINT \\[(.*)]$").get(0).split(", ")));
        words.replaceAll(word -> word.replace("\"", ""));
        assertThat(words.remove(0)).isEqualTo("java");
        return words;
    }

    /** The compose file's, with a database of this test in place of the container's. */
    private static Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>(DockerFilesTest.applicationEnvironment(SECRET));
        environment.put("SPRING_DATASOURCE_URL", TestPostgres.newDatabase().replaceFirst("\\?.*", ""));
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        return environment;
    }

    private static int healthCheck(int port) throws Exception {
        return run(Path.of("."), "env", "SERVER_PORT=" + port, "/bin/bash", "docker/health.sh");
    }

    private static int run(Path directory, String... command) throws Exception {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static List<String> matches(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of("docker/Dockerfile")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
