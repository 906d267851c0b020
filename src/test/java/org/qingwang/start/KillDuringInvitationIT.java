package org.qingwang.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingwang.pledge.SampleFirms;
import org.qingwang.support.HttpUser;
import org.qingwang.support.PackagedApplication;

/**
 * Hundreds of firms are asked for a pledge in one go, over a real mail server, and the application is killed in the middle;
 * a thousand with {@code -Dqingwang.firms=1000}.
 * Without this, a power cut could cost a firm its invitation, or fill its mailbox.
 */
class KillDuringInvitationIT {

    private static final int FIRMS = Integer.getInteger("qingwang.firms", 200);

    /** At this many mails at the latest, so that there is a middle on both sides. */
    private static final int MOST_BEFORE = FIRMS * 7 / 10;

    private static final Pattern LINK = Pattern.compile("/pledges/sign/[A-Za-z0-9_-]{43}");

    @TempDir
    private Path folder;

    private final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void open() {
        mailServer.start();
    }

    @AfterEach
    void close() {
        mailServer.stop();
    }

    @Test
    void eachFirmGetsOneMailThoughTheApplicationIsKilled() throws Exception {
        long seed = Long.getLong("qingwang.kill.seed", System.nanoTime());
        System.out.println("seed of the kill: -Dqingwang.kill.seed=" + seed);
        int atMails = 1 + new Random(seed).nextInt(MOST_BEFORE);

        try (PackagedApplication application = start()) {
            HttpUser office = HttpUser.signedIn(application.address().getPort(), "office");
            assertThat(office.upload(
                                    "/desk/pledges/invite",
                                    "file",
                                    "firms.csv",
                                    firms().getBytes(UTF_8),
                                    Map.of("text", "pact-2018/1"))
                            .statusCode())
                    .isEqualTo(302);
            awaitMails(atMails);
            application.kill();
        }
        int arrived = mailServer.getReceivedMessages().length;
        System.out.println("killed after " + arrived + " mails");

        try (PackagedApplication again = start()) {
            Books books = Books.of(folder);
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> books.mailsSent() == FIRMS);
            assertThat(books.pledges()).isEqualTo(FIRMS);
            assertThat(books.openLinks()).isEqualTo(FIRMS);
            eachFirmHasOneMail();
            MimeMessage first = mailServer.getReceivedMessages()[0];
            Matcher link = LINK.matcher(first.getContent().toString());
            assertThat(link.find()).isTrue();
            assertThat(HttpUser.stranger(again.address().getPort())
                            .get(link.group())
                            .statusCode())
                    .as("the link of a mail from before opens")
                    .isEqualTo(200);
        }
    }

    private PackagedApplication start() throws Exception {
        List<String> arguments = new ArrayList<>(PackagedApplication.quickStart());
        // What a dead node held is taken over after minutes; here after seconds.
        arguments.add("--camunda.bpm.job-execution.lock-time-in-millis=10000");
        arguments.add("--qingwang.mail.claim=PT10S");
        PackagedApplication application = PackagedApplication.launch(
                folder,
                Map.of(
                        "QINGWANG_DATA",
                        folder.resolve("data").toString(),
                        "SPRING_MAIL_HOST",
                        "127.0.0.1",
                        "SPRING_MAIL_PORT",
                        Integer.toString(mailServer.getSmtp().getPort())),
                arguments);
        application.awaitReady();
        return application;
    }

    private static String firms() {
        return IntStream.rangeClosed(1, FIRMS)
                .mapToObj(number -> "%s,Leaf %d,浙江,Zhou Min,contact%d@leaf.example,en"
                        .formatted(SampleFirms.code(), number, number))
                .collect(Collectors.joining("\n", "creditCode,name,region,contact,mail,language\n", "\n"));
    }

    private void awaitMails(int count) {
        assertThat(mailServer.waitForIncomingEmail(Duration.ofMinutes(4).toMillis(), count))
                .isTrue();
    }

    /** The one mail on the line when the application was killed may come twice, and mailboxes know it for the same. */
    private void eachFirmHasOneMail() throws MessagingException {
        Map<String, Set<String>> idsByFirm = new TreeMap<>();
        MimeMessage[] arrived = mailServer.getReceivedMessages();
        for (MimeMessage mail : arrived) {
            for (Address firm : mail.getAllRecipients()) {
                idsByFirm
                        .computeIfAbsent(firm.toString(), none -> new HashSet<>())
                        .add(mail.getMessageID());
            }
        }
        assertThat(idsByFirm).hasSize(FIRMS);
        assertThat(idsByFirm.values()).allMatch(ids -> ids.size() == 1);
        assertThat(arrived.length).isBetween(FIRMS, FIRMS + 1);
    }
}
