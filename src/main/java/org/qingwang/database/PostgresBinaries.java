package org.qingwang.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked once into the data folder. The archives come from io.zonky.test.postgres; its launcher
 * is not used, being made for tests: it switches fsync off and lets every local user in as superuser.
 */
final class PostgresBinaries {

    private static final String STEM = "postgresql-";

    private final Path home;
    private final List<String> prefix;

    private PostgresBinaries(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** @throws DatabaseUnavailable if there are none for this platform */
    static PostgresBinaries in(DataFolder folder) throws IOException {
        URL archive = PostgresBinaries.class.getResource("/" + archiveName());
        if (archive == null) {
            throw new DatabaseUnavailable("This build carries no PostgreSQL for " + System.getProperty("os.name")
                    + " on " + System.getProperty("os.arch") + ".");
        }
        Path home = folder.resolve(STEM + identity(archive));
        if (!Files.isDirectory(home)) {
            removeOthers(folder);
            unpack(archive, home);
        }
        return new PostgresBinaries(home, ordinaryUser());
    }

    static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            // One archive holds the programs of both kinds of processor.
            return "postgres-darwin-x86_64.txz";
        }
        if (system.startsWith("windows")) {
            return "postgres-windows-x86_64.txz";
        }
        return "aarch64".equals(System.getProperty("os.arch"))
                ? "postgres-linux-arm_64.txz"
                : "postgres-linux-x86_64.txz";
    }

    /** The jar's own checksum of the archive: reading 15 MB to compute one would cost every start. */
    private static String identity(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        long identity = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return Long.toHexString(identity);
    }

    /** A run that is killed while it unpacks leaves a draft behind, never half of the programs under their name. */
    private static void unpack(URL archive, Path home) throws IOException {
        Path draft = home.resolveSibling(home.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectories(draft);
        try (InputStream in = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, draft);
            }
        }
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if (file.getParent().endsWith("bin") && !file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private static void removeOthers(DataFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(STEM)) {
                    FileSystemUtils.deleteRecursively(file);
                }
            }
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody. */
    private static List<String> ordinaryUser() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root || System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return List.of();
        }
        List<String> unshare = List.of("unshare", "-U");
        try {
            run(Stream.concat(unshare.stream(), Stream.of("true")).toList());
            return unshare;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL does not run as root, and this system lets root not become an ordinary user"
                            + " (unshare -U failed). Start Qingwang as an ordinary user.",
                    e);
        }
    }

    /** Whether the program a process runs was unpacked into this folder. */
    static boolean isOurs(ProcessHandle process, DataFolder folder) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(program -> program.startsWith(folder.path()))
                .isPresent();
    }

    /**
     * Runs one of the programs to its end.
     *
     * @return what it printed
     * @throws IOException with what it printed, if it failed
     */
    String run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Messages in the language of this code's readers, whatever the machine speaks.
        builder.environment().put("LC_MESSAGES", "C");
        builder.environment().remove("LC_ALL");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.get(0), e);
        }
        return output;
    }
}
