package org.qingwang.complaint.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.ComplaintStatus;
import org.qingwang.complaint.Receipt;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.mediation.process.Mediator;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, a complainant does not learn what has become of the complaint, or somebody else does. */
@QingwangTest
class FollowPagesTest {

    private static final String PAGE = "/public/complaints";
    private static final String OWN = "/public/complaints/mine";

    @LocalServerPort
    int port;

    @Autowired
    ComplaintService complaints;

    @Autowired
    ScreeningService screenings;

    @Autowired
    Mediator mediator;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    /** All tests come from one address. */
    @AfterEach
    void forgetRequests() {
        ClockUtil.reset();
        jdbc.sql("delete from public_allowance").update();
    }

    @Test
    void whoeverHasTheReceiptReadsEveryStep() {
        Receipt receipt = filed();
        assertThat(follow(receipt.receiptNo(), receipt.secret().orElseThrow()).body())
                .contains("Received, to be looked through", "Your complaint was received");
        SignIn.as(identity, SignIn.officer("commerce-330000"), () -> screenings.screen(receipt.receiptNo()));

        HttpResponse<String> page = follow(
                receipt.receiptNo().toLowerCase(Locale.ROOT),
                receipt.secret().orElseThrow().replace("-", " "));
        assertThat(page.body())
                .contains("Looked through", "It was looked through and compared")
                .doesNotContain(receipt.secret().orElseThrow())
                .doesNotContain("<script", "??");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void aDisputeIsFollowedWithItsComplaint() {
        String receiptNo = mediator.closed();
        String secret = complaints.renewSecret(receiptNo).secret().orElseThrow();
        assertThat(follow(receiptNo, secret).body())
                .contains("Your dispute with the seller", "Ended with", "Mediation of your dispute");
        assertThat(follow(HttpUser.stranger(port).with("Accept-Language", "zh-CN"), receiptNo, secret)
                        .body())
                .contains("办理过程", "与经营者的纠纷")
                .doesNotContain("??");
    }

    @Test
    void aWrongNumberAndAWrongSecretLookTheSame() {
        Receipt receipt = filed();
        Receipt other = filed();
        String secret = receipt.secret().orElseThrow();
        String words = "Number and secret do not belong together";
        for (HttpResponse<String> refused : List.of(
                follow(receipt.receiptNo(), other.secret().orElseThrow()),
                follow(other.receiptNo(), secret),
                follow("TS-330000-2026-0", secret),
                follow("", ""),
                follow("' or true --", "<b>"),
                follow("x".repeat(5000), "y".repeat(5000)))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains(words).doesNotContain("<b>", "Received, to be looked through");
        }
    }

    @Test
    void whoeverGuessesIsShutOut() {
        Receipt receipt = filed();
        HttpUser guesser = HttpUser.stranger(port);
        String token = "/login";
        for (int i = 0; i < 20; i++) {
            guesser.postFrom(token, PAGE, Map.of("receiptNo", receipt.receiptNo(), "secret", "GUESS" + i));
        }
        HttpResponse<String> shut = guesser.postFrom(
                token,
                PAGE,
                Map.of(
                        "receiptNo",
                        receipt.receiptNo(),
                        "secret",
                        receipt.secret().orElseThrow()));
        assertThat(shut.statusCode()).isEqualTo(429);
        assertThat(shut.body()).contains("Please wait a quarter of an hour");
        assertThat(shut.headers().firstValue("Retry-After")).isPresent();
        assertThat(guesser.get("/public/notices").statusCode())
                .as("all public pages are shut to a guesser")
                .isEqualTo(429);
    }

    @Test
    void theReceiptNeedNotBeShownAgainForAnHour() {
        Receipt receipt = filed();
        HttpUser complainant = HttpUser.stranger(port);
        follow(complainant, receipt.receiptNo(), receipt.secret().orElseThrow());
        assertThat(complainant.get(OWN + "?lang=zh").body()).contains("办理过程").doesNotContain("??");
        assertThat(HttpUser.stranger(port).get(OWN).statusCode())
                .as("it is the browser's own")
                .isEqualTo(302);
        assertThat(HttpUser.stranger(port)
                        .plant("qingwang-receipt", receipt.receiptNo())
                        .get(OWN)
                        .statusCode())
                .isEqualTo(302);

        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofMinutes(61))));
        HttpResponse<String> over = complainant.get(OWN);
        assertThat(over.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith(PAGE + "?again"));
        assertThat(complainant.get(PAGE + "?again").body()).contains("需重新输入编号和查询密码");
    }

    @Test
    void theOtherLanguageOfARefusedAdditionLosesNothingAndSendsNothing() {
        Receipt receipt = filed();
        HttpUser complainant = HttpUser.stranger(port);
        follow(complainant, receipt.receiptNo(), receipt.secret().orElseThrow());
        Map<String, String> empty = Map.of("request", "turned", "words", " ");
        assertThat(complainant.postFrom(OWN, OWN + "/additions", empty).body())
                .contains("form=\"form-additions\"", "id=\"form-additions\"");
        Map<String, String> turned = Map.of("request", "turned", "words", "Sold again on Friday", "lang", "zh");
        HttpResponse<String> chinese = complainant.postFrom(OWN, OWN + "/additions", turned);
        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(chinese.body()).contains("尚未提交", "Sold again on Friday").doesNotContain("??");
        assertThat(complainant.get(OWN).body()).doesNotContain("Sold again on Friday");
        Map<String, String> withdrawn = Map.of("request", "turned", "reason", "My mistake", "lang", "en");
        assertThat(complainant.postFrom(OWN, OWN + "/withdrawal", withdrawn).body())
                .contains("Nothing was sent yet", "My mistake", "Withdraw the complaint");
    }

    @Test
    void whoeverClosesItOrGetsAnotherSecretIsOut() {
        Receipt receipt = filed();
        HttpUser complainant = HttpUser.stranger(port);
        follow(complainant, receipt.receiptNo(), receipt.secret().orElseThrow());
        complaints.renewSecret(receipt.receiptNo());
        assertThat(complainant.get(OWN).statusCode())
                .as("a secret that leaked is worth nothing any more")
                .isEqualTo(302);

        Receipt other = filed();
        follow(complainant, other.receiptNo(), other.secret().orElseThrow());
        String visit = complainant.cookie("qingwang-receipt").orElseThrow();
        complainant.postFrom(OWN, OWN + "/leave", Map.of());
        complainant.plant("qingwang-receipt", visit);
        assertThat(complainant.get(OWN).statusCode()).isEqualTo(302);
    }

    @Test
    void whatIsAddedReachesTheOfficerOnce() {
        Receipt receipt = screened();
        HttpUser complainant = HttpUser.stranger(port);
        String own = follow(complainant, receipt.receiptNo(), receipt.secret().orElseThrow())
                .body();
        Map<String, String> fields = Map.of("words", "<b>More</b> =1+1", "request", requestOn(own));
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> sent = complainant.uploadFrom(
                    OWN, OWN + "/additions", "file", "../more.pdf", "%PDF-1.7 more".getBytes(UTF_8), fields);
            assertThat(sent.headers().firstValue("Location"))
                    .hasValueSatisfying(address -> assertThat(address).endsWith(OWN + "?done=added"));
        }
        assertThat(complainant.get(OWN + "?done=added").body())
                .contains("It has arrived", "Added, with one file", "&lt;b&gt;More&lt;/b&gt;")
                .doesNotContain("<b>More", "??");
        String officers = HttpUser.signedIn(port, "commerce-zj")
                .get("/desk/complaints/" + receipt.receiptNo())
                .body();
        assertThat(officers).contains("What the complainant sent later", "&lt;b&gt;More&lt;/b&gt;", "more.pdf");
        assertThat(officers.split("&lt;b&gt;More", -1)).hasSize(2);
        assertThat(HttpUser.signedIn(port, "commerce-zj")
                        .get("/desk/complaints/" + receipt.receiptNo() + "/summary")
                        .body())
                .as("inside the task's form, too")
                .contains("&lt;b&gt;More&lt;/b&gt;");
    }

    @Test
    void whatCannotBeTakenIsSaidAndWhatWasTypedStays() {
        Receipt receipt = screened();
        HttpUser complainant = HttpUser.stranger(port);
        String own = follow(complainant, receipt.receiptNo(), receipt.secret().orElseThrow())
                .body();
        HttpResponse<String> refused = complainant.uploadFrom(
                OWN,
                OWN + "/additions",
                "file",
                "x.pdf",
                "MZ".getBytes(UTF_8),
                Map.of("words", "Typed <i>by hand", "request", requestOn(own)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("to be put right", "href=\"#field-file\"", "Typed &lt;i&gt;by hand")
                .doesNotContain("??");
        assertThat(complainant
                        .postFrom(OWN, OWN + "/withdrawal", Map.of("reason", " ", "request", requestOn(own)))
                        .body())
                .contains("href=\"#field-reason\"");
        assertThat(follow(receipt.receiptNo(), receipt.secret().orElseThrow()).body())
                .doesNotContain("Typed");
    }

    /** The container gives up before any page is asked; the complainant must still learn why, and what to do. */
    @Test
    void moreThanAnyPageTakesIsAnsweredInWords() {
        Receipt receipt = screened();
        HttpUser complainant = HttpUser.stranger(port);
        String own = follow(complainant, receipt.receiptNo(), receipt.secret().orElseThrow())
                .body();
        Matcher action =
                Pattern.compile("action=\"(" + OWN + "/additions\\?[^\"]+)\"").matcher(own);
        assertThat(action.find()).isTrue();
        HttpResponse<String> answer = complainant.uploadFrom(
                OWN,
                action.group(1).replace("&amp;", "&"),
                "file",
                "film.mp4",
                new byte[106 * 1024 * 1024],
                Map.of("words", "See", "request", requestOn(own)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Go back one page").doesNotContain("??");
    }

    @Test
    void filesChosenBesideAMistakeAreSentWithTheNextTry() {
        Receipt receipt = screened();
        HttpUser complainant = HttpUser.stranger(port);
        String own = follow(complainant, receipt.receiptNo(), receipt.secret().orElseThrow())
                .body();
        Map<String, String> fields = Map.of("words", "x".repeat(4001), "request", requestOn(own));
        String refused = complainant
                .uploadFrom(OWN, OWN + "/additions", "file", "more.pdf", "%PDF-1.7 a".getBytes(UTF_8), fields)
                .body();
        assertThat(refused).contains("href=\"#field-words\"", "more.pdf").doesNotContain("??");
        String shown = complainant
                .uploadFrom(OWN, OWN + "/additions", "file", "late.pdf", "%PDF-1.7 b".getBytes(UTF_8), fields)
                .body();
        Matcher button = Pattern.compile("name=\"remove\" value=\"(\\d+)\" aria-label=\"Remove late.pdf\"")
                .matcher(shown);
        assertThat(button.find()).isTrue();
        Map<String, String> without = Map.of("words", "Typed", "request", requestOn(shown), "remove", button.group(1));
        HttpUser.stranger(port).postFrom(OWN, OWN + "/additions", without);
        assertThat(complainant.get(OWN).body()).as("not by a stranger").contains("late.pdf");
        assertThat(complainant.postFrom(OWN, OWN + "/additions", without).body())
                .as("given up without sending, and what was typed stays")
                .contains("more.pdf", "Typed")
                .doesNotContain("late.pdf", "Added, with");

        complainant.postFrom(OWN, OWN + "/additions", Map.of("words", "", "request", requestOn(shown)));
        assertThat(complainant.get(OWN).body()).contains("Added, with one file").doesNotContain("more.pdf");
    }

    @Test
    void aComplaintIsWithdrawnOnceAndOnlyByItsOwner() {
        Receipt receipt = screened();
        HttpUser complainant = HttpUser.stranger(port);
        String own = follow(complainant, receipt.receiptNo(), receipt.secret().orElseThrow())
                .body();
        Map<String, String> fields = Map.of("reason", "Settled", "request", requestOn(own));
        assertThat(complainant.postWithoutToken(OWN + "/withdrawal", fields).statusCode())
                .isEqualTo(403);
        assertThat(complainant.postWithoutToken(OWN + "/additions", fields).statusCode())
                .isEqualTo(403);
        HttpUser.stranger(port).postFrom(PAGE, OWN + "/withdrawal", fields);
        HttpUser.stranger(port).postFrom(PAGE, OWN + "/additions", Map.of("words", "x", "request", "y"));
        HttpUser.stranger(port).postFrom(PAGE, OWN + "/supplement", Map.of("goods", "x", "request", "y"));
        assertThat(complaints.find(receipt.receiptNo()).orElseThrow().status()).isEqualTo(ComplaintStatus.SCREENED);

        complainant.postFrom(OWN, OWN + "/withdrawal", fields);
        complainant.postFrom(OWN, OWN + "/withdrawal", fields);
        assertThat(complaints.find(receipt.receiptNo()).orElseThrow().status()).isEqualTo(ComplaintStatus.WITHDRAWN);
        assertThat(complainant.get(OWN + "?done=withdrawn").body())
                .contains("Withdrawn by you", "You withdrew the complaint.", "Settled")
                .doesNotContain("/mine/withdrawal", "??");
        assertThat(HttpUser.signedIn(port, "commerce-zj")
                        .get("/desk/complaints/" + receipt.receiptNo())
                        .body())
                .contains("Withdrawn", "Settled");
    }

    private static String requestOn(String page) {
        Matcher request = Pattern.compile("name=\"request\" value=\"([^\"]+)\"").matcher(page);
        assertThat(request.find()).isTrue();
        return request.group(1);
    }

    private Receipt screened() {
        Receipt receipt = filed();
        SignIn.as(identity, SignIn.officer("commerce-330000"), () -> screenings.screen(receipt.receiptNo()));
        return receipt;
    }

    @Test
    void theStartPageLeadsThere() {
        HttpUser stranger = HttpUser.stranger(port);
        assertThat(stranger.get("/").body()).contains(PAGE, "/public/notices", "/desk");
        assertThat(HttpUser.signedIn(port, "commerce-zj").get("/").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/desk"));
    }

    private HttpResponse<String> follow(String receiptNo, String secret) {
        return follow(HttpUser.stranger(port), receiptNo, secret);
    }

    /** Shows the receipt, and reads what the browser is led to. */
    private static HttpResponse<String> follow(HttpUser complainant, String receiptNo, String secret) {
        HttpResponse<String> answer =
                complainant.postFrom(PAGE, PAGE, Map.of("receiptNo", receiptNo, "secret", secret));
        return answer.statusCode() == 302 ? complainant.get(OWN) : answer;
    }

    private Receipt filed() {
        return complaints.register(new SampleComplaint().build(), Jurisdiction.parse("commerce-330000"));
    }
}
