package org.qingwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.platform.process.Notifier.OFFICER;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.evidence.CustodyEvent;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.Incoming;
import org.qingwang.evidence.Subject;
import org.qingwang.platform.LinkService;
import org.qingwang.platform.NoticeResult;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.NoticeStage;
import org.qingwang.platform.PlatformNotice;
import org.qingwang.platform.process.Notifier;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * If this fails, a seller cannot show a licence, a rights holder cannot weigh it or say that it sued, or a stranger fills
 * the case with files.
 */
@QingwangTest
class AnswerFilesTest {

    private static final Map<String, String> DECLARATION = Map.of(
            "covered", "0",
            "declarant", "Good Shoes Ltd",
            "statement", "We buy from the holder's own dealer",
            "evidence", "The dealer's authorisation and its invoices, see the files");

    @LocalServerPort
    int port;

    @Autowired
    Notifier notifier;

    @Autowired
    NoticeService notices;

    @Autowired
    LinkService links;

    @Autowired
    EvidenceService evidence;

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
    void aFileComesWithItsAnswerAndIsEvidenceOfTheCase() {
        String noticeNo = notifier.forwarded();
        assertThat(declare(link(noticeNo), "licence.pdf", pdf(noticeNo)).statusCode())
                .isEqualTo(302);

        EvidenceFile file = files(noticeNo).get(0);
        assertThat(file.receivedByName()).isEqualTo("Good Shoes Ltd");
        assertThat(file.note()).isEqualTo(noticeNo);
        assertThat(HttpUser.signedIn(port, "commerce-zj")
                        .get("/desk/notices/" + noticeNo)
                        .body())
                .contains("Files sent with the answers", "licence.pdf", "/desk/evidence/" + file.id());
        assertThat(HttpUser.signedIn(port, "commerce-gd")
                        .get("/desk/evidence/" + file.id())
                        .statusCode())
                .as("the evidence is as closed as the case")
                .isEqualTo(404);
    }

    @Test
    void whatIsNoEvidenceIsRefusedAndTheLinkStaysOpen() {
        String noticeNo = notifier.forwarded();
        String address = link(noticeNo);
        Map<String, byte[]> refused = Map.of(
                "licence.pdf", bytes("MZ a program"),
                "archive.zip", bytes("PK\u0003\u0004 anything"),
                "empty.pdf", new byte[0],
                "page.html", bytes("<script>alert(1)</script>"));
        refused.forEach((name, content) -> {
            HttpResponse<String> answer = declare(address, name, content);
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
            assertThat(answer.body())
                    .as("what was typed is still there")
                    .contains("We buy from the holder&#39;s own dealer", name)
                    .doesNotContain("??");
        });
        assertThat(files(noticeNo)).isEmpty();
        assertThat(find(noticeNo).declaration()).isNull();

        assertThat(declare(address, "licence.pdf", pdf(noticeNo)).statusCode()).isEqualTo(302);
    }

    @Test
    void filesChosenBesideAMistakeGoWithTheNextTryAndOnlyThen() {
        String noticeNo = notifier.forwarded();
        String name = noticeNo + ".pdf";
        String address = link(noticeNo);
        Map<String, String> mistaken = new HashMap<>(DECLARATION);
        mistaken.put("statement", " ");
        HttpResponse<String> refused = upload(address, "/declaration", name, pdf(noticeNo), mistaken);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Good Shoes Ltd", name, "Add more files");
        assertThat(files(noticeNo)).as("no evidence before the answer counts").isEmpty();
        assertThat(HttpUser.stranger(port).get(address).body())
                .as("whoever comes back later finds them")
                .contains(name);

        upload(address, "/declaration", "stray.pdf", pdf("stray" + noticeNo), mistaken);
        Map<String, String> without = new HashMap<>(DECLARATION);
        without.put("remove", held("stray.pdf"));
        HttpResponse<String> removed = upload(address, "/declaration", "", new byte[0], without);
        assertThat(removed.body())
                .contains("We buy from the holder&#39;s own dealer")
                .doesNotContain("stray.pdf");

        assertThat(upload(address, "/declaration", "", new byte[0], DECLARATION).statusCode())
                .isEqualTo(302);
        assertThat(files(noticeNo)).extracting(EvidenceFile::name).containsExactly(name);
        assertThat(held(name)).as("nothing is kept beside the evidence").isNull();
    }

    @Test
    void theOtherLanguageOfARefusedAnswerLosesNothingAndSendsNothing() {
        String noticeNo = notifier.forwarded();
        String address = link(noticeNo);
        Map<String, String> mistaken = new HashMap<>(DECLARATION);
        mistaken.put("evidence", "short");
        assertThat(upload(address, "/declaration", "", new byte[0], mistaken).body())
                .as("the switch is a button of the form")
                .contains("form=\"form-declaration\"", "id=\"form-declaration\"", "name=\"lang\"");
        Map<String, String> turned = new HashMap<>(DECLARATION);
        turned.put("lang", "zh");
        HttpResponse<String> chinese = upload(address, "/declaration", "licence.pdf", pdf(noticeNo), turned);
        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(chinese.body())
                .contains("尚未提交", "We buy from the holder&#39;s own dealer", "Good Shoes Ltd", "licence.pdf")
                .doesNotContain("??");
        assertThat(find(noticeNo).declaration()).isNull();
    }

