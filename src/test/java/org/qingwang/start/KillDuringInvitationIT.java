package org.qingwang.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
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
 * Hundreds of firms are asked for a pledge in one go, over a real mail server, a briefing is mailed among them and another
 * one compiled, and the application is killed in the middle of all three; a thousand firms with
 * {@code -Dqingwang.firms=1000}. Without this, a power cut could cost a firm its invitation, fill mailboxes, or leave half a
 * briefing or two.
 */
class KillDuringInvitationIT {

    private static final int FIRMS = Integer.getInteger("qingwang.firms", 200);

    /** At this many mails of the briefing at the latest, so that there is a middle on both sides. */
    private static final int MOST_BEFORE = BriefingWork.RECIPIENTS / 2;

    private static final Pattern LINK = Pattern.compile("/pledges/sign/[A-Za-z0-9_-]{43}");

    @TempDir
    private Path folder;

    private final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void open() throws IOException {
        PackagedApplication.copyDatabase(folder.resolve("data"));
        mailServer.start();
    }

    @AfterEach
    void close() {
        mailServer.stop();
    }

    @Test
    void everythingIsThereOnceThoughTheApplicationIsKilled() throws Exception {
        long seed = Long.getLong("qingwang.kill.seed", System.nanoTime());
        System.out.println("seed of the kill: -Dqingwang.kill.seed=" + seed);
        int atMails = 1 + new Random(seed).nextInt(MOST_BEFORE);

        String compiling;
        String published;
        try (PackagedApplication application = start()) {
            Books books = Books.of(folder);
            BriefingWork briefings = new BriefingWork(application.address(), books);
            briefings.launchCampaign();
            await().atMost(Duration.ofMinutes(1)).until(() -> books.briefings().size() >= 2);
            published = books.briefings().get(0);
            compiling = books.briefings().get(1);
            briefings.sendReturn(published);
            awaitStage(books, published, "DRAFT");
            briefings.draft();
            try (Connection holding = books.holdUpTotals()) {
                briefings.sendReturn(compiling);
                await().atMost(Duration.ofMinutes(1)).until(books::isSomebodyHeldUp);
                assertThat(briefings
                                .office()
                                .upload(
                                        "/desk/pledges/invite",
                                        "file",
                                        "firms.csv",
                                        firms().getBytes(UTF_8),
                                        Map.of("text", "pact-2018/1"))
                                .statusCode())
                        .isEqualTo(302);
                awaitMails(1);
                briefings.review();
                awaitBriefingMails(atMails);
                application.kill();
                holding.rollback();
            }
        }
        int arrived = mailServer.getReceivedMessages().length;
        int ofBriefing = mailsOfBriefing().size();
        System.out.println("killed after " + arrived + " mails, " + ofBriefing + " of them of the briefing");
        assertThat(ofBriefing).as("in the middle of mailing").isBetween(1, BriefingWork.RECIPIENTS - 1);

        try (PackagedApplication again = start()) {
            Books books = Books.of(folder);
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> books.mailsSent() == FIRMS + BriefingWork.RECIPIENTS);
            assertThat(books.pledges()).isEqualTo(FIRMS);
            assertThat(books.openLinks()).isEqualTo(FIRMS);
            eachRecipientHasOneMail();
            assertThat(books.rowsOf("briefing_version", published)).isEqualTo(1);
            awaitStage(books, compiling, "DRAFT");
            isCompiledOnce(books, published, compiling);
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

    /** The killed one had written half of it; both have the same indicators and one agency. */
    private static void isCompiledOnce(Books books, String published, String compiling) {
        assertThat(books.rowsOf("briefing_version", compiling)).isEqualTo(1);
        for (String table : List.of("briefing_figure", "briefing_total")) {
            assertThat(books.rowsOf(table, compiling)).as(table).isPositive().isEqualTo(books.rowsOf(table, published));
        }
        assertThat(books.entriesOfTheAudit("briefing.compiled", compiling)).isEqualTo(1);
        assertThat(books.entriesOfTheAudit("briefing.published", published)).isEqualTo(1);
    }

    private static void awaitStage(Books books, String briefingNo, String stage) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> books.stageOf(briefingNo).equals(stage));
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

    private void awaitBriefingMails(int count) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> mailsOfBriefing().size() >= count);
    }

    private List<MimeMessage> mailsOfBriefing() throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage mail : mailServer.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().endsWith("@province.example")) {
                found.add(mail);
            }
        }
        return found;
    }

    private void awaitMails(int count) {
        assertThat(mailServer.waitForIncomingEmail(Duration.ofMinutes(4).toMillis(), count))
                .isTrue();
    }

    /** The one mail on the line when the application was killed may come twice, and mailboxes know it for the same. */
    private void eachRecipientHasOneMail() throws MessagingException {
        Map<String, Set<String>> idsByRecipient = new TreeMap<>();
        MimeMessage[] arrived = mailServer.getReceivedMessages();
        for (MimeMessage mail : arrived) {
            for (Address recipient : mail.getAllRecipients()) {
                idsByRecipient
                        .computeIfAbsent(recipient.toString(), none -> new HashSet<>())
                        .add(mail.getMessageID());
            }
        }
        assertThat(idsByRecipient).hasSize(FIRMS + BriefingWork.RECIPIENTS);
        assertThat(idsByRecipient.values()).allMatch(ids -> ids.size() == 1);
        assertThat(arrived.length - idsByRecipient.size()).isBetween(0, 1);
    }
}
