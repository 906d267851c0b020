package org.qingwang.common;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one node of an installation do something at a time. The server drops the lock with the node's connection, however it
 * dies.
 */
@Component
public class Turn {

    private final DataSource pool;

    Turn(DataSource pool) {
        this.pool = pool;
    }

    /**
     * What is done by whoever's turn it is.
     *
     * @param <E> what it may fail with
     */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws InterruptedException, E;
    }

    /**
     * Does the work, unless another node is at it.
     *
     * @param lock a number that stands for this work in the whole installation
     * @return whether it was done
     * @throws IllegalStateException if the database gives no connection
     */
    public <E extends Exception> boolean take(long lock, Work<E> work) throws InterruptedException, E {
        try (Connection alone = pool.getConnection()) {
            if (!locked(alone, "select pg_try_advisory_lock(?)", lock)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                locked(alone, "select pg_advisory_unlock(?)", lock);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for what one node does at a time", e);
        }
    }

    private static boolean locked(Connection alone, String function, long lock) throws SQLException {
        try (PreparedStatement statement = alone.prepareStatement(function)) {
            statement.setLong(1, lock);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
