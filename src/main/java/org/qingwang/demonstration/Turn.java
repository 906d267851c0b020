package org.qingwang.demonstration;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one node of an installation play at a time. The server drops the lock with the node's connection, however it dies.
 */
@Component
class Turn {

    private static final long LOCK = 340;

    private final DataSource pool;

    Turn(DataSource pool) {
        this.pool = pool;
    }

    /** What is done by whoever's turn it is. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Does the work, unless another node is at it.
     *
     * @return whether it was done
     * @throws IllegalStateException if the database gives no connection
     */
    boolean take(Work work) throws IOException, InterruptedException {
        try (Connection alone = pool.getConnection()) {
            if (!locked(alone, "select pg_try_advisory_lock(?)")) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                locked(alone, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the demonstration", e);
        }
    }

    private static boolean locked(Connection alone, String function) throws SQLException {
        try (PreparedStatement statement = alone.prepareStatement(function)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
