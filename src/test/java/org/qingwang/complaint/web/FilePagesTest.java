package org.qingwang.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.common.LinkSecret;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.DraftService;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.Subject;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * If this fails, somebody without an account cannot report a counterfeit, loses what was written or sent, files it twice,
 * or a stranger misuses the page.
 */
@QingwangTest
class FilePagesTest {

    private static final String PAGE = "/public/complaints/new";
    private static final Pattern NUMBER = Pattern.compile("TS-\\d{8}-[0-9A-Z]{8}");
    private static final Pattern SECRET = Pattern.compile("<code>((?:[0-9A-Z]{5}-){3}[0-9A-Z]{5})</code>");

    @LocalServerPort
    int port;

    @Autowired
    ComplaintService complaints;

    @Autowired
    DraftService drafts;

    @Autowired
    EvidenceService evidence;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final String draft = "/public/complaints/drafts/" + LinkSecret.make();

    /** All tests come from one address. */
    @AfterEach
    void forgetRequests() {
        ClockUtil.reset();
        jdbc.sql("delete from public_allowance").update();
    }

    @Test
    void aComplaintIsFiledWithItsListingsAndFilesAndReachesTheSellersOffice() {
        send("keep", complete(), "photo.jpg", jpeg());
        send("keep", complete(), "letter.pdf", pdf());
        String page = filed(send("file", complete(), "", new byte[0]));

        Complaint complaint = complaints.find(numberOn(page)).orElseThrow();
        assertThat(complaint.intake().id()).isEqualTo("commerce-440000");
        assertThat(complaint.content().channel()).isEqualTo(Channel.PAGE);
        assertThat(complaint.content().receivedOn()).isEqualTo(WorkingCalendar.dateOf(clock.instant()));
        assertThat(complaint.content().unitPrice()).isEqualByComparingTo("19.90");
        assertThat(complaint.listings()).as("several listings at once").hasSize(2);
        assertThat(filesOf(complaint))
                .extracting(EvidenceFile::name)
                .as("each file is evidence, unchanged")
                .containsExactly("photo.jpg", "letter.pdf");
        assertThat(filesOf(complaint))
                .extracting(EvidenceFile::receivedByName)
                .as("who reports is not told to everybody who may see the evidence")
                .containsOnly("Complainant · 投诉举报人");
        assertThat(complaints.follow(complaint.receiptNo(), secretOn(page))).isPresent();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(complaint.receiptNo())
                        .count())
                .isEqualTo(1);
        assertThat(HttpUser.signedIn(port, "commerce-gd")
                        .get("/desk/complaints/" + complaint.receiptNo())
                        .body())
                .contains("Public page", "Good Shoes " + own);
    }

    @Test
    void nothingIsLostByAMistake() {
        Map<String, String> wrong = complete();
        wrong.put("unitPrice", "ten");
        wrong.remove("contact");
        wrong.put("listingUrls", "https://shop.example/1 https://");
        HttpResponse<String> answer = send("file", wrong, "photo.jpg", jpeg());
        String page = stranger().get(target(answer)).body();

        assertThat(page)
                .as("everything that is wrong is said at the top, with a way to its field")
                .contains("things have to be put right", "href=\"#field-unitPrice\"", "href=\"#field-contact\"")
                .contains("id=\"field-unitPrice\"", "id=\"problem-unitPrice\"", "aria-invalid=\"true\"")
                .as("and everything that was typed or sent is still there")
                .contains("Good Shoes " + own, "value=\"ten\"", "photo.jpg")
                .doesNotContain("??");
        assertThat(stranger()
                        .with("Accept-Language", "zh-CN")
                        .get(target(answer))
                        .body())
                .as("in the other language, too")
                .contains("处需要更正", "Good Shoes " + own, "photo.jpg")
                .doesNotContain("??");
        String receipt = filed(send("file", complete(), "", new byte[0]));
        assertThat(filesOf(complaints.find(numberOn(receipt)).orElseThrow())).hasSize(1);
    }

    @Test
    void whatIsSavedIsFoundAgainByItsLinkUntilItsTimeIsOver() {
        HttpResponse<String> saved = send("save", Map.of("goods", "Shoes " + own), "photo.jpg", jpeg());
        assertThat(stranger().get(target(saved)).body())
                .contains("<code>http://localhost:" + port + draft + "</code>", "You can go on until");

        moveBy(Duration.ofDays(13));
        drafts.removeExpired();
        assertThat(stranger().get(draft).body()).contains("Shoes " + own, "photo.jpg");
        assertThat(jdbc.sql("select count(*) from complaint_draft where digest = convert_to(:token, 'UTF8')")
                        .param("token", draft.replaceFirst(".*/", ""))
                        .query(Long.class)
                        .single())
                .as("the link itself is kept nowhere")
                .isZero();

        moveBy(Duration.ofDays(15));
        assertThat(stranger().get(draft).statusCode()).isEqualTo(404);
        drafts.removeExpired();
        drafts.removeExpired();
        assertThat(heldFiles()).isZero();
    }

    @Test
    void whatNobodyAskedToKeepGoesAfterADay() {
        send("keep", complete(), "photo.jpg", jpeg());
        moveBy(Duration.ofHours(25));
        drafts.removeExpired();
        assertThat(stranger().get(draft).statusCode()).isEqualTo(404);
        assertThat(heldFiles()).isZero();
    }

    @Test
    void whoeverPressesTwiceFilesOnce() {
        String first = filed(send("file", complete(), "", new byte[0]));
        String second = filed(send("file", complete(), "", new byte[0]));
        assertThat(numberOn(second)).isEqualTo(numberOn(first));
        assertThat(secretOn(second)).isEqualTo(secretOn(first));
        assertThat(complaintsOfThisSeller()).isEqualTo(1);
    }

    @Test
    void twoPressesAtTheSameMomentFileOnce() throws Exception {
        ExecutorService browser = Executors.newFixedThreadPool(2);
        Callable<String> press = () -> filed(send("file", complete(), "", new byte[0]));
        try {
            List<Future<String>> pages = browser.invokeAll(List.of(press, press));
            assertThat(numberOn(pages.get(0).get()))
                    .isEqualTo(numberOn(pages.get(1).get()));
        } finally {
            browser.shutdown();
        }
        assertThat(complaintsOfThisSeller()).isEqualTo(1);
    }

    @Test
    void theSecretIsShownForHalfAnHourAndNeverAgain() {
        String receiptNo = numberOn(filed(send("file", complete(), "", new byte[0])));
        moveBy(Duration.ofMinutes(31));
        assertThat(stranger().get(draft).body())
                .contains("It was filed as " + receiptNo)
                .doesNotContainPattern(SECRET);
    }

    @Test
    void aFileCanBeTakenBackAndTheWholeDraftTorn() {
        send("keep", complete(), "photo.jpg", jpeg());
        Matcher button = Pattern.compile("name=\"remove\" value=\"(\\d+)\"")
                .matcher(stranger().get(draft).body());
        assertThat(button.find()).isTrue();
        Map<String, String> fields = complete();
        fields.put("remove", button.group(1));
        String other = "/public/complaints/drafts/" + LinkSecret.make();
        stranger().postFrom(PAGE, other, Map.of("remove", button.group(1)));
        assertThat(stranger().get(draft).body()).as("not by another link").contains("photo.jpg");
        send("file", fields, "", new byte[0]);
        assertThat(stranger().get(draft).body())
                .as("removing does not file")
                .contains("Good Shoes " + own)
                .doesNotContain("photo.jpg");

        stranger().postFrom(PAGE, draft + "/discard", Map.of());
        stranger().postFrom(PAGE, draft + "/discard", Map.of());
        assertThat(stranger().get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoEvidenceIsRefusedByItsContent() {
        Map<String, byte[]> refused = Map.of(
                "photo.jpg", bytes("MZ a program"),
                "../../etc/cron.d/x.pdf", bytes("#!/bin/sh"),
                "page.html", bytes("<script>alert(1)</script>"),
                "<img src=x onerror=alert(1)>.pdf", bytes("MZ"),
                "archive.zip", bytes("PK\u0003\u0004 anything"),
                "empty.pdf", new byte[0]);
        refused.forEach((name, content) -> {
            String page = stranger()
                    .get(target(send("file", complete(), name, content)))
                    .body();
            assertThat(page)
                    .as(name)
                    .contains("to be put right", "href=\"#field-file\"", "Good Shoes " + own)
                    .doesNotContain("<img", "../", "<script", "??");
        });
        assertThat(heldFiles()).isZero();
        assertThat(complaintsOfThisSeller())
                .as("nothing is filed without the file that was refused")
                .isZero();
    }

    @Test
    void aFileTooLargeAndOneTooManyAreRefusedInWords() {
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy(jpeg(), 0, large, 0, 16);
        assertThat(stranger()
                        .get(target(send("keep", complete(), "film.jpg", large)))
                        .body())
                .contains("larger than 20 MB", "Good Shoes " + own);
        for (int i = 0; i < 10; i++) {
            send("keep", complete(), "photo.jpg", bytes("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0 " + i + own));
        }
        assertThat(stranger()
                        .get(target(send("keep", complete(), "photo.jpg", jpeg())))
                        .body())
                .contains("up to 10 files");
        assertThat(heldFiles()).isEqualTo(10);
    }

    @Test
    void whatIsTypedIsShownAsTextInEveryField() {
        String attack = "\"><script>alert(1)</script>${7*7}[[${7*7}]]";
        Map<String, String> fields = new HashMap<>();
        complete().keySet().forEach(field -> fields.put(field, attack));
        fields.put("demand", attack);
        String page =
                stranger().get(target(send("file", fields, "", new byte[0]))).body();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;${7*7}[[${7*7}]]")
                .doesNotContain("<script", ">49", "\"49");
        Map<String, String> text = complete();
        text.put("sellerName", attack + own);
        text.put("goods", "=cmd|' /C calc'!A0");
        String receiptNo = numberOn(filed(send("file", text, "", new byte[0])));
        assertThat(HttpUser.signedIn(port, "commerce-gd")
                        .get("/desk/complaints/" + receiptNo)
                        .body())
                .as("the officer's page, too")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void whatTheFormDoesNotAskForChangesNothing() {
        Map<String, String> fields = complete();
        fields.put("receivedOn", "2020-01-01");
        fields.put("channel", "AUTHORITY");
        fields.put("intake", "customs-330000");
        fields.put("jurisdiction", "customs-330000");
        fields.put("receiptNo", "TS-1");
        Complaint complaint = complaints
                .find(numberOn(filed(send("file", fields, "", new byte[0]))))
                .orElseThrow();
        assertThat(complaint.content().channel()).isEqualTo(Channel.PAGE);
        assertThat(complaint.intake().id()).isEqualTo("commerce-440000");
        assertThat(complaint.content().receivedOn()).isEqualTo(WorkingCalendar.dateOf(clock.instant()));
    }

    @Test
    void nobodyFilesInAnothersName() {
        assertThat(stranger().postWithoutToken(draft, complete()).statusCode()).isEqualTo(403);
        assertThat(stranger().postWithoutToken(draft + "/discard", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(complaintsOfThisSeller()).isZero();
    }

    @Test
    void whoeverGuessesLinksIsShutOut() {
        HttpUser guesser = stranger();
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> page = guesser.get("/public/complaints/drafts/" + LinkSecret.make());
            assertThat(page.statusCode()).isEqualTo(404);
        }
        assertThat(guesser.get(draft).statusCode()).isEqualTo(429);
    }

    @Test
    void aLinkThatIsNoneTakesNothing() {
        for (String token : List.of("x", "..%2f..%2fetc", "A".repeat(42), "A".repeat(44), "%0d%0aSet-Cookie:x=1")) {
            HttpResponse<String> answer = stranger().postFrom(PAGE, "/public/complaints/drafts/" + token, complete());
            assertThat(answer.statusCode()).as(token).isBetween(400, 404);
            assertThat(answer.headers().map()).doesNotContainKey("x");
        }
        assertThat(complaintsOfThisSeller()).isZero();
    }

    @Test
    void thePageIsNeitherKeptNorFramedNorScripted() {
        HttpResponse<String> page = stranger().get(PAGE);
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).contains("default-src 'self'"));
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).doesNotContain("<script", "style=", "onclick", "??");
    }

    private Map<String, String> complete() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("complainantType", "RIGHTS_HOLDER"),
                Map.entry("complainantName", "Li Mei"),
                Map.entry("contact", "13800000000"),
                Map.entry("right", "RED LEAF"),
                Map.entry("registrationNo", "880"),
                Map.entry("claim", "COUNTERFEIT_MARK"),
                Map.entry("platform", "Taobao"),
                Map.entry("sellerName", "Good Shoes " + own),
                Map.entry("sellerRegion", "440000"),
                Map.entry("goods", "Shoes"),
                Map.entry("quantity", "200"),
                Map.entry("unitPrice", "19.90"),
                Map.entry("listingUrls", "https://shop.example/1" + own + "\r\nhttps://shop.example/2" + own),
                Map.entry("description", "The stitching differs.")));
    }

    private HttpResponse<String> send(String act, Map<String, String> fields, String name, byte[] content) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("do", act);
        return stranger().uploadFrom(PAGE, draft, "file", name, content, all);
    }

    /** The receipt a filed complaint leads to. */
    private String filed(HttpResponse<String> answer) {
        assertThat(target(answer)).isEqualTo(draft);
        return stranger().get(target(answer)).body();
    }

    private static String target(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("#.*", "");
    }

    private static String numberOn(String page) {
        Matcher number = NUMBER.matcher(page);
        assertThat(number.find()).as("a number on " + page).isTrue();
        return number.group();
    }

    private static String secretOn(String page) {
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).as("a secret on " + page).isTrue();
        return secret.group(1);
    }

    private List<EvidenceFile> filesOf(Complaint complaint) {
        Subject subject = new Subject(Subject.Type.COMPLAINT, complaint.receiptNo());
        return SignIn.as(identity, SignIn.officer(complaint.intake().id()), () -> evidence.list(subject));
    }

    private long complaintsOfThisSeller() {
        return jdbc.sql("select count(*) from complaint where seller_name like :name")
                .param("name", "%" + own)
                .query(Long.class)
                .single();
    }

    private long heldFiles() {
        return drafts.filesOf(draft.replaceFirst(".*/", "")).size();
    }

    private void moveBy(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }

    private HttpUser stranger() {
        return HttpUser.stranger(port);
    }

    private byte[] jpeg() {
        return bytes("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0 " + own);
    }

    private byte[] pdf() {
        return bytes("%PDF-1.7 " + own);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
