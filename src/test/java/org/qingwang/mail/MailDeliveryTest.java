package org.qingwang.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Over a real mail server. If this fails, somebody waits for a mail that never comes, or gets it a hundred times. */
@QingwangTest
class MailDeliveryTest {

    private static final String FROM = "Qingwang 清网 <qingwang@example.org>";
    private static final Actor OFFICE = SignIn.office();
    static final Duration CLAIM = Duration.ofMinutes(5);

    @Autowired
    private MailRows rows;

    @Autowired
    private MailText text;

    @Autowired
    private MailWorkflow workflow;

    @Autowired
    private AuditLog audit;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private Mails withoutServer;

    @Autowired
    private Clock clock;

    private final String key = "test " + UUID.randomUUID();
    private GreenMail mailbox;
    private Mails mails;
    private MailDelivery delivery;

    @BeforeEach
    void open() {
        mailbox = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mailbox.start();
        use(mailbox.getSmtp().getPort());
    }

    @AfterEach
    void close() {
        mailbox.stop();
        ClockUtil.reset();
        runtime.createProcessInstanceQuery().processDefinitionKey("undelivered-mail").list().stream()
                .forEach(held -> runtime.deleteProcessInstance(held.getId(), "test"));
        database.sql("delete from mail where mail_key like 'test %'").update();
    }

    private void use(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        MailServer server = new MailServer(sender, FROM, clock);
        mails = new Mails(rows, text, server, workflow, audit, events, clock);
        delivery = new MailDelivery(rows, server, workflow, clock, CLAIM, transactions);
    }

    @Test
    void whatIsOrderedArrivesInTheReadersWords() throws Exception {
        order(MailOrder.of(key, "name@example.net", "mail.test", "Zhang San", LocalDate.of(2026, 3, 1))
                .in(Locale.CHINESE));
        delivery.sendNext();

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("清网试发邮件（Zhang San）");
        assertThat(content(mail)).contains("2026年3月1日", "请勿回复").doesNotContain("{", "This mail");
        assertThat(recipients(mail)).containsExactly("name@example.net");
        assertThat(mail.getFrom()[0].toString()).contains("qingwang@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(find().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aReaderWhoseLanguageNobodyKnowsGetsBoth() throws Exception {
        order(MailOrder.of(key, "name@example.net", "mail.test", "Li Si", LocalDate.of(2026, 3, 1)));
        delivery.sendNext();

        assertThat(onlyMail().getSubject()).isEqualTo("Test mail of Qingwang, for Li Si · 清网试发邮件（Li Si）");
        assertThat(content(onlyMail())).contains("1 Mar 2026", "2026年3月1日");
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            mails.send(test("name@example.net"));
            status.setRollbackOnly();
        });

