package org.qingwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.platform.process.Notifier.OFFICER;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseEvent;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mail.Mails;
import org.qingwang.platform.LinkService;
import org.qingwang.platform.ListingState;
import org.qingwang.platform.NoticeResult;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.NoticeStage;
import org.qingwang.platform.PlatformNotice;
import org.qingwang.platform.PlatformNotice.NoticeListing;
import org.qingwang.platform.process.Notifier;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * If this fails, a platform or a seller cannot answer without an account, or somebody who has no link answers for them.
 */
@QingwangTest
class AnswerPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Notifier notifier;

    @Autowired
    NoticeService notices;

    @Autowired
    LinkService links;

    @Autowired
    Mails mails;

    @Autowired
    CaseTimeline timeline;

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
    void platformAndSellerAnswerEachStepUntilTheListingsAreBack() {
        String noticeNo = notifier.sent();
        HttpUser stranger = HttpUser.stranger(port);

        String measures = link(noticeNo);
        assertThat(stranger.get(measures).body())
                .contains("Red Leaf Leather Ltd", "Please answer by", "/item/3</code>")
                .doesNotContain("legal@redleaf.example")
                .doesNotContain(notices.find(noticeNo).orElseThrow().caseNo())
                .doesNotContain("<script")
                .doesNotContain("??");
        assertThat(send(stranger, measures, "/receipt", Map.of()).statusCode()).isEqualTo(302);
        assertThat(send(stranger, measures, "/measures", taken()).statusCode()).isEqualTo(302);
        PlatformNotice acted = find(noticeNo);
        assertThat(acted.acknowledgedAt()).isNotNull();
        assertThat(states(acted)).containsExactly(ListingState.MEASURED, ListingState.UNTOUCHED, ListingState.MEASURED);

        String forwarding = link(noticeNo);
        assertThat(send(stranger, forwarding, "/forwarding", Map.of("forwardedOn", today()))
                        .statusCode())
                .isEqualTo(302);

        String declaration = link(noticeNo);
        assertThat(stranger.get(declaration).body()).contains("You may declare").doesNotContain("/item/2</code>");
        assertThat(send(stranger, declaration, "/declaration", declared("1")).statusCode())
                .isEqualTo(302);
        assertThat(states(find(noticeNo)))
                .containsExactly(ListingState.MEASURED, ListingState.UNTOUCHED, ListingState.CONTESTED);

        String delivery = link(noticeNo);
        assertThat(send(stranger, delivery, "/delivery", Map.of("deliveredOn", today(), "delivery", "E-mail"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.REACTION);
        assertThat(timeline.of(acted.caseNo()))
                .filteredOn(event -> event.messageKey().startsWith("platform.event."))
                .extracting(CaseEvent::actorName)
                .contains("Shop Street", "Good Shoes Ltd");
    }

    @Test
    void theLastAnswerRestoresTheListings() {
        String noticeNo = notifier.accepted();
        HttpUser stranger = HttpUser.stranger(port);
        String restoration = link(noticeNo);
        assertThat(send(stranger, restoration, "/restoration", Map.of("restoredOn", today()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(find(noticeNo).result()).isEqualTo(NoticeResult.RESTORED);
        assertThat(stranger.get(restoration + "?sent").body()).contains("Your answer is recorded");
    }

    @Test
    void aSellerMayDeclareAfterItsTimeAsLongAsNobodyContested() {
        String noticeNo = notifier.uncontested();
        assertThat(find(noticeNo).result()).isEqualTo(NoticeResult.UNCONTESTED);
        HttpUser seller = HttpUser.stranger(port);
        String declaration = link(noticeNo);
        assertThat(seller.get(declaration).body()).contains("You may still declare");
        assertThat(send(seller, declaration, "/declaration", declared("0")).statusCode())
                .isEqualTo(302);
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.DELIVERY);
        assertThat(find(noticeNo).result()).isNull();
    }

    @Test
    void oneLinkTakesOneAnswer() {
        String noticeNo = notifier.sent();
        String address = link(noticeNo);
        HttpUser stranger = HttpUser.stranger(port);
        send(stranger, address, "/measures", taken());
        HttpResponse<String> second = send(stranger, address, "/measures", refused());
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Your answer is recorded", noticeNo);
        assertThat(stranger.get(address).body()).contains("cannot be changed here");
        assertThat(find(noticeNo).measures().reason()).isEqualTo("No goods there");
    }

    @Test
    void ofTwoAnswersAtOnceOneCounts() {
        String noticeNo = notifier.sent();
        String address = link(noticeNo);
        List<Integer> answers = Stream.of(taken(), refused())
                .map(form ->
                        CompletableFuture.supplyAsync(() -> send(HttpUser.stranger(port), address, "/measures", form)
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(302, 409);
    }

    @Test
    void aLinkIsTakenBackByTheNextOneAndByTheOfficer() {
        String noticeNo = notifier.sent();
        String first = link(noticeNo);
        String second = link(noticeNo);
        HttpUser stranger = HttpUser.stranger(port);
        assertThat(stranger.get(first).body()).contains("This link was taken back");
        assertThat(send(stranger, first, "/measures", taken()).statusCode()).isEqualTo(410);
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        officer.post("/desk/notices/" + noticeNo + "/links/revoke", Map.of());
        assertThat(send(stranger, second, "/measures", taken()).statusCode()).isEqualTo(410);
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.MEASURES);
    }

    @Test
    void anExpiredLinkSaysUntilWhenItWasOpen() {
        String noticeNo = notifier.sent();
        String address = link(noticeNo);
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofDays(31))));
        HttpUser stranger = HttpUser.stranger(port);
        assertThat(stranger.get(address).body()).contains("This link has expired", "Ask the agency for a new one");
        assertThat(send(stranger, address, "/measures", taken()).statusCode()).isEqualTo(410);
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.MEASURES);
    }

    @Test
    void anAnswerThatCameAnotherWayIsNoLongerAwaited() {
        String noticeNo = notifier.sent();
        String address = link(noticeNo);
        notifier.refuses(noticeNo);
        HttpUser stranger = HttpUser.stranger(port);
        assertThat(stranger.get(address).body()).contains("no longer needed");
        assertThat(send(stranger, address, "/measures", taken()).statusCode()).isEqualTo(410);
    }

    @Test
    void aForgedLinkLeadsNowhere() {
        String noticeNo = notifier.sent();
        String address = link(noticeNo);
        HttpUser stranger = HttpUser.stranger(port);
        String changed = address.substring(0, address.length() - 1) + (address.endsWith("A") ? "B" : "A");
        for (String forged : List.of(
                changed,
                "/answer/" + noticeNo,
                "/answer/" + "A".repeat(43),
                "/answer/" + "A".repeat(5000),
                "/answer/%27%20or%20true--")) {
            HttpResponse<String> answer = stranger.get(forged);
            assertThat(answer.statusCode()).as(forged).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("Red Leaf");
        }
        assertThat(stranger.get(changed).body()).contains("There is no such link");
        assertThat(send(stranger, address, "/restoration", Map.of("restoredOn", today()))
                        .statusCode())
                .as("a link answers what it was made for")
                .isEqualTo(404);
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.MEASURES);
    }

    @Test
    void whoeverGuessesIsShutOut() {
        String address = link(notifier.sent());
        HttpUser guesser = HttpUser.stranger(port);
        for (int i = 0; i < 20; i++) {
            assertThat(guesser.get("/answer/" + "B".repeat(41) + (10 + i)).statusCode())
                    .isEqualTo(404);
        }
        HttpResponse<String> shut = guesser.get(address);
        assertThat(shut.statusCode()).isEqualTo(429);
        assertThat(shut.headers().firstValue("Retry-After")).isPresent();
        assertThat(shut.body()).contains("Please wait a quarter of an hour").doesNotContain("Red Leaf");
    }

    @Test
    void anotherSiteCannotMakeTheBrowserAnswer() {
        String noticeNo = notifier.sent();
        String address = link(noticeNo);
        HttpUser victim = HttpUser.stranger(port);
        victim.get(address);
        assertThat(victim.postWithoutToken(address + "/measures", taken()).statusCode())
                .isEqualTo(403);
        assertThat(find(noticeNo).stage()).isEqualTo(NoticeStage.MEASURES);
    }

    @Test
    void onlyTheDigestOfALinkIsKept() {
        String noticeNo = notifier.sent();
        String token = link(noticeNo).replace("/answer/", "");
        assertThat(jdbc.sql("select row_to_json(l)::text from platform_link l where notice_no = :no")
                        .param("no", noticeNo)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .doesNotContain(token);
        assertThat(jdbc.sql("select count(*) from audit_entry where payload::text like '%' || :token || '%'")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Without it an officer copies the link into a mail of his own, to whatever address comes first. */
    @Test
    void aLinkGoesByMailToThePartyThatAnswers() {
        String noticeNo = notifier.sent();
        String address = link(noticeNo);
        assertThat(mails.about("notice " + noticeNo)).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("ip@street.example");
            assertThat(mail.body()).contains(address).doesNotContain("{");
            assertThat(mail.bodyForOthers()).doesNotContain(address);
        });
        link(noticeNo);
        assertThat(mails.about("notice " + noticeNo)).hasSize(2);
    }

    @Test
    void onlyTheOwnAgencyMakesLinks() {
        String noticeNo = notifier.sent();
        for (String stranger : List.of("commerce-gd", "supervisor")) {
            assertThat(HttpUser.signedIn(port, stranger)
                            .post("/desk/notices/" + noticeNo + "/links", Map.of())
                            .statusCode())
                    .as(stranger)
                    .isEqualTo(404);
        }
        HttpResponse<String> made =
                HttpUser.signedIn(port, "commerce-zj").post("/desk/notices/" + noticeNo + "/links", Map.of());
        assertThat(made.body()).containsPattern("/answer/[A-Za-z0-9_-]{43}<").contains("Shown once");
    }

    @Test
    void whatCannotBeIsRefusedWithWhatWasTyped() {
        String noticeNo = notifier.sent();
        String address = link(noticeNo);
        HttpUser stranger = HttpUser.stranger(port);
        Map<String, String> future = new HashMap<>(taken());
        future.put("takenAt", "2999-01-01T10:00");
        HttpResponse<String> answer = send(stranger, address, "/measures", future);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("lies in the future", "No goods there", "2999-01-01T10:00");
        assertThat(send(stranger, address, "/measures", Map.of("answer", "REFUSED"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(stranger, address, "/measures", Map.of()).statusCode()).isEqualTo(400);
        assertThat(send(stranger, address, "/measures", Map.of("answer", "DROP"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(stranger, address, "/measures", taken()).statusCode())
                .as("a refused answer does not use up the link")
                .isEqualTo(302);
    }

    @Test
    void aReaderOfChineseReadsItInChinese() {
        HttpUser reader = HttpUser.stranger(port).with("Accept-Language", "zh-CN");
        assertThat(reader.get(link(notifier.forwarded())).body())
                .contains("提交声明", "不存在侵权行为", "请于")
                .doesNotContain("??");
        assertThat(reader.get("/answer/none").body()).contains("没有这个链接");
    }

    private String link(String noticeNo) {
        return "/answer/" + SignIn.as(identity, OFFICER, () -> links.make(noticeNo));
    }

    /** With a token of this browser, as from a page that was left open: a closed one has no form. */
    private static HttpResponse<String> send(HttpUser user, String address, String step, Map<String, String> form) {
        return user.postFrom("/login", address + step, form);
    }

    private Map<String, String> taken() {
        return Map.of(
                "answer",
                "TAKEN",
                "measure",
                "BLOCK",
                "takenAt",
                LocalDateTime.ofInstant(clock.instant(), WorkingCalendar.ZONE)
                        .withNano(0)
                        .toString(),
                "untouched",
                "1",
                "reason",
                "No goods there");
    }

    private static Map<String, String> refused() {
        return Map.of("answer", "REFUSED", "reason", "Another shop");
    }

    private static Map<String, String> declared(String covered) {
        return Map.of(
                "covered", covered,
                "declarant", "Good Shoes Ltd",
                "contact", "shoes@example.org",
                "statement", "We buy from the holder's own dealer",
                "evidence", "Invoices 7 and 8 of the dealer and its authorisation");
    }

    private String today() {
        return WorkingCalendar.dateOf(clock.instant()).toString();
    }

    private PlatformNotice find(String noticeNo) {
        return notices.find(noticeNo).orElseThrow();
    }

    private static List<ListingState> states(PlatformNotice notice) {
        return notice.listings().stream().map(NoticeListing::state).toList();
    }
}