    @Test
    void aLinkUsedExpiredOrForgedTakesNoFile() {
        String noticeNo = notifier.forwarded();
        String address = link(noticeNo);
        declare(address, "licence.pdf", pdf(noticeNo));
        assertThat(declare(address, "other.pdf", pdf("other" + noticeNo)).statusCode())
                .isEqualTo(409);
        assertThat(declare("/answer/" + "A".repeat(43), "other.pdf", pdf("forged"))
                        .statusCode())
                .isEqualTo(404);
        String delivery = link(noticeNo);
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofDays(31))));
        Map<String, String> delivered =
                Map.of("deliveredOn", notifier.draft().servedOn().toString(), "delivery", "Mail");
        assertThat(upload(delivery, "/delivery", "proof.pdf", pdf("proof" + noticeNo), delivered)
                        .statusCode())
                .isEqualTo(410);
        assertThat(files(noticeNo)).hasSize(1);
    }

    @Test
    void platformAndHolderReadTheFilesOfTheDeclarationAndNoOther() {
        String caseNo = notifier.assigned();
        String noticeNo = notifier.sent(caseNo);
        long secret = SignIn.as(
                identity,
                OFFICER,
                () -> evidence.store(
                                new Subject(Subject.Type.CASE, caseNo),
                                List.of(new Incoming("informant.pdf", new ByteArrayResource(pdf("secret" + caseNo)))),
                                null)
                        .get(0)
                        .id());
        notifier.refuses(noticeNo);
        String other = notifier.forwarded();
        declare(link(other), "licence.pdf", pdf(other));
        long licence = files(other).get(0).id();
        HttpUser platform = HttpUser.stranger(port);

        String delivery = link(other);
        assertThat(platform.get(delivery).body()).contains("licence.pdf").doesNotContain("informant.pdf");
        HttpResponse<String> file = platform.get(delivery + "/files/" + licence);
        assertThat(file.body()).startsWith("%PDF-1.7");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(platform.get(delivery + "/files/" + secret).statusCode()).isEqualTo(404);
        List<CustodyEvent> custody = SignIn.as(identity, OFFICER, () -> evidence.custodyOf(licence));
        assertThat(custody).extracting(CustodyEvent::actorName).containsExactly("Shop Street", "Good Shoes Ltd");

        String next = link(other);
        assertThat(platform.get(delivery + "/files/" + licence).statusCode())
                .as("a link that was taken back shows nothing")
                .isEqualTo(404);
        assertThat(platform.get(next + "/files/" + licence).statusCode()).isEqualTo(200);
    }

    @Test
    void aHolderThatSuedKeepsTheMeasures() {
        String noticeNo = notifier.delivered();
        String address = link(noticeNo);
        HttpUser holder = HttpUser.stranger(port);
        assertThat(holder.get(address).body())
                .contains("You may complain to the authority or bring a suit", "Please answer by")
                .doesNotContain(find(noticeNo).caseNo());
        assertThat(upload(address, "/reaction", "receipt.pdf", pdf(noticeNo), Map.of("reaction", "SUED"))
                        .body())
                .contains("Name the authority or court");
        Map<String, String> sued =
                Map.of("reaction", "SUED", "authority", "Hangzhou Internet Court", "fileNo", "2026-7");
        assertThat(upload(address, "/reaction", "receipt.pdf", pdf(noticeNo), sued)
                        .statusCode())
                .isEqualTo(302);

        assertThat(find(noticeNo).result()).isEqualTo(NoticeResult.KEPT);
        assertThat(files(noticeNo)).extracting(EvidenceFile::receivedByName).containsExactly("Red Leaf Leather Ltd");
        assertThat(upload(address, "/reaction", "receipt.pdf", pdf(noticeNo), sued)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aHolderThatAcceptsEndsTheMeasuresAtOnce() {
        String noticeNo = notifier.delivered();
        assertThat(upload(link(noticeNo), "/reaction", "", new byte[0], Map.of("reaction", "ACCEPTED"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.RESTORATION);
        assertThat(files(noticeNo)).isEmpty();
    }

    private HttpResponse<String> declare(String address, String name, byte[] content) {
        return upload(address, "/declaration", name, content, DECLARATION);
    }

    private HttpResponse<String> upload(
            String address, String step, String name, byte[] content, Map<String, String> fields) {
        return HttpUser.stranger(port).uploadFrom("/login", address + step, "file", name, content, fields);
    }

    private String link(String noticeNo) {
        return "/answer/" + SignIn.as(identity, OFFICER, () -> links.make(noticeNo));
    }

    private List<EvidenceFile> files(String noticeNo) {
        Subject subject = new Subject(Subject.Type.CASE, find(noticeNo).caseNo());
        return SignIn.as(identity, OFFICER, () -> evidence.list(subject));
    }

    private String held(String name) {
        return jdbc.sql("select id::text from evidence_held where name = :name and holder like 'answer:%'")
                .param("name", name)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private PlatformNotice find(String noticeNo) {
        return notices.find(noticeNo).orElseThrow();
    }

    /** Different content for each name: the same content is one entry of the evidence. */
    private static byte[] pdf(String about) {
        return bytes("%PDF-1.7 " + about);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