        assertThat(delivery.sendNext()).isEmpty();
        assertThat(mailbox.getReceivedMessages()).isEmpty();
    }

    @Test
    void theSameOrderedTwiceIsOneMail() {
        order(test("name@example.net"));
        order(test("other@example.net"));
        delivery.sendNext();

        assertThat(delivery.sendNext()).isEmpty();
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
    }

    /** A name chosen by a stranger must not write lines of the head. */
    @Test
    void aNameWithLineBreaksStaysWithinTheSubject() throws Exception {
        String name = "Wang\r\nBcc: everybody@example.net\r\n\r\n<b>body</b>\u2028x";
        order(MailOrder.of(key, "name@example.net", "mail.test", name, LocalDate.of(2026, 3, 1))
                .in(Locale.ENGLISH));
        delivery.sendNext();

        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject())
                .isEqualTo("Test mail of Qingwang, for Wang Bcc: everybody@example.net <b>body</b> x");
    }

    @Test
    void aLongChineseSubjectArrivesWholeInLinesAMailServerTakes() throws Exception {
        String name = "杭州市余杭区某某电子商务有限公司".repeat(8);
        order(MailOrder.of(key, "name@example.net", "mail.test", name, LocalDate.of(2026, 3, 1))
                .in(Locale.CHINESE));
        delivery.sendNext();

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("清网试发邮件（" + name + "）");
        assertThat(Arrays.asList(mail.getHeader("Subject", null).split("\r\n")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78))
                .allSatisfy(line -> assertThat(line).matches("\\p{ASCII}*"));
    }

    @Test
    void anEndlessSubjectIsCutBetweenLetters() {
        MailOrder order = MailOrder.of(key, "name@example.net", "mail.test", "𠮷".repeat(300), LocalDate.of(2026, 3, 1))
                .in(Locale.CHINESE);
        String subject = text.subject(order);

        assertThat(subject).endsWith("𠮷…");
        assertThat(subject.codePointCount(0, subject.length())).isLessThanOrEqualTo(200);
    }

    @Test
    void aNodeKilledBeforeTheServerIsAskedLosesNothing() {
        order(test("name@example.net"));
        claimAndDie();

        assertThat(delivery.sendNext())
                .as("claimed by a node that may still live")
                .isEmpty();
        later(CLAIM);
        delivery.sendNext();
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        assertThat(find().state()).isEqualTo(MailState.SENT);
    }

    /** The one moment in which a double cannot be ruled out: whoever gets it can tell. */
    @Test
    void aNodeKilledAfterTheServerTookTheMailSendsItAgainUnderTheSameId() throws Exception {
        order(test("name@example.net"));
        serverOf(mailbox.getSmtp().getPort()).send(claimAndDie());
        later(CLAIM);
        delivery.sendNext();

        MimeMessage[] received = mailbox.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getMessageID())
                .isEqualTo(received[1].getMessageID())
                .matches("<[\\w-]{43}@example.org>");
    }

    @Test
    void nodesThatSendSideBySideSendEachMailOnce() throws Exception {
        int many = 40;
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> mails.send(IntStream.range(0, many)
                        .mapToObj(number -> MailOrder.of(
                                key + " " + number, "n" + number + "@example.net", "mail.test", "X", LocalDate.EPOCH))
                        .toList()));
        Set<Thread> senders = ConcurrentHashMap.newKeySet();
        CountDownLatch ready = new CountDownLatch(4);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        for (int node = 0; node < 4; node++) {
            nodes.submit(() -> {
                ready.countDown();
                ready.await();
                while (delivery.sendNext().isPresent()) {
                    senders.add(Thread.currentThread());
                }
                return null;
            });
        }
        nodes.shutdown();
        assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        Set<String> recipients = new TreeSet<>();
        for (MimeMessage mail : mailbox.getReceivedMessages()) {
            assertThat(recipients.add(mail.getAllRecipients()[0].toString())).isTrue();
        }
        assertThat(recipients).hasSize(many);
        assertThat(senders).hasSizeGreaterThan(1);
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndGetsTheMailWhenItIsBack() {
        int port = mailbox.getSmtp().getPort();
        order(test("name@example.net"));
        mailbox.stop();

        assertThat(delivery.sendNext())
                .hasValueSatisfying(answer -> assertThat(answer.kind()).isEqualTo(ServerAnswer.Kind.CLOSED));
        assertThat(find().state()).isEqualTo(MailState.WAITING);
        assertThat(find().answer()).isNotBlank();
        assertThat(delivery.sendNext()).as("before the pause is over").isEmpty();

        mailbox = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        later(MailDelivery.PAUSES.get(0));
        delivery.sendNext();
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        assertThat(find().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aFullMailboxIsTriedLaterAndOneThatDoesNotExistNeverAgain() {
        try (PickyServer full = new PickyServer("RCPT", "452 mailbox full")) {
            use(full.port());
            order(test("name@example.net"));
            assertThat(delivery.sendNext())
                    .hasValueSatisfying(answer -> assertThat(answer.kind()).isEqualTo(ServerAnswer.Kind.NOT_NOW));
            assertThat(find().state()).isEqualTo(MailState.WAITING);
        }
        try (PickyServer unknown = new PickyServer("RCPT", "550 no such mailbox here")) {
            use(unknown.port());
            later(MailDelivery.PAUSES.get(0));
            delivery.sendNext();
            assertThat(find().state()).isEqualTo(MailState.REFUSED);
            assertThat(find().answer()).contains("550 no such mailbox here");
            later(Duration.ofDays(2));
            assertThat(delivery.sendNext()).isEmpty();
        }
    }

    /** A password that ran out must not cost a single mail. */
    @Test
    void aServerThatLetsNobodyInIsNoFaultOfTheMail() {
        try (PickyServer closed = new PickyServer("MAIL", "530 authentication required")) {
            use(closed.port());
            order(test("name@example.net"));
            assertThat(delivery.sendNext())
                    .hasValueSatisfying(answer -> assertThat(answer.kind()).isEqualTo(ServerAnswer.Kind.CLOSED));
            assertThat(find().state()).isEqualTo(MailState.WAITING);
        }
    }

    @Test
    void aRefusedMailIsSentAgainToACorrectedAddress() throws Exception {
        try (PickyServer unknown = new PickyServer("RCPT", "550 no such mailbox here")) {
            use(unknown.port());
            order(test("nmae@example.net"));
            delivery.sendNext();
        }
        use(mailbox.getSmtp().getPort());
        long id = find().id();

        asOffice(() -> {
            assertThatThrownBy(() -> mails.sendAgain(id, "name@example.net\r\nBcc: x@example.net"))
                    .isInstanceOf(BadInput.class);
            mails.sendAgain(id, "name@example.net");
            mails.sendAgain(id, "name@example.net");
        });
        delivery.sendNext();
        assertThat(delivery.sendNext()).isEmpty();
        assertThat(recipients(onlyMail())).containsExactly("name@example.net");
    }

    @Test
    void aMailTriedInVainForADayIsAnIncidentUntilASupervisorGetsItSent() throws Exception {
        mailbox.stop();
        order(test("name@example.net"));
        delivery.sendNext();
        for (Duration pause : MailDelivery.PAUSES) {
            later(pause);
            delivery.sendNext();
        }
        assertThat(find().state()).isEqualTo(MailState.GIVEN_UP);
        Job job = job();
        assertThatThrownBy(() -> new UndeliveredMails(delivery).send(find().id()))
                .hasMessageContaining("/desk/outbox/" + find().id())
                .hasMessageNotContaining("name@example.net");
        // What the engine's own delegate meets here: this application has no mail server.
        assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("is not sent");
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .count())
                .isEqualTo(1);

        asOffice(() -> mails.sendAgain(find().id(), "right@example.net"));
        asOffice(() -> mails.sendAgain(find().id(), "right@example.net"));
        assertThat(job().getRetries()).isEqualTo(1);
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .count())
                .isZero();

        mailbox = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mailbox.start();
        use(mailbox.getSmtp().getPort());
        new UndeliveredMails(delivery).send(find().id());
        new UndeliveredMails(delivery).send(find().id());
        assertThat(recipients(onlyMail())).containsExactly("right@example.net");
        management.executeJob(job.getId());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .count())
                .isZero();
    }

    @Test
    void whatOpensSomethingIsGoneFromTheTextOnceItIsSent() {
        order(MailOrder.of(key, "name@example.net", "mail.test", "s3cr3t-t0k3n", LocalDate.EPOCH)
                .withSecret("s3cr3t-t0k3n"));
        assertThat(find().bodyForOthers()).doesNotContain("s3cr3t-t0k3n");
        delivery.sendNext();

        assertThat(find().body()).doesNotContain("s3cr3t-t0k3n").contains(Mail.STRUCK);
        assertThat(find().secret()).isNull();
        asOffice(() -> mails.noteReturned(find().id(), "unknown user"));
        asOffice(() -> mails.noteReturned(find().id(), "unknown user"));
        assertThat(find().state()).isEqualTo(MailState.RETURNED);
        asOffice(() -> assertThatThrownBy(() -> mails.sendAgain(find().id(), "name@example.net"))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.messageKey()).isEqualTo("mail.again.struck")));
    }

    @Test
    void anAdministratorSeesWhetherTheServerTakesMail() throws Exception {
        asOffice(() -> mails.sendTest("office@example.net"));
        delivery.sendNext();

        assertThat(onlyMail().getSubject()).contains("Campaign office");
        database.sql("delete from mail where template = 'mail.test' and recipient = 'office@example.net'")
                .update();
    }

    @Test
    void withoutAServerTheDemonstrationKeepsTheMail() {
        withoutServer.send(test("name@example.net"));

        assertThat(find().state()).isEqualTo(MailState.KEPT);
        assertThat(delivery.sendNext()).isEmpty();
        Actors.as(
                OFFICE,
                () -> assertThatThrownBy(() -> withoutServer.sendAgain(find().id(), "name@example.net"))
                        .isInstanceOf(BadInput.class));
    }

    @Test
    void officersOfAnAgencyDoNotReadTheMailOfOthers() {
        withoutServer.send(test("name@example.net").about("test " + key));
        long id = find().id();

        Actors.as(SignIn.officer("commerce-330000"), () -> {
            assertThatThrownBy(() -> withoutServer.get(id)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> withoutServer.newest(null, Long.MAX_VALUE, 10))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> withoutServer.sendAgain(id, "x@example.net"))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> withoutServer.noteReturned(id, "")).isInstanceOf(NotAllowed.class);
        });
        assertThat(withoutServer.about("test " + key)).extracting(Mail::id).containsExactly(id);
        asOffice(() -> assertThat(withoutServer.newest(MailState.KEPT, id + 1, 1))
                .extracting(Mail::id)
                .isEqualTo(List.of(id)));
    }

    private MailOrder test(String recipient) {
        return MailOrder.of(key, recipient, "mail.test", "Zhang San", LocalDate.of(2026, 3, 1));
    }

    private void order(MailOrder order) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> mails.send(order));
    }

    private Mail claimAndDie() {
        return rows.claim(clock.instant(), clock.instant().plus(CLAIM)).orElseThrow();
    }

    private MailServer serverOf(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailServer(sender, FROM, clock);
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time).plusSeconds(1)));
    }

    private Mail find() {
        return rows.find(key).orElseThrow();
    }

    private Job job() {
        return management
                .createJobQuery()
                .processDefinitionKey("undelivered-mail")
                .singleResult();
    }

    private void asOffice(Runnable work) {
        Actors.as(OFFICE, () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }

    private MimeMessage onlyMail() {
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        return mailbox.getReceivedMessages()[0];
    }

    private static List<String> recipients(MimeMessage mail) throws MessagingException {
        return Arrays.stream(mail.getAllRecipients()).map(Address::toString).toList();
    }

    private static String content(MimeMessage mail) throws IOException, MessagingException {
        return (String) mail.getContent();
    }
}
