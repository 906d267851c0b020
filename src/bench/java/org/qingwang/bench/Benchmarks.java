package org.qingwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmarks named on the command line, or all, and writes one section of {@code docs/benchmarks.md} each. Every
 * comparison alternates its two sides within one run, because two shared cores drift more between runs than any setting
 * changes.
 */
public final class Benchmarks {

    private static final Path RESULTS = Path.of("docs", "benchmarks.md");

    private Benchmarks() {}

    /** A benchmark: one section of the results. */
    interface Benchmark {
        String title();

        /** @return the section's text in Markdown */
        String run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("throughput", new Throughput());
        all.put("list", new OfficersList());
        all.put("waiting", new WaitingWork());
        all.put("import", new ImportRate());
        all.put("import-list", new ImportList());
        all.put("start", new StartTime());
        all.put("growth", new Growth());
        all.put("supervising", new Supervising());
        List<String> wanted = args.length == 0 || args[0].equals("all") ? List.copyOf(all.keySet()) : List.of(args[0].split(","));
        for (String name : wanted) {
            Benchmark benchmark = all.get(name);
            System.out.println("== " + benchmark.title());
            String section = benchmark.run();
            System.out.println(section);
            write(name, benchmark.title(), section);
        }
        System.exit(0);
    }

    private static void write(String name, String title, String section) throws IOException {
        String begin = "<!-- " + name + " -->";
        String end = "<!-- end " + name + " -->";
        String text = Files.readString(RESULTS);
        String block = "%s%n## %s%n%n`mvn -Pbench verify -Dbench=%s`, %s, %s%n%n%s%n%s"
                .formatted(begin, title, name, LocalDate.now(), machine(), section.strip(), end);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        String updated = from < 0 || to < 0
                ? text.stripTrailing() + System.lineSeparator() + System.lineSeparator() + block + System.lineSeparator()
                : text.substring(0, from) + block + text.substring(to + end.length());
        Files.writeString(RESULTS, updated);
    }

    private static String machine() {
        return "Java %s, %d cores, PostgreSQL 17 on the same host with fsync and synchronous_commit on"
                .formatted(Runtime.version().feature(), Runtime.getRuntime().availableProcessors());
    }
}
