package org.qingwang.support;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The first start of the packaged application, made once for the tests that start it again and again. It leaves its
 * classes as the JVM keeps them once read and checked, and its database with models, agencies and people: each spares a
 * start two fifths of its time.
 */
final class FirstStart {

    private static final Path FOLDER = PackagedApplication.JAR.resolveSibling("first-start");
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final Path DATA = FOLDER.resolve("data");

    private FirstStart() {}

    /** The classes of the application. */
    static Path archive() throws IOException {
        make();
        return ARCHIVE;
    }

    /** Puts a database of its own, in which nothing has been done yet, into this folder. */
    static void copyData(Path folder) throws IOException {
        make();
        Folders.copy(DATA, folder);
    }

    /** By whichever test comes first; the others, in JVMs of their own, wait for it. */
    private static void make() throws IOException {
        Path waiting = Files.createDirectories(FOLDER).resolve("lock");
        try (FileChannel channel = FileChannel.open(waiting, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isFresh()) {
                start();
            }
        }
    }

    private static boolean isFresh() throws IOException {
        return Files.exists(ARCHIVE)
                && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(PackagedApplication.JAR)) > 0;
    }

    /** The shortest way through the whole application: it starts, checks the audit's chain and ends. */
    private static void start() throws IOException {
        Files.deleteIfExists(ARCHIVE);
        FileSystemUtils.deleteRecursively(DATA);
        PackagedApplication application = PackagedApplication.launch(
                FOLDER,
                Map.of("QINGWANG_DATA", DATA.toString()),
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                        "-jar",
                        PackagedApplication.JAR.toString(),
                        "--qingwang.audit.verify=true"));
        boolean ended = application.awaitExit() == 0;
        if (!ended || !Files.exists(ARCHIVE)) {
            throw new IllegalStateException("no archive of classes was made:\n" + application.output());
        }
    }
}
