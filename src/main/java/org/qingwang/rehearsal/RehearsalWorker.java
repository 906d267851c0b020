package org.qingwang.rehearsal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.qingwang.common.BadInput;
import org.qingwang.common.OwnThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Plays rehearsals in the background, one at a time in the whole installation: whichever node holds a lock of the
 * database. The server drops the lock with the node's connection, however it dies; the next to hold it clears away what
 * was left and begins anew.
 */
@Component
class RehearsalWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalWorker.class);
    private static final long LOCK = 380;
    private static final int MOST_BEGUN = 2;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Rehearsals table;
    private final Rehearser rehearser;
    private final StageDatabase database;
    private final DataSource pool;
    private final Clock clock;
    private final boolean wanted;

    private final OwnThread thread = new OwnThread("qingwang-rehearsal", this::round);
    private boolean cleared;

    RehearsalWorker(
            Rehearsals table,
            Rehearser rehearser,
            StageDatabase database,
            DataSource pool,
            Clock clock,
            @Value("${qingwang.rehearsal.worker:true}") boolean wanted) {
        this.table = table;
        this.rehearser = rehearser;
        this.database = database;
        this.pool = pool;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** Somebody has ended the rehearsal that is played. */
    private static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Plays the rehearsal that has waited longest, unless another node is playing one.
     *
     * @return whether there was one
     */
    boolean step() throws InterruptedException {
        if (!table.anyOpen()) {
            return false;
        }
        try (Connection alone = pool.getConnection()) {
            if (!locked(alone, "select pg_try_advisory_lock(?)")) {
                return false;
            }
            try {
                table.takeUpBroken(MOST_BEGUN, clock.instant());
                Optional<Rehearsal> next = table.begin(clock.instant());
                if (next.isPresent()) {
                    play(next.get());
                }
                return next.isPresent();
            } finally {
                locked(alone, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for a rehearsal", e);
        }
    }

    /** Clears away what a node that was killed left behind, unless another node is playing. */
    void clearAway() {
        try (Connection alone = pool.getConnection()) {
            if (database.isThere() && locked(alone, "select pg_try_advisory_lock(?)")) {
                try {
                    database.drop();
                } finally {
                    locked(alone, "select pg_advisory_unlock(?)");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for a rehearsal", e);
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

    private void play(Rehearsal rehearsal) throws InterruptedException {
        String number = rehearsal.rehearsalNo();
        try {
            Answer answer = rehearser.rehearse(rehearsal.plan(), (run, percent) -> follow(number, run, percent));
            table.setDone(number, answer, clock.instant());
        } catch (Ended e) {
            LOG.info("rehearsal {} was ended", number);
        } catch (BadInput e) {
            LOG.warn("rehearsal {} cannot be played: {}", number, e.getMessage());
            table.setFailed(number, "rehearsal.problem.failed", clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("rehearsal {} failed", number, e);
            table.setFailed(number, "rehearsal.problem.failed", clock.instant());
        }
    }

    private void follow(String number, int run, int percent) {
        if (!table.advance(number, run, percent)) {
            throw new Ended();
        }
    }

    @TransactionalEventListener
    void onAsked(RehearsalService.Asked event) {
        thread.wake();
    }

    private Duration round() throws InterruptedException {
        if (!cleared) {
            cleared = true;
            clearAwayQuietly();
        }
        return step() ? Duration.ZERO : IDLE;
    }

    private void clearAwayQuietly() {
        try {
            clearAway();
        } catch (RuntimeException e) {
            LOG.warn("the database of an earlier rehearsal is left for the next", e);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Override
    public void start() {
        if (wanted) {
            thread.start();
        }
    }

    /** Breaks off what is played: it may take minutes, and the same seed gives the same answer after the next start. */
    @Override
    public void stop() {
        thread.breakOff();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
