package org.qingwang.mail;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import org.qingwang.common.OwnThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what waits, in one thread of its own on every node: a mail server that hangs must not hold the threads that run
 * timers and jobs. Nodes share the mails between them.
 */
@Component
class MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final MailDelivery delivery;
    private final MailServer server;
    private final OwnThread thread = new OwnThread("qingwang-mail", this::round);
    private Duration rest = Duration.ZERO;
    private long restsUntil = System.nanoTime();

    MailWorker(MailDelivery delivery, MailServer server) {
        this.delivery = delivery;
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (server.isConfigured()) {
            thread.start();
        }
    }

    /** The mail is in somebody's mailbox before the page that ordered it is drawn. */
    @TransactionalEventListener
    void onOrdered(Mails.Ordered event) {
        thread.wake();
    }

    /** Sends until nothing is due or the server is closed. One mail in a while then asks whether it is back. */
    private Duration round() {
        if (System.nanoTime() - restsUntil < 0) {
            return EVERY;
        }
        try {
            Optional<ServerAnswer> answer = delivery.sendNext();
            answer.ifPresent(given -> takeRest(given.kind() == ServerAnswer.Kind.CLOSED));
            return answer.isPresent() ? Duration.ZERO : EVERY;
        } catch (RuntimeException e) {
            LOG.warn("mail: tried again later", e);
            takeRest(true);
            return EVERY;
        }
    }

    private void takeRest(boolean needed) {
        if (!needed) {
            rest = Duration.ZERO;
            return;
        }
        Duration longer = rest.isZero() ? EVERY : rest.multipliedBy(2);
        rest = longer.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : longer;
        restsUntil = System.nanoTime() + rest.toNanos();
    }

    /** Lets the mail on the line finish. */
    @PreDestroy
    void stop() {
        thread.end();
    }
}
