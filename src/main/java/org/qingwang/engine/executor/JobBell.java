package org.qingwang.engine.executor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes, through the database, that there are jobs to run. From a thread and a connection of its own:
 * PostgreSQL lets transactions that notify commit only one after the other, so work itself never does. Many rings in a
 * short time are one.
 */
final class JobBell implements Runnable {

    /** The channel's name in the database. */
    static final String CHANNEL = "qingwang_jobs";

    private static final Logger log = LoggerFactory.getLogger(JobBell.class);

    /** No more than a hundred rings a second, however many jobs are made. */
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long PAUSE_AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Line line;
    private final String node;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private boolean rung;
    private boolean stopped;
    private Thread thread;

    /**
     * @param line where the database is
     * @param node names this node, so that it does not listen to itself
     */
    JobBell(Line line, String node) {
        this.line = line;
        this.node = node;
    }

    void start() {
        thread = new Thread(this::ringWhenAsked, "job-bell");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks for a ring and returns at once. */
    @Override
    public void run() {
        lock.lock();
        try {
            rung = true;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void ringWhenAsked() {
        while (!isStopped()) {
            try (Connection connection = line.open();
                    PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
                notify.setString(1, CHANNEL);
                notify.setString(2, node);
                while (awaitRing()) {
                    notify.execute();
                    pause(SHORTEST_PAUSE_NANOS);
                }
            } catch (SQLException e) {
                log.warn("Other nodes cannot be told of new jobs and will find them by polling: {}", e.getMessage());
                pause(PAUSE_AFTER_FAILURE_NANOS);
            }
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** @return whether to ring; false if stopped */
    private boolean awaitRing() {
        lock.lock();
        try {
            while (!rung && !stopped) {
                change.awaitUninterruptibly();
            }
            rung = false;
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    private void pause(long nanoseconds) {
        lock.lock();
        try {
            long left = nanoseconds;
            while (!stopped && left > 0) {
                left = change.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }
}
