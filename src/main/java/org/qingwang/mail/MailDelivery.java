package org.qingwang.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends mails one at a time: claimed in a transaction of its own before the server is asked, ended in another right after
 * its answer. A node that dies in between leaves a claim that ends, and the mail goes out again with the Message-ID it had.
 */
@Service
class MailDelivery {

    /** After the last of them a mail is given up: a little more than a day. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12));

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    private final MailRows rows;
    private final MailServer server;
    private final MailWorkflow workflow;
    private final Clock clock;
    private final Duration claim;
    private final TransactionTemplate apart;

    /**
     * @param claim for how long a mail is a node's own: longer than a talk with the slowest server that keeps within the
     *     time limits of {@code spring.mail.properties}
     */
    MailDelivery(
            MailRows rows,
            MailServer server,
            MailWorkflow workflow,
            Clock clock,
            @Value("${qingwang.mail.claim:PT5M}") Duration claim,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.server = server;
        this.workflow = workflow;
        this.clock = clock;
        this.claim = claim;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends the mail that has waited longest.
     *
     * @return what the server answered; empty if nothing is due
     */
    Optional<ServerAnswer> sendNext() {
        Instant now = clock.instant();
        Optional<Mail> claimed = inTransaction(() -> rows.claim(now, now.plus(claim)));
        return claimed.map(mail -> {
            ServerAnswer answer = server.send(mail);
            inTransaction(() -> {
                note(mail, answer);
                return null;
            });
            return answer;
        });
    }

    /**
     * Tries a mail that was given up once more. Does nothing if it is sent.
     *
     * @throws IllegalStateException if the server does not take it
     */
    void sendGivenUp(long id) {
        Instant now = clock.instant();
        Optional<Mail> claimed = inTransaction(() -> rows.claim(id, now, now.plus(claim)));
        if (claimed.isEmpty()) {
            requireNobodySends(id);
            return;
        }
        Mail mail = claimed.get();
        ServerAnswer answer = server.send(mail);
        inTransaction(() -> {
            end(mail, answer.kind() == ServerAnswer.Kind.TAKEN ? MailState.SENT : MailState.GIVEN_UP, answer);
            return null;
        });
        if (answer.kind() != ServerAnswer.Kind.TAKEN) {
            throw new IllegalStateException(
                    "mail " + mail.id() + " is not sent; the server's answer is at /desk/outbox/" + mail.id());
        }
    }

    private void requireNobodySends(long id) {
        if (rows.find(id).orElseThrow().state() == MailState.SENDING) {
            throw new IllegalStateException("mail " + id + " is being sent");
        }
    }

    private void note(Mail mail, ServerAnswer answer) {
        switch (answer.kind()) {
            case TAKEN -> end(mail, MailState.SENT, answer);
            case REFUSED -> {
                LOG.warn("mail {}: refused with code {}", mail.id(), answer.code());
                end(mail, MailState.REFUSED, answer);
            }
            case NOT_NOW, CLOSED -> tryLater(mail, answer);
        }
    }

    private void end(Mail mail, MailState state, ServerAnswer answer) {
        if (state == MailState.SENT) {
            rows.sent(mail.id(), clock.instant());
        } else {
            rows.end(mail.id(), state, clock.instant(), answer.words());
        }
    }

    private void tryLater(Mail mail, ServerAnswer answer) {
        if (mail.tries() > PAUSES.size()) {
            LOG.warn("mail {}: given up after {} tries", mail.id(), mail.tries());
            end(mail, MailState.GIVEN_UP, answer);
            workflow.giveUp(mail);
        } else {
            Duration pause = PAUSES.get(mail.tries() - 1);
            LOG.info("mail {}: not taken, code {}, next try in {}", mail.id(), answer.code(), pause);
            rows.waitUntil(mail.id(), clock.instant().plus(pause), answer.words());
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return apart.execute(status -> work.get());
    }
}
