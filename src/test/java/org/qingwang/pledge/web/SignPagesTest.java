package org.qingwang.pledge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.process.Pledger;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, a firm cannot sign without an account, or a stranger signs for it. */
@QingwangTest
class SignPagesTest {

    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"");

    @LocalServerPort
    int port;

    @Autowired
    Pledger pledger;

    @Autowired
    JdbcClient jdbc;

    /** All tests come from one address, which may be out of guesses. */
    @BeforeEach
    @AfterEach
    void giveBackAllowance() {
        jdbc.sql("delete from public_allowance").update();
    }

    @Test
    void aFirmReadsAnswersAndSignsWithoutAnAccount() {
        String pledgeNo = pledger.invited();
        String page = "/pledges/sign/" + pledger.token(pledgeNo);
        HttpUser firm = HttpUser.stranger(port);
        assertThat(firm.get(page).body()).contains("1. Genuine goods", "broken above 0 %");
        assertThat(firm.get(page + "/review").statusCode())
                .as("nothing to sign yet")
                .isEqualTo(302);

        HttpResponse<String> missing = firm.postFrom(page, page + "/answers", Map.of("answer1", "accept"));
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("Commitment 2 has no answer");
        Map<String, String> answers = new LinkedHashMap<>();
        for (int number = 1; number <= 7; number++) {
            answers.put("answer" + number, "accept");
        }
        Map<String, String> turned = new LinkedHashMap<>(answers);
        turned.putAll(Map.of("answer6", "decline", "reason6", "We pay later", "lang", "zh"));
        assertThat(firm.postFrom(page, page + "/answers", turned).body())
                .as("the other language of a refused sheet keeps what was filled in, and answers nothing")
                .contains("尚未提交", "We pay later", "id=\"form-answers\"", "form=\"form-answers\"");
        assertThat(firm.get(page + "/review?lang=en").statusCode()).isEqualTo(302);
        answers.put("answer6", "decline");
        answers.put("reason6", "<b>We</b> need five days");
        assertThat(firm.postFrom(page, page + "/answers", answers).statusCode()).isEqualTo(302);

        String review = firm.get(page + "/review").body();
        assertThat(review)
                .contains("Declined: &lt;b&gt;We&lt;/b&gt; need five days")
                .doesNotContain("<b>We");
        Matcher digest = DIGEST.matcher(review);
        assertThat(digest.find()).isTrue();
        Map<String, String> signature = new LinkedHashMap<>(
                Map.of("digest", digest.group(1), "language", "en", "name", "Zhou Min", "role", "Director"));
        assertThat(firm.postFrom(page + "/review", page + "/signature", signature)
                        .body())
                .contains("Tick that you may sign");
        signature.put("lang", "zh");
        assertThat(firm.postFrom(page + "/review", page + "/signature", signature)
                        .body())
                .contains("尚未提交", "Zhou Min", "value=\"zh\"", "id=\"form-signature\"");
        signature.remove("lang");
        firm.get(page + "?lang=en");
        signature.put("authorised", "true");
        assertThat(firm.postFrom(page + "/review", page + "/signature", signature)
                        .statusCode())
                .isEqualTo(302);
        assertThat(pledger.sheet(pledgeNo).pledge().stage()).isEqualTo(Pledge.Stage.SIGNED);
        assertThat(firm.get(page).body()).contains("You have signed.");
        assertThat(firm.get(page + "/certificate.pdf").statusCode()).isEqualTo(404);
    }

    /** The whole way of a return over the pages, by the firm and by an officer. */
    @Test
    void aReturnIsSentAndCheckedOnThePages() {
        try {
            ClockUtil.setCurrentTime(Date.from(Instant.parse("2025-11-04T04:00:00Z")));
            String pledgeNo = pledger.inForce();
            ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-05-06T04:00:00Z")));
            pledger.runJobs(pledgeNo);
            String page = "/pledges/sign/" + pledger.token(pledgeNo);
            HttpUser firm = HttpUser.stranger(port);
            assertThat(firm.get(page).body()).contains("Your return", "share of promised compensation");
            assertThat(firm.postFrom(page, page + "/return", Map.of("figure-paid-in-time", "many"))
                            .body())
                    .contains("“many” is no figure");
            assertThat(firm.postFrom(page, page + "/return", Map.of("figure-paid-in-time", "80.5"))
                            .statusCode())
                    .isEqualTo(302);
            String desk = "/desk/pledges/" + pledgeNo;
            HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
            assertThat(officer.get(desk).body()).contains("80.5", "Record findings");
            assertThat(officer.post(desk + "/findings", Map.of("result7", "KEPT", "value7", "80.5"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(officer.post(desk + "/findings", Map.of("result1", "BROKEN", "value1", "20", "words1", "Ten"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(officer.post(
                                    desk + "/findings",
                                    Map.of("result7", "BROKEN", "value7", "80.5", "result2", "NOT_SHOWN"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(firm.get("/pledges/" + pledgeNo).body())
                    .contains("being checked", "How it was looked at", "Ten")
                    .contains("The firm’s return of 6 May 2026: 80.5 %")
                    .contains("The firm’s return of 6 May 2026 has no such figure.");
            assertThat(firm.get("/pledges/" + pledgeNo + "?lang=zh").body())
                    .contains("核查方式", "企业2026年5月6日的报表：80.5", "企业2026年5月6日的报表没有这项数字。");
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void aCertificateIsTakenAndVerified() {
        String pledgeNo = pledger.inForce();
        String page = "/pledges/sign/" + pledger.token(pledgeNo);
        HttpUser anybody = HttpUser.stranger(port);
        assertThat(new String(anybody.getBytes(page + "/certificate.pdf").body(), 0, 5))
                .isEqualTo("%PDF-");
        Pledge pledge = pledger.sheet(pledgeNo).pledge();
        assertThat(anybody.get("/pledges/verify?code=" + pledge.code()).body())
                .contains("The certificate is real", pledge.signature().digest())
                .doesNotContain("Zhou Min", "zhou@leaf.example", "192.0.2.7");
        assertThat(anybody.get("/pledges/" + pledgeNo).body())
                .contains("We need five days")
                .doesNotContain("Zhou Min", "zhou@leaf.example", "192.0.2.7");
        jdbc.sql("update pledge set shown = shown || 'and more' where pledge_no = :no")
                .param("no", pledgeNo)
                .update();
        assertThat(anybody.get("/pledges/verify?code=" + pledge.code()).body()).contains("not what was signed");
        assertThat(anybody.get("/pledges/verify?code=AAAA-BBBB-CCCC-DDDD").statusCode())
                .isEqualTo(400);
        String unsigned = pledger.invited();
        assertThat(anybody.get("/pledges/" + unsigned).statusCode()).isEqualTo(404);
    }

    /** A list of what strangers try. */
    @Test
    void strangersGetNothingOutOfIt() {
        String pledgeNo = pledger.signed();
        String token = pledger.token(pledgeNo);
        HttpUser stranger = HttpUser.stranger(port);
        String wrong = token.substring(1) + (token.endsWith("A") ? "B" : "A");
        for (String guess : new String[] {wrong, "x", "..%2f..%2fdesk", "' or 1=1--"}) {
            String path = "/pledges/sign/" + URLEncoder.encode(guess, StandardCharsets.UTF_8);
            assertThat(stranger.get(path).statusCode()).as(guess).isGreaterThanOrEqualTo(400);
        }
        String page = "/pledges/sign/" + token;
        assertThat(stranger.postWithoutToken(page + "/refusal", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> known =
                lost(stranger, pledger.sheet(pledgeNo).firm().code().value());
        long before = System.nanoTime();
        HttpResponse<String> unknown = lost(stranger, "91330100799655058B");
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .as("what nobody has takes as long as a mail that is written")
                .isGreaterThanOrEqualTo(PublicPledgePages.LINK_ANSWERED_AFTER);
        HttpResponse<String> wrongCode = lost(stranger, "x".repeat(5000));
        assertThat(withoutToken(known)).isEqualTo(withoutToken(unknown)).isEqualTo(withoutToken(wrongCode));
        for (String desk : new String[] {"/desk/pledges", "/desk/pledges/" + pledgeNo, "/desk/pledges/invite"}) {
            assertThat(stranger.get(desk).statusCode()).isEqualTo(302);
        }
        HttpUser guangdong = HttpUser.signedIn(port, "commerce-gd");
        assertThat(guangdong.get("/desk/pledges/" + pledgeNo).statusCode()).isEqualTo(404);
        assertThat(guangdong.get("/desk/pledges/invite").statusCode()).isEqualTo(404);
        for (int i = 0; i < 20; i++) {
            stranger.get("/pledges/sign/" + wrong);
        }
        assertThat(stranger.get(page).statusCode()).isEqualTo(429);
    }

    private static HttpResponse<String> lost(HttpUser stranger, String code) {
        return stranger.postFrom("/pledges/link", "/pledges/link", Map.of("code", code));
    }

    private static String withoutToken(HttpResponse<String> answer) {
        return answer.statusCode() + answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
