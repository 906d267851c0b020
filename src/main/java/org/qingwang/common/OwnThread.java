package org.qingwang.common;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread for one kind of work in the background, round after round with a rest in between, so that the threads that run
 * timers and jobs stay free for them. A round that fails is tried again, first after a second, at last every minute.
 */
public final class OwnThread {

    private static final Logger LOG = LoggerFactory.getLogger(OwnThread.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Round round;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean woken;
    private volatile Thread thread;

    /** A part of the work. */
    @FunctionalInterface
    public interface Round {

        /**
         * Does it.
         *
         * @return how long to rest before the next one, unless woken
         * @throws InterruptedException if it is broken off; there is no next one
         */
        Duration work() throws InterruptedException;
    }

    /**
     * One that does not work yet.
     *
     * @param name of the thread, for whoever reads a dump or the log
     */
    public OwnThread(String name, Round round) {
        this.name = name;
        this.round = round;
    }

    /** Begins the first round; does nothing if it is at work. */
    public synchronized void start() {
        if (thread == null) {
            Thread started = new Thread(this::run, name);
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    /** There is something to do: the rest is over, or the next one is left out. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    /** Lets the round at work finish, for half a minute at most. */
    public void end() {
        leave(false);
    }

    /** Interrupts the round at work and waits until it has cleared up, for half a minute at most. */
    public void breakOff() {
        leave(true);
    }

    private synchronized void leave(boolean interrupting) {
        Thread leaving = thread;
        thread = null;
        if (leaving == null) {
            return;
        }
        if (interrupting) {
            leaving.interrupt();
        }
        wake();
        try {
            TimeUnit.MILLISECONDS.timedJoin(leaving, PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration trouble = Duration.ZERO;
        try {
            while (isAtWork()) {
                try {
                    rest(round.work());
                    trouble = Duration.ZERO;
                } catch (RuntimeException e) {
                    trouble = longer(trouble);
                    LOG.warn("{}: next try in {} s", name, trouble.toSeconds(), e);
                    rest(trouble);
                }
            }
        } catch (InterruptedException e) {
            LOG.info("{}: broken off", name);
        }
    }

    private boolean isAtWork() {
        return Thread.currentThread() == thread;
    }

    private static Duration longer(Duration trouble) {
        Duration next = trouble.isZero() ? Duration.ofSeconds(1) : trouble.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private void rest(Duration rest) throws InterruptedException {
        lock.lock();
        try {
            long nanos = rest.toNanos();
            while (!woken && nanos > 0 && isAtWork()) {
                nanos = news.awaitNanos(nanos);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}
