package org.qingwang.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ComplaintService;
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

    /** All tests come from one address. */
    @AfterEach
    void forgetRequests() {
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
        assertThat(HttpUser.stranger(port)
                        .with("Accept-Language", "zh-CN")
                        .postFrom(PAGE, PAGE, Map.of("receiptNo", receiptNo, "secret", secret))
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
    void theStartPageLeadsThere() {
        HttpUser stranger = HttpUser.stranger(port);
        assertThat(stranger.get("/").body()).contains(PAGE, "/public/notices", "/desk");
        assertThat(HttpUser.signedIn(port, "commerce-zj").get("/").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/desk"));
    }

    private HttpResponse<String> follow(String receiptNo, String secret) {
        return HttpUser.stranger(port).postFrom(PAGE, PAGE, Map.of("receiptNo", receiptNo, "secret", secret));
    }

    private Receipt filed() {
        return complaints.register(new SampleComplaint().build(), Jurisdiction.parse("commerce-330000"));
    }
}
