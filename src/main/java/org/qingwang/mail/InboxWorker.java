package org.qingwang.mail;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.qingwang.common.OwnThread;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks for returned mail again and again, if a mailbox is configured. */
@Component
class InboxWorker {

    private final ReturnedMail returned;
    private final InboxServer server;
    private final Duration every;
    private final OwnThread thread = new OwnThread("qingwang-returned-mail", this::round);

    InboxWorker(ReturnedMail returned, InboxServer server, @Value("${qingwang.mail.inbox.every:PT1M}") Duration every) {
        this.returned = returned;
        this.server = server;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (server.isConfigured()) {
            thread.start();
        }
    }

    private Duration round() {
        returned.read();
        return every;
    }

    @PreDestroy
    void stop() {
        thread.end();
    }
}
