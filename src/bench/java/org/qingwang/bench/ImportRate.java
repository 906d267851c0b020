package org.qingwang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@link ImportNode} in a JVM of 512 MB, because the goal is a rate within that heap. */
final class ImportRate implements Benchmarks.Benchmark {

    static final String RESULT = "RESULT ";

    @Override
    public String title() {
        return "Import: 100,000 rows within 512 MB";
    }

    @Override
    public String run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Duser.timezone=UTC",
                        "-Dbench.pairs=" + Integer.getInteger("bench.pairs", 10),
                        "-Dbench.rows=" + Integer.getInteger("bench.rows", 100_000),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportNode.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> result = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(line -> {
                if (line.startsWith(RESULT)) {
                    result.add(line.substring(RESULT.length()));
                } else {
                    System.out.println(line);
                }
            });
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the import failed, see above");
        }
        return String.join(System.lineSeparator(), result);
    }
}
