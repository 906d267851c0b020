package org.qingwang.law;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees from time to time to everything that becomes due, once the application serves and nobody plays another time. */
@Component
@ConditionalOnProperty(name = "qingwang.clocks.watch", havingValue = "true", matchIfMissing = true)
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final List<Watched> watched;
    private final List<WatchHold> holds;
    private volatile boolean ready;

    Watch(List<Watched> watched, List<WatchHold> holds) {
        this.watched = watched;
        this.holds = holds;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ready = true;
    }

    @Scheduled(fixedDelayString = "${qingwang.clocks.every:PT20S}")
    void look() {
        if (ready && holds.stream().noneMatch(WatchHold::holds)) {
            watched.forEach(Watch::seeTo);
        }
    }

    private static void seeTo(Watched one) {
        try {
            one.bringUpToDate();
        } catch (RuntimeException e) {
            // What is wrong with one must not keep the others waiting.
            LOG.error("{}: tried again later", one.subject(), e);
        }
    }
}
