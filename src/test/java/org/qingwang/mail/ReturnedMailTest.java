package org.qingwang.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditLog;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Over a real mailbox. If this fails, a firm that was never reached loses its deadline, and nobody knows why. */
@QingwangTest
class ReturnedMailTest {

    private static final String OURS = "qingwang@example.org";

    @Autowired
    private MailRows rows;

    @Autowired
    private MailText text;

    @Autowired
    private MailWorkflow workflow;

    @Autowired
    private Mails withoutServer;

    @Autowired
    private Inboxes inboxes;

    @Autowired
    private AuditLog audit;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private final String key = "test " + UUID.randomUUID();
    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
    private GreenMailUser mailbox;
    private Mails mails;
    private MailDelivery delivery;
    private ReturnedMail returned;

    @BeforeEach
    void open() {
        server.start();
        mailbox = server.setUser(OURS, "own", "secret");
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        MailServer outgoing = new MailServer(sender, OURS, clock);
        mails = new Mails(rows, text, outgoing, workflow, audit, events, clock);
        delivery = new MailDelivery(rows, outgoing, workflow, clock, MailDeliveryTest.CLAIM, transactions);
        returned = reader("secret");
    }

    @AfterEach
    void close() {
        server.stop();
        database.sql("delete from mail where mail_key like 'test %'").update();
        database.sql("delete from mail_inbox").update();
    }

    private ReturnedMail reader(String password) {
        return new ReturnedMail(
                new InboxServer("127.0.0.1", server.getImap().getPort(), "own", password, "INBOX", false),
                inboxes,
                withoutServer,
                clock);
    }

    @Test
    void aMailThatComesBackIsNotedOnceAndItsMailboxStaysAsItWas() throws Exception {
        send();
        arrives("From: x@example.net\nSubject: Absent\n\nI am away until Monday.\n");
        arrives(DeliveryReports.of(sentId(), "message/rfc822", "failed"));
        returned.read();

        Mail mail = rows.find(key).orElseThrow();
        assertThat(mail.state()).isEqualTo(MailState.RETURNED);
        assertThat(mail.answer()).contains("550 5.1.1 <zhou@leaf.example>: no such user");
        assertThat(mails.unreachable(List.of("zhou@leaf.example", "other@leaf.example")))
                .containsExactly("zhou@leaf.example");
        returned.read();
        arrives(DeliveryReports.of(sentId(), "message/rfc822", "failed"));
        returned.read();
        assertThat(entries(mail.id())).as("entries in the audit").isEqualTo(1);
        assertThat(server.getManagers().getImapHostManager().getInbox(mailbox).getMessages())
                .hasSize(3)
                .noneMatch(message -> message.getFlags().contains(Flags.Flag.SEEN));
    }

    @Test
    void whatStrangersWriteChangesNothing() throws Exception {
        send();
        String another = "A".repeat(43) + "@example.org";
        arrives(DeliveryReports.of(another, "message/rfc822", "failed"));
        arrives(DeliveryReports.of(sentId(), "message/rfc822", "failed").replace("Action: failed", "Action: delayed"));
        arrives("Subject: x\nContent-Type: multipart/report; report-type=delivery-status\n\nno parts\n");
        arrives(DeliveryReports.of(sentId(), "message/rfc822", "failed")
                .replace("The text.", "x".repeat(InboxServer.LARGEST)));
        returned.read();
        assertThat(rows.find(key).orElseThrow().state()).isEqualTo(MailState.SENT);

        arrives(DeliveryReports.of(sentId(), "message/rfc822", "failed"));
        returned.read();
        assertThat(rows.find(key).orElseThrow().state())
                .as("what nobody can read does not hide what comes after it")
                .isEqualTo(MailState.RETURNED);
    }

    @Test
    void whatComesBackFromTheOldAddressSaysNothingOfTheNewOne() throws Exception {
        send();
        String before = sentId();
        arrives(DeliveryReports.of(before, "message/rfc822", "failed"));
        returned.read();
        long id = rows.find(key).orElseThrow().id();
        Actors.as(
                SignIn.office(),
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> mails.sendAgain(id, "min@leaf.example")));
        delivery.sendNext();
        arrives(DeliveryReports.of(before, "message/rfc822", "failed"));
        returned.read();
        assertThat(rows.find(key).orElseThrow().state()).isEqualTo(MailState.SENT);
        assertThat(sentId()).isNotEqualTo(before);
    }

    @Test
    void aMailboxThatCannotBeReadIsSeenByWhoWatches() {
        reader("wrong").read();
        InboxState state = state();
        assertThat(state.failedAt()).isNotNull();
        assertThat(state.failure()).isNotBlank();
        returned.read();
        assertThat(state().failedAt()).isNull();
        assertThat(state().readAt()).isNotNull();
    }

    @Test
    void twoNodesDoNotReadTheMailboxAtOnce() throws Exception {
        send();
        arrives(DeliveryReports.of(sentId(), "message/rfc822", "failed"));
        String name = state().mailbox();
        assertThat(inboxes.claim(name, clock.instant(), clock.instant().plusSeconds(60)))
                .isPresent();
        returned.read();
        assertThat(rows.find(key).orElseThrow().state()).isEqualTo(MailState.SENT);
    }

    private InboxState state() {
        InboxState[] found = new InboxState[1];
        Actors.as(SignIn.office(), () -> found[0] = returned.inbox().orElseThrow());
        return found[0];
    }

    private void send() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> mails.send(
                        MailOrder.of(key, "zhou@leaf.example", "mail.test", "Zhou Min", LocalDate.of(2026, 3, 1))));
        delivery.sendNext();
    }

    /** As it stands in the mail that went out last. */
    private String sentId() throws Exception {
        MimeMessage[] out = server.getReceivedMessagesForDomain("leaf.example");
        return out[out.length - 1].getMessageID().replaceAll("[<>]", "");
    }

    private void arrives(String message) {
        mailbox.deliver(GreenMailUtil.newMimeMessage(message));
    }

    private int entries(long id) {
        return database.sql("select count(*) from audit_entry where subject_type = 'mail' and subject_id = ?"
                        + " and action = 'mail.returned'")
                .param(Long.toString(id))
                .query(Integer.class)
                .single();
    }
}
