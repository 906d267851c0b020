package org.qingwang.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseClosed;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, officers do not find their complaints, or strangers find who complained. */
@QingwangTest
class ComplaintPagesTest {

    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");

    @LocalServerPort
    int port;

    @Autowired
    ComplaintService complaints;

    @Autowired
    ScreeningService screenings;

    @Autowired
    NoticeService notices;

    @Autowired
    CaseService cases;

    @Test
    void anOfficerReadsWhatToWeigh() {
        String receiptNo = screened(new SampleComplaint().description("Line one\n<script>alert(1)</script>"));

        HttpResponse<String> page = HttpUser.signedIn(port, "commerce-zj").get("/desk/complaints/" + receiptNo);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(receiptNo, "None: for the officer to decide", "Zhejiang", "0571-88880000")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("??");
    }

    @Test
    void theSummaryInTheFormIsInTheReadersLanguage() {
        String receiptNo = screened(new SampleComplaint());

        HttpResponse<String> page = HttpUser.signedIn(port, "commerce-zj")
                .with("Accept-Language", "zh-CN")
                .get("/desk/complaints/" + receiptNo + "/summary");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("系统建议", "浙江").doesNotContain("??").doesNotContain("<nav");
        assertThat(page.headers().firstValue("X-Frame-Options").orElse("")).isNotEqualToIgnoringCase("DENY");
    }

    @Test
    void likelyMatchesAreShownWithTheNumberToJoinThemBy() {
        SampleComplaint known = new SampleComplaint();
        String caseNo = opened(screened(known));
        String receiptNo = screened(known.listings("https://item.jd.com/1000200.html"));
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        assertThat(officer.get("/desk/complaints/" + receiptNo + "/summary").body())
                .contains(caseNo, "The same seller and mark, another listing")
                .doesNotContain("??");
        assertThat(officer.with("Accept-Language", "zh-CN")
                        .get("/desk/complaints/" + receiptNo)
                        .body())
                .contains(caseNo)
                .doesNotContain("??");
    }

    @Test
    void anOfficerReadsWhyADecisionHasToBeMadeAgain() {
        SampleComplaint known = new SampleComplaint();
        String caseNo = opened(screened(known));
        String receiptNo = screened(known.listings("https://item.jd.com/1000201.html"));
        screenings.decide(receiptNo, new OfficersDecision(Decision.JOIN, caseNo, null, null));
        cases.recordOutcome(caseNo, CaseResult.of(CaseOutcome.DISMISSED, "no infringement"));
        cases.close(caseNo);
        assertThatThrownBy(() -> screenings.joinCase(receiptNo, caseNo)).isInstanceOf(CaseClosed.class);
        screenings.screen(receiptNo);

        HttpResponse<String> page = HttpUser.signedIn(port, "commerce-zj").get("/desk/complaints/" + receiptNo);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Case " + caseNo + " was closed before this complaint could join it");
    }

    /** A listing leads to the seller's server, who would learn of the case from who follows it. */
    @Test
    void noListingIsALink() {
        String receiptNo = screened(new SampleComplaint().listings("https://shop-of-the-seller.example.com/item/1"));

        String page = HttpUser.signedIn(port, "commerce-zj")
                .get("/desk/complaints/" + receiptNo)
                .body();

        assertThat(page).contains("shop-of-the-seller.example.com").doesNotContain("href=\"https://shop-of");
    }

