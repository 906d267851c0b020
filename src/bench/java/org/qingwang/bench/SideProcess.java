package org.qingwang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A {@link SideNode} as the benchmark that asks it for rounds sees it. */
final class SideProcess implements AutoCloseable {

    static final String READY = "SIDE READY";
    static final String DONE = "SIDE DONE";

    private final BenchServer server;
    private final String database;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    /**
     * What a round showed.
     *
     * @param processorMillis of this side's JVM and of the database server, a case
     */
    record Round(double casesASecond, double compilingMillis, double processorMillis) {}

    SideProcess(BenchServer server, String side) throws IOException {
        this.server = server;
        database = side;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-Duser.timezone=UTC",
                        "-Dbench.cases=" + SideNode.CASES,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SideNode.class.getName(),
                        side,
                        server.create(side))
                .redirectErrorStream(true)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = process.outputWriter(StandardCharsets.UTF_8);
        next(READY);
    }

    /** Name of its database, for the counters. */
    String database() {
        return database;
    }

    Round round() throws IOException {
        Duration before = processorTime();
        orders.write(System.lineSeparator());
        orders.flush();
        String[] figures = next(DONE).split(" ");
        double used = processorTime().minus(before).toNanos() / 1e6 / SideNode.CASES;
        return new Round(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), used);
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).plus(server.processorTime());
    }

    private String next(String wanted) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(wanted)) {
                return line.substring(wanted.length()).strip();
            }
            System.out.println(line);
        }
        throw new IllegalStateException(database + " ended, see above");
    }

    @Override
    public void close() throws IOException {
        orders.close();
        answers.transferTo(Writer.nullWriter());
        answers.close();
    }
}
