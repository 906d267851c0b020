package org.qingwang.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The folder in which one installation keeps its embedded database. Locked while the application runs: the operating
 * system drops the lock with the process, however it dies, so a lock that is held means an application that lives.
 */
final class DataFolder implements AutoCloseable {

    private static final int PASSWORD_BYTES = 32;

    private final Path path;
    private FileChannel lockFile;

    private DataFolder(Path path) {
        this.path = path;
    }

    /**
     * Creates the folder if need be and locks it.
     *
     * @throws DatabaseUnavailable if it cannot be used, or another application uses it
     */
    static DataFolder open(Path requested) {
        try {
            Files.createDirectories(requested);
            DataFolder folder = new DataFolder(requested.toRealPath());
            folder.lock();
            return folder;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The data folder " + requested.toAbsolutePath() + " cannot be used: " + e + ".", e);
        }
    }

    private void lock() throws IOException {
        lockFile = FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            lockFile.close();
            throw new DatabaseUnavailable("Another Qingwang is running on the data folder " + path
                    + ". Two applications cannot share an embedded database.");
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Made up once, and readable only by whoever runs the application. */
    String password() throws IOException {
        Path file = passwordFile();
        if (!Files.exists(file)) {
            byte[] secret = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(secret);
            writeSecret(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return Files.readString(file).strip();
    }

    Path passwordFile() {
        return path.resolve("database-password");
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(draft);
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