    @Test
    void toAnotherJurisdictionItDoesNotExist() {
        String receiptNo = screened(new SampleComplaint());
        HttpUser guangdong = HttpUser.signedIn(port, "commerce-gd");

        assertThat(guangdong.get("/desk/complaints/" + receiptNo).statusCode()).isEqualTo(404);
        assertThat(guangdong.get("/desk/complaints/" + receiptNo + "/summary").statusCode())
                .isEqualTo(404);
        assertThat(guangdong
                        .post("/desk/complaints/" + receiptNo + "/secret", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(guangdong.get("/desk/complaints/TS-20261123-00000000").statusCode())
                .isEqualTo(404);
        assertThat(guangdong.get("/desk/complaints").body()).doesNotContain(receiptNo);
        assertThat(guangdong.get("/desk/complaints?q=" + receiptNo).body()).doesNotContain("<h1>Complaint TS");
    }

    /** On the cards of Tasklist; a number of another agency's is as one that does not exist. */
    @Test
    void aCardSaysWhatTheComplaintIsAbout() {
        String receiptNo = screened(new SampleComplaint().sellerName("白鹭旗舰店"));
        String cards = "/desk/cards/complaints?number=" + receiptNo + "&number=TS-20260101-00000000&number=%27";

        assertThat(HttpUser.signedIn(port, "commerce-zj").get(cards).body())
                .isEqualTo("{\"" + receiptNo + "\":[\"白鹭旗舰店\",\"Taobao\",\"Sports shoes\"]}");
        HttpUser guangdong = HttpUser.signedIn(port, "commerce-gd");
        assertThat(guangdong.get(cards).body()).isEqualTo("{}");
        assertThat(guangdong.get("/desk/cards/complaints").body()).isEqualTo("{}");
    }

    @Test
    void theOfficeSeesEveryJurisdictions() {
        String receiptNo = screened(new SampleComplaint());

        assertThat(HttpUser.signedIn(port, "office")
                        .get("/desk/complaints/" + receiptNo)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aComplaintIsFoundByPartOfTheSellersName() {
        String seller = "白鹭" + UUID.randomUUID().toString().substring(0, 8);
        String receiptNo = screened(new SampleComplaint().sellerName(seller + "旗舰店"));
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        assertThat(officer.get("/desk/complaints?q=" + seller.substring(2)).body())
                .contains(receiptNo);
        assertThat(officer.get("/desk/complaints?status=REFUSED&q=" + seller.substring(2))
                        .body())
                .doesNotContain(receiptNo);
        assertThat(officer.get("/desk/complaints?q=100%25_").statusCode()).isEqualTo(200);
    }

    @Test
    void aTypedReceiptNumberLeadsToItsComplaint() {
        String receiptNo = screened(new SampleComplaint());

        HttpResponse<String> answer =
                HttpUser.signedIn(port, "commerce-zj").get("/desk/complaints?q=" + receiptNo.toLowerCase(Locale.ROOT));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/desk/complaints/" + receiptNo);
    }

    @Test
    void theListGoesOnWhereAPageEnds() {
        for (int i = 0; i <= ComplaintSearch.PAGE; i++) {
            complaints.file(new SampleComplaint().build(), Jurisdiction.parse("customs-330000"), null);
        }
        HttpUser customs = HttpUser.signedIn(port, "customs-zj");
        String first = customs.get("/desk/complaints").body();
        String before = first.replaceFirst("(?s).*before=([A-Z0-9-]+).*", "$1");

        String second = customs.get("/desk/complaints?before=" + before).body();

        assertThat(second).contains("<tr").doesNotContain(">" + before + "<");
        assertThat(first).contains(">" + before + "<");
    }

    @Test
    void aNewSecretOpensAndTheOldOneNoLonger() {
        Receipt receipt = complaints.file(new SampleComplaint().build(), ZHEJIANG, null);
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        HttpResponse<String> answer = officer.post("/desk/complaints/" + receipt.receiptNo() + "/secret", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        String secret = answer.body().replaceFirst("(?s).*<code>([^<]+)</code>.*", "$1");
        assertThat(notices.follow(receipt.receiptNo(), secret)).isPresent();
        assertThat(notices.follow(receipt.receiptNo(), receipt.secret().orElseThrow()))
                .isEmpty();
    }

    private String opened(String receiptNo) {
        screenings.decide(receiptNo, new OfficersDecision(Decision.ACCEPT, null, null, null));
        return screenings.openCase(receiptNo);
    }

    private String screened(SampleComplaint sample) {
        String receiptNo = complaints.file(sample.build(), ZHEJIANG, null).receiptNo();
        screenings.screen(receiptNo);
        return receiptNo;
    }
}
