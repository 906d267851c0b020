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
 * The classes of the packaged application as the JVM keeps them once read and checked. Tests that start it again and again
 * would spend two fifths of each start on that.
 */
final class ClassArchive {

    private static final Path ARCHIVE = PackagedApplication.JAR.resolveSibling("qingwang.jsa");

    private ClassArchive() {}

    /** Made by whichever test comes first; the others, in JVMs of their own, wait for it. */
    static Path made() throws IOException {
        Path waiting = ARCHIVE.resolveSibling("qingwang.jsa.lock");
        try (FileChannel channel = FileChannel.open(waiting, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isFresh()) {
                make();
            }
        }
        return ARCHIVE;
    }

    private static boolean isFresh() throws IOException {
        return Files.exists(ARCHIVE)
                && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(PackagedApplication.JAR)) > 0;
    }

    /** The shortest way through the whole application: it starts, checks the audit's chain and ends. */
    private static void make() throws IOException {
        Path folder = Files.createTempDirectory("class-archive");
        Files.deleteIfExists(ARCHIVE);
        PackagedApplication application = PackagedApplication.launch(
                folder,
                Map.of("QINGWANG_DATA", folder.resolve("data").toString()),
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                        "-jar",
                        PackagedApplication.JAR.toString(),
                        "--qingwang.audit.verify=true"));
        boolean ended = application.awaitExit() == 0;
        String output = application.output();
        FileSystemUtils.deleteRecursively(folder);
        if (!ended || !Files.exists(ARCHIVE)) {
            throw new IllegalStateException("no archive of classes was made:\n" + output);
        }
    }
}
