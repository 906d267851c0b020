package org.qingwang.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Finds the mails that came back. One node reads the mailbox at a time; a mail is noted in a transaction of its own, and
 * the position after all of them, so that a node that dies reads some again and changes nothing by it.
 */
@Service
public class ReturnedMail {

    /** Longer than a mailbox that keeps within the time limits takes for one batch. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMail.class);

    private final InboxServer server;
    private final Inboxes inboxes;
    private final Mails mails;
    private final Clock clock;

    ReturnedMail(InboxServer server, Inboxes inboxes, Mails mails, Clock clock) {
        this.server = server;
        this.inboxes = inboxes;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * @return how the mailbox is read into which mail comes back; empty if none is configured
     * @throws org.qingwang.common.NotAllowed for anybody but the campaign office, supervisors and administrators
     */
    public Optional<InboxState> inbox() {
        Mails.requireWatcher();
        return server.isConfigured()
                ? Optional.of(inboxes.find(server.name()).orElseGet(() -> InboxState.unread(server.name())))
                : Optional.empty();
    }

    /** Reads what is new in the mailbox, as far as one connection goes; does nothing while another node does. */
    void read() {
        Instant now = clock.instant();
        inboxes.claim(server.name(), now, now.plus(CLAIM)).ifPresent(this::readAfter);
    }

    private void readAfter(InboxServer.Position before) {
        try {
            InboxServer.Position after = server.readAfter(before, this::take);
            inboxes.readTo(server.name(), after, clock.instant());
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("the mailbox of returned mail cannot be read: {}", e.toString());
            inboxes.failed(server.name(), clock.instant(), e.getMessage());
        }
    }

    private void take(long uid, Optional<DeliveryReport> report) {
        boolean ours = report.filter(mails::noteReturned).isPresent();
        LOG.debug("returned mail: message {} tells of {}", uid, ours ? "a mail of ours" : "nothing of ours");
    }
}
