package org.qingwang.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.qingwang.common.BadInput;
import org.qingwang.common.OwnThread;
import org.qingwang.common.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Plays rehearsals in the background, one at a time in the whole installation. If the node whose turn it is dies, the next
 * one clears away what was left and begins anew.
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
    private final Turn turn;
    private final Clock clock;
    private final boolean wanted;

    private final OwnThread thread = new OwnThread("qingwang-rehearsal", this::round);
    private boolean cleared;

    RehearsalWorker(
            Rehearsals table,
            Rehearser rehearser,
            StageDatabase database,
            Turn turn,
            Clock clock,
            @Value("${qingwang.rehearsal.worker:true}") boolean wanted) {
        this.table = table;
        this.rehearser = rehearser;
        this.database = database;
        this.turn = turn;
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
        AtomicBoolean played = new AtomicBoolean();
        turn.take(LOCK, () -> played.set(playNext()));
        return played.get();
    }

    private boolean playNext() throws InterruptedException {
        table.takeUpBroken(MOST_BEGUN, clock.instant());
        Optional<Rehearsal> next = table.begin(clock.instant());
        if (next.isPresent()) {
            play(next.get());
        }
        return next.isPresent();
    }

    /** Clears away what a node that was killed left behind, unless another node is playing. */
    void clearAway() throws InterruptedException {
        if (database.isThere()) {
            turn.take(LOCK, database::drop);
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

    private void clearAwayQuietly() throws InterruptedException {
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
