package org.qingwang.engine.executor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for other nodes' {@link JobBell} and wakes this node's executor. Connects anew when the line is cut. */
final class JobEar {

    private static final Logger log = LoggerFactory.getLogger(JobEar.class);

    /** How long to wait in one call; the line is checked in between. */
    private static final int PATIENCE_MILLIS = 30_000;

    private static final long PAUSE_AFTER_FAILURE_NANOS = 1_000_000_000L;

    private final Line line;
    private final String node;
    private final Runnable wake;
    private volatile boolean stopped;
    private volatile Connection connection;
    private Thread thread;

    /**
     * @param line where the database is
     * @param node names this node: its own rings are not for it
     * @param wake called when another node has made a job, and after a cut in which one may have been missed
     */
    JobEar(Line line, String node, Runnable wake) {
        this.line = line;
        this.node = node;
        this.wake = wake;
    }

    void start() {
        stopped = false;
        thread = new Thread(this::listen, "job-ear");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
        Connection open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                log.debug("the line was cut already", e);
            }
        }
    }

    private void listen() {
        while (!stopped) {
            try (Connection opened = line.open();
                    Statement statement = opened.createStatement()) {
                connection = opened;
                statement.execute("listen " + JobBell.CHANNEL);
                wake.run();
                hear(opened.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (!stopped) {
                    log.warn("Not told of other nodes' jobs, finding them by polling: {}", e.getMessage());
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE_NANOS);
                }
            }
        }
    }

    private void hear(PGConnection server) throws SQLException {
        while (!stopped) {
            PGNotification[] rings = server.getNotifications(PATIENCE_MILLIS);
            if (rings != null && hasOthers(rings)) {
                wake.run();
            }
        }
    }

    private boolean hasOthers(PGNotification[] rings) {
        for (PGNotification ring : rings) {
            if (!node.equals(ring.getParameter())) {
                return true;
            }
        }
        return false;
    }
}
