package org.qingwang.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.LinkSecret;
import org.qingwang.common.NotAllowed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends mail on behalf of the capabilities. An order is a row in the caller's transaction: the mail goes out if and only if
 * what it tells of has happened. Who watches sees every mail and what became of it at {@code /desk/outbox}.
 */
@Service
@Transactional
public class Mails {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final MailRows rows;
    private final MailText text;
    private final MailServer server;
    private final MailWorkflow workflow;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mails(
            MailRows rows,
            MailText text,
            MailServer server,
            MailWorkflow workflow,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.text = text;
        this.server = server;
        this.workflow = workflow;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** There is something to send once the transaction is through. */
    record Ordered() {}

    /**
     * Sends a mail after the transaction of the caller is through. Ordering the same key twice sends one mail.
     *
     * @throws BadInput if the recipient is no mail address
     */
    public void send(MailOrder order) {
        send(List.of(order));
    }

    /** As {@link #send(MailOrder)} for many at once, with one statement. */
    public void send(List<MailOrder> orders) {
        if (orders.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        rows.add(orders.stream().map(order -> ordered(order, now)).toList());
        if (server.isConfigured()) {
            events.publishEvent(new Ordered());
        }
    }

    private Mail ordered(MailOrder order, Instant now) {
        boolean sent = server.isConfigured();
        return new Mail(
                0,
                order.key(),
                LinkSecret.make(),
                MailAddress.check("recipient", order.recipient()),
                order.language() == null ? null : order.language().getLanguage(),
                order.template(),
                text.subject(order),
                text.body(order),
                order.secret(),
                order.about(),
                sent ? MailState.WAITING : MailState.KEPT,
                0,
                now,
                now,
                sent ? null : now,
                null);
    }

    /** @return the mails that belong to something, the oldest first */
    @Transactional(readOnly = true)
    public List<Mail> about(String whole) {
        return rows.about(whole);
    }

    /** @return a mail by the key it was ordered with */
    @Transactional(readOnly = true)
    public Optional<Mail> find(String key) {
        return rows.find(key);
    }

    /**
     * Reads the outbox, the newest first.
     *
     * @param state only mails that stand there, null for all
     * @param before only mails with a lower id
     * @throws NotAllowed for anybody but the campaign office, supervisors and administrators
     */
    @Transactional(readOnly = true)
    public List<Mail> newest(MailState state, long before, int atMost) {
        requireWatcher();
        return rows.newest(state, before, atMost);
    }

    /** @throws NotAllowed if there is no such mail, or it is not for the person to see */
    @Transactional(readOnly = true)
    public Mail get(long id) {
        requireWatcher();
        return rows.find(id).orElseThrow(() -> new NotAllowed("mail " + id));
    }

    /** @return how many mails need somebody: refused, returned or given up */
    @Transactional(readOnly = true)
    public int inTrouble() {
        requireWatcher();
        return rows.countInTrouble();
    }

    /**
     * Sends a mail again that was refused, returned or given up, to the same or to a corrected address. Doing it twice sends
     * it once.
     *
     * @throws BadInput if the address is none
     */
    public void sendAgain(long id, String recipient) {
        requireWatcher();
        Mail mail = rows.lock(id).orElseThrow(() -> new NotAllowed("mail " + id));
        String address = MailAddress.check("recipient", recipient);
        switch (mail.state()) {
            case GIVEN_UP -> {
                rows.readdress(id, address);
                workflow.tryAgain(mail);
            }
            case REFUSED, RETURNED -> {
                requireWhole(mail);
                rows.waitAgain(id, address, LinkSecret.make(), clock.instant());
                events.publishEvent(new Ordered());
            }
            case WAITING -> {
                return;
            }
            case SENDING, SENT, KEPT -> throw new BadInput("", "mail.again.not-needed");
        }
        boolean corrected = !address.equals(mail.recipient());
        audit.record(AuditEntry.of("mail.sent-again", "mail", Long.toString(id), Map.of("corrected", corrected)));
    }

    /** Once it was sent, what opened something is gone from the text. */
    private static void requireWhole(Mail mail) {
        if (mail.secret() == null && mail.body().contains(Mail.STRUCK)) {
            throw new BadInput("", "mail.again.struck");
        }
    }

    /**
     * Sends a mail that shows whether the mail server takes any.
     *
     * @throws BadInput if the address is none
     */
    public void sendTest(String recipient) {
        requireWatcher();
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        send(MailOrder.of(
                "test " + UUID.randomUUID(),
                recipient,
                "mail.test",
                Actors.current().name(),
                today));
    }

    /** Notes that a mail came back, as whoever reads the sender's mailbox saw. Noting it twice changes nothing. */
    public void noteReturned(long id, String why) {
        requireWatcher();
        Mail mail = rows.lock(id).orElseThrow(() -> new NotAllowed("mail " + id));
        if (mail.state() == MailState.RETURNED) {
            return;
        }
        if (mail.state() != MailState.SENT) {
            throw new BadInput("", "mail.returned.not-sent");
        }
        returned(mail, why == null ? "" : why.strip());
    }

    /**
     * Notes that a mail came back, as a delivery report says. Changes nothing if the mail is not one of ours, was never
     * sent, or came back before.
     *
     * @return whether it is a mail of ours that was sent
     */
    boolean noteReturned(DeliveryReport report) {
        Optional<Mail> sent = rows.lockByMessage(report.messageIds()).filter(mail -> mail.state() == MailState.SENT);
        sent.ifPresent(mail -> returned(mail, report.words()));
        return sent.isPresent();
    }

    private void returned(Mail mail, String why) {
        rows.end(mail.id(), MailState.RETURNED, clock.instant(), why);
        audit.record(AuditEntry.of("mail.returned", "mail", Long.toString(mail.id()), Map.of()));
    }

    /** @return those of the addresses at which a mail was refused or from which one came back */
    @Transactional(readOnly = true)
    public Set<String> unreachable(Collection<String> addresses) {
        return rows.unreachable(addresses);
    }

    /** Whether mail goes out, and so may come back. */
    public boolean goesOut() {
        return server.isConfigured();
    }

    static void requireWatcher() {
        Actor actor = Actors.current();
        if (!actor.seesEverything() && !actor.isAdministrator()) {
            throw new NotAllowed("the outbox");
        }
    }
}
