package org.qingwang.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a process of its own, started from the jar as a user starts it. */
public final class PackagedApplication implements AutoCloseable {

    /** What {@code mvn package} makes. */
    public static final Path JAR = Path.of("target/qingwang.jar").toAbsolutePath();

    /** The same for the container image: its libraries each in a jar of its own, in layers. */
    public static final Path LAYERS = Path.of("target/qingwang-layers.jar").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("Staff pages\\s+(http://\\S+)/desk");

    private final Process process;
    private final Path output;

    private PackagedApplication(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it on any free port and returns at once.
     *
     * @param folder where its output is kept
     * @param environment variables beside those of this process
     * @param arguments options of Java, {@code -jar}, the jar, options of the application
     */
    public static PackagedApplication launch(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        Path output = Files.createTempFile(Files.createDirectories(folder), "output", ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("QINGWANG_DEMO_CAMPAIGN", "false");
        builder.environment().putAll(environment);
        return new PackagedApplication(builder.start(), output);
    }

    /**
     * For a test that starts it again and again, or beside others: the options of Java that make the start short.
     *
     * @return them with the jar; options of the application may follow
     */
    public static List<String> quickStart() throws IOException {
        return List.of(
                "-XX:SharedArchiveFile=" + FirstStart.archive(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=200m",
                "-Xms512m",
                "-Xmx512m",
                "-Xmn250m",
                "-jar",
                JAR.toString());
    }

    /**
     * For a test that is not about the first start: a database that one has made, as the embedded server keeps it.
     *
     * @param folder to become {@code QINGWANG_DATA}
     */
    public static void copyDatabase(Path folder) throws IOException {
        FirstStart.copyData(folder);
    }

    /** Starts the jar and returns when it serves. */
    public static PackagedApplication start(Path folder, Map<String, String> environment) throws IOException {
        PackagedApplication application = launch(folder, environment, List.of("-jar", JAR.toString()));
        application.awaitReady();
        return application;
    }

    /** @return where it serves, once it says so */
    public URI awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended:\n" + output());
            }
            return ADDRESS.matcher(output()).find();
        });
        return address();
    }

    /** Where it serves, without a path. */
    public URI address() {
        Matcher address = ADDRESS.matcher(output());
        if (!address.find()) {
            throw new IllegalStateException("the application does not serve yet");
        }
        return URI.create(address.group(1));
    }

    /** Everything it printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the process away in the middle of whatever it does: {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Asks it to end, as a service manager does. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** @return its exit code, once it has ended by itself */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the application does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
