package org.qingwang.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** From the command to the first page, beside an application that is Camunda's web applications and nothing else. */
final class StartTime implements Benchmarks.Benchmark {

    private static final int PAIRS = Integer.getInteger("bench.pairs", 10);
    private static final String WELCOME = "/camunda/app/welcome/default/";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /**
     * @param page the first one asked for
     * @param lastWords what it prints after its port when all it does at start is done; until then it is not stopped
     */
    private record Application(Path jar, Map<String, String> environment, String page, String lastWords) {}

    @Override
    public String title() {
        return "Start: from command to first page";
    }

    @Override
    public String run() throws Exception {
        Path work = Files.createTempDirectory("qingwang-start");
        buildEmpty(work);
        try (BenchServer server = new BenchServer()) {
            Map<String, String> emptyServer = database(server.create("empty"));
            Application productOnServer = product(database(server.create("product")));
            Application productEmbedded =
                    product(Map.of("QINGWANG_DATA", work.resolve("data").toString()));
            Application empty = new Application(work.resolve("empty-camunda-boot.jar"), emptyServer, WELCOME, "");
            Application emptyAlike = new Application(work.resolve("empty-camunda.jar"), emptyServer, WELCOME, "");
            // The first start makes the tables; what officers wait for is every later one.
            double firstProduct = seconds(productOnServer, work);
            double firstEmbedded = seconds(productEmbedded, work);
            double firstEmpty = seconds(empty, work);
            List<Double> onServer = new ArrayList<>();
            List<Double> embedded = new ArrayList<>();
            List<Double> stock = new ArrayList<>();
            List<Double> stockAlike = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                onServer.add(seconds(productOnServer, work));
                stock.add(seconds(empty, work));
                embedded.add(seconds(productEmbedded, work));
                stockAlike.add(seconds(emptyAlike, work));
            }
            return """
                    %d rounds, the four in turn; seconds from `java -jar` to the first page answered (first start, on an empty database, once each). The empty application stands twice: as Spring Boot packs it, jars within a jar, and packed as the product is, classes side by side.

                    | | first start | later starts, median (min to max) | ratio to the empty one | to the empty one packed alike |
                    | --- | ---: | ---: | ---: | ---: |
                    | empty Camunda web application | %s | %s | 1 | |
                    | the same, packed alike | | %s | | 1 |
                    | Qingwang on a server | %s | %s | %s | %s |
                    | Qingwang with its embedded PostgreSQL | %s | %s | %s | %s |
                    """
                    .formatted(
                            PAIRS,
                            Figures.two(firstEmpty),
                            Figures.spread(stock),
                            Figures.spread(stockAlike),
                            Figures.two(firstProduct),
                            Figures.spread(onServer),
                            Figures.spread(ratios(onServer, stock)),
                            Figures.spread(ratios(onServer, stockAlike)),
                            Figures.two(firstEmbedded),
                            Figures.spread(embedded),
                            Figures.spread(ratios(embedded, stock)),
                            Figures.spread(ratios(embedded, stockAlike)));
        }
    }

    /** Round by round. */
    private static List<Double> ratios(List<Double> seconds, List<Double> ofEmpty) {
        return IntStream.range(0, seconds.size())
                .mapToObj(round -> seconds.get(round) / ofEmpty.get(round))
                .toList();
    }

    private static Application product(Map<String, String> environment) {
        return new Application(
                Path.of("target", "qingwang.jar").toAbsolutePath(), environment, "/login", "/desk");
    }

    private static Map<String, String> database(String url) {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
    }

    private static void buildEmpty(Path work) throws IOException, InterruptedException {
        Process maven = new ProcessBuilder(
                        "mvn", "-B", "-q", "-f", "src/bench/empty-camunda/pom.xml", "-DbuildTo=" + work, "package")
                .inheritIO()
                .start();
        if (maven.waitFor() != 0) {
            throw new IllegalStateException("the empty application does not build");
        }
    }

    private static double seconds(Application application, Path work) throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-jar", application.jar().toString());
        builder.environment().putAll(application.environment());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        Path log = work.resolve("start.log");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            HttpClient client = HttpClient.newHttpClient();
            URI page = URI.create("http://127.0.0.1:" + port + application.page());
            await(() -> answers(client, page), process, log);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!application.lastWords().isEmpty()) {
                await(() -> Files.readString(log).contains(":" + port + application.lastWords()), process, log);
            }
            return seconds;
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static void await(Callable<Boolean> condition, Process process, Path log) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (condition.call()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new IllegalStateException("the application does not start, see " + log);
    }

    private static boolean answers(HttpClient client, URI page) {
        try {
            return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
