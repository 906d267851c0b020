package org.qingwang.demonstration;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.qingwang.common.StrictYaml;
import org.qingwang.common.Turn;
import org.qingwang.law.WatchHold;
import org.qingwang.mail.Mails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Plays the demonstration's campaign behind a first start: whoever comes can work meanwhile. Not where mail really goes
 * out: its firms' addresses are nobody's.
 */
@Component
@Profile("demo & !test")
class DemonstrationAtStart implements WatchHold, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationAtStart.class);
    private static final String SCRIPT = "campaign-1";
    private static final long LOCK = 340;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Play play;
    private final Turn turn;
    private final Mails mails;
    private final boolean wanted;
    private volatile boolean over;
    private volatile Thread thread;

    DemonstrationAtStart(Play play, Turn turn, Mails mails, @Value("${qingwang.demo.campaign:true}") boolean wanted) {
        this.play = play;
        this.turn = turn;
        this.mails = mails;
        this.wanted = wanted;
    }

    @Override
    public boolean holds() {
        return !over;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!wanted || mails.goesOut() || play.isOver(SCRIPT)) {
            over = true;
            return;
        }
        thread = new Thread(this::play, "demonstration");
        thread.setDaemon(true);
        thread.start();
    }

    private void play() {
        try {
            while (!turn.take(LOCK, this::playToTheEnd)) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.info("The demonstration's campaign goes on at the next start.");
        } catch (IOException | RuntimeException e) {
            LOG.warn("The demonstration's campaign is incomplete; the next start goes on with it.", e);
        } finally {
            over = true;
        }
    }

    /** Another node may have played it meanwhile; if it died, this one goes on. */
    private void playToTheEnd() throws IOException, InterruptedException {
        if (play.isOver(SCRIPT)) {
            return;
        }
        long begun = System.nanoTime();
        Script script = StrictYaml.read(new ClassPathResource("demonstration/stories.yaml"), Script.class, "play");
        Play.Played played = play.play(SCRIPT, script);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        LOG.info(
                "The demonstration's campaign is there, after {} moves in {} s; all of it is fiction.",
                played.moves(),
                took.toMillis() / 100 / 10.0);
        played.missed().forEach(move -> LOG.warn("not played: {}", move));
    }

    @Override
    public void destroy() {
        Thread playing = thread;
        if (playing != null) {
            playing.interrupt();
        }
    }
}
