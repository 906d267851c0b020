package org.qingwang.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If this fails, nobody hears that a firm was never reached, or a stranger's mail says so of one that was. */
class DeliveryReportTest {

    private static final String ID = "Zm9ybWVkLWxpa2UtYS1kcmF3bi1vbmUtYW5kLWxvbmc";

    @Test
    void whatAServerWritesBackNamesTheMailAndTheReason() throws Exception {
        DeliveryReport report = read(report("message/rfc822", "failed")).orElseThrow();
        assertThat(report.messageIds()).containsExactly(ID);
        assertThat(report.words())
                .isEqualTo("5.1.1 · smtp; 550 5.1.1 <zhou@leaf.example>: no such user · rfc822; zhou@leaf.example");
    }

    /** Some servers return the head alone, some write field names and types in capitals. */
    @ParameterizedTest
    @ValueSource(strings = {"text/rfc822-headers", "MESSAGE/RFC822", "message/global-headers"})
    void theHeadAloneIsEnough(String type) throws Exception {
        assertThat(read(report(type, "Failed")).orElseThrow().messageIds()).containsExactly(ID);
    }

    @Test
    void aServerThatReturnsNothingNamesTheMailItAnswers() throws Exception {
        String report =
                report("text/plain", "failed").replace("From: ", "In-Reply-To: <" + ID + "@example.org>\nFrom: ");
        assertThat(read(report).orElseThrow().messageIds()).containsExactly(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded", "", "failed-not"})
    void aMailThatIsOnlyLateOrArrivedHasNotComeBack(String action) throws Exception {
        assertThat(read(report("message/rfc822", action))).isEmpty();
    }

    @Test
    void whoeverQuotesAMailWritesNoReport() throws Exception {
        assertThat(read("From: x@example.net\nSubject: Undelivered\n\nMessage-ID: <" + ID
                        + "@example.org>\nAction: failed\n"))
                .isEmpty();
        assertThat(read(report("message/rfc822", "failed")
                        .replace("report-type=delivery-status", "report-type=disposition-notification")))
                .isEmpty();
        assertThat(read(report("message/rfc822", "failed").replace("multipart/report", "multipart/mixed")))
                .isEmpty();
        assertThat(read(report("message/rfc822", "failed").replace("message/delivery-status", "text/plain")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<short@example.org>",
                "Zm9ybWVkLWxpa2UtYS1kcmF3bi1vbmUtYW5kLWxvbmc@example.org",
                "<Zm9ybWVkLWxpa2UtYS1kcmF3bi1vbmUtYW5kLWxvbmc>",
                "<' or 1=1 -- aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org>",
                ""
            })
    void aNameThatIsNoneOfOursIsNone(String id) throws Exception {
        assertThat(read(report("message/rfc822", "failed").replace("<" + ID + "@example.org>", id)))
                .isEmpty();
    }

    /** A report inside a report inside a report says nothing of a mail of ours: only the outermost one is read. */
    @Test
    void aReportHiddenDeepInsideIsNotLookedFor() throws Exception {
        StringBuilder nested = new StringBuilder(report("message/rfc822", "failed"));
        for (int depth = 0; depth < 2000; depth++) {
            nested.insert(0, "Content-Type: message/rfc822\n\n");
        }
        assertThat(read("Content-Type: multipart/mixed; boundary=outer\n\n--outer\n" + nested + "\n--outer--\n"))
                .isEmpty();
    }

    @Test
    void wordsOfAStrangerStayWords() throws Exception {
        String report = report("message/rfc822", "failed")
                .replace("no such user", "no\u202E user\u0007 <script>" + "x".repeat(5000));
        String words = read(report).orElseThrow().words();
        assertThat(words).hasSize(400).contains("no user <script>").doesNotContain("\u202E", "\u0007");
    }

    @Test
    void whatIsBrokenIsNoReport() throws Exception {
        String whole = report("message/rfc822", "failed");
        assertThat(read(whole.replace("boundary=\"b1\"", "boundary=\"\""))).isEmpty();
        assertThat(read(whole.replace("Content-Type: multipart/report", "Content-Type: ;;;multipart")))
                .isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(read("\u0000\u0001\u0002")).isEmpty();
        assertThat(read(whole.replace("Action: failed", "x: y\n".repeat(30_000))))
                .isEmpty();
        assertThat(read(whole.replace("--b1\n", "--b1\nContent-Type: text/plain\n\n\n".repeat(3000) + "--b1\n")))
                .isEmpty();
    }

    static String report(String returnedType, String action) {
        return DeliveryReports.of(ID + "@example.org", returnedType, action);
    }

    private static Optional<DeliveryReport> read(String message) throws Exception {
        return DeliveryReport.of(new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(message.getBytes(UTF_8))));
    }
}
