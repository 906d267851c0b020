package org.qingwang.mail;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks for returned mail again and again, if a mailbox is configured. */
@Component
class InboxWorker {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);

    private final ReturnedMail returned;
    private final InboxServer server;
    private final Duration every;
    private OwnThread thread;

    InboxWorker(ReturnedMail returned, InboxServer server, @Value("${qingwang.mail.inbox.every:PT1M}") Duration every) {
        this.returned = returned;
        this.server = server;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (server.isConfigured() && thread == null) {
            thread = new OwnThread("qingwang-returned-mail");
            thread.every(every, this::round);
        }
    }

    /** What is thrown would end all further rounds. */
    private void round() {
        try {
            returned.read();
        } catch (RuntimeException e) {
            LOG.warn("returned mail: looked for again later", e);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        if (thread != null) {
            thread.end();
        }
    }
}
