package org.qingwang.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.qingwang.common.StartNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * The database of an installation that was not given one: a PostgreSQL server that starts and stops with the
 * application. It starts in a thread of its own while the application puts itself together; whoever needs it waits in
 * {@link #afterPropertiesSet()}.
 */
final class EmbeddedDatabase implements InitializingBean, DisposableBean, StartNotice {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final DataFolder folder;
    private final String password;
    private final int port;
    private final CompletableFuture<PostgresServer> start;
    private boolean stopped;

    private EmbeddedDatabase(DataFolder folder) throws IOException {
        this.folder = folder;
        this.password = folder.password();
        this.port = freePort();
        this.start = new CompletableFuture<>();
        // Not a daemon: a virtual machine that gives up meanwhile must not leave a half-started server behind.
        new Thread(this::startServer, "embedded-database").start();
    }

    /**
     * Locks the folder and begins to start the server.
     *
     * @throws DatabaseUnavailable if the folder cannot be used
     */
    static EmbeddedDatabase starting(Path path) {
        DataFolder folder = DataFolder.open(path);
        try {
            return new EmbeddedDatabase(folder);
        } catch (IOException e) {
            close(folder);
            throw new DatabaseUnavailable("The data folder " + folder.path() + " cannot be used: " + e + ".", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void startServer() {
        try {
            long begin = System.nanoTime();
            PostgresServer server = new PostgresServer(folder, PostgresBinaries.in(folder));
            server.start(port);
            LOG.info(
                    "embedded PostgreSQL on {} ready after {} ms",
                    folder.path(),
                    (System.nanoTime() - begin) / 1_000_000);
            start.complete(server);
        } catch (IOException e) {
            start.completeExceptionally(new DatabaseUnavailable(
                    "The embedded PostgreSQL could not be started in " + folder.path() + ": " + e.getMessage(), e));
        } catch (RuntimeException e) {
            start.completeExceptionally(e);
        }
    }

    String address() {
        return PostgresServer.address(port, PostgresServer.DATABASE);
    }

    String user() {
        return PostgresServer.USER;
    }

    String password() {
        return password;
    }

    /**
     * Waits until the server answers.
     *
     * @throws DatabaseUnavailable if it did not start
     */
    @Override
    public void afterPropertiesSet() {
        try {
            start.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DatabaseUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    @Override
    public List<String> lines() {
        return List.of("Embedded PostgreSQL, data in " + folder.path());
    }

    /** Stops the server and lets go of the folder. A second call does nothing. */
    @Override
    public synchronized void destroy() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            start.join().stop();
            LOG.info("embedded PostgreSQL on {} stopped", folder.path());
        } catch (CompletionException e) {
            LOG.debug("there is no server to stop", e);
        } catch (IOException e) {
            LOG.error("the embedded PostgreSQL did not stop: {}", e.getMessage());
        } finally {
            close(folder);
        }
    }

    private static void close(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("the data folder stays locked until this process ends: {}", e.getMessage());
        }
    }
}
