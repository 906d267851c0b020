package org.qingwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.platform.process.Notifier.OFFICER;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseEvent;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.platform.LinkService;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.PlatformNotice;
import org.qingwang.platform.PublicationService;
import org.qingwang.platform.process.Notifier;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, the public cannot read what the law has published, or reads what nobody may publish. */
@QingwangTest
class PublicNoticePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Notifier notifier;

    @Autowired
    NoticeService notices;

    @Autowired
    LinkService links;

    @Autowired
    PublicationService publications;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forgetRequestsAndCopies() {
        jdbc.sql("delete from platform_publication where notice_no like 'TZ-PAGED-%'")
                .update();
        jdbc.sql("delete from platform_notice where notice_no like 'TZ-PAGED-%'")
                .update();
        jdbc.sql("delete from public_allowance").update();
    }

    @Test
    void aNoticeIsReadByEverybodyOnceAnOfficerReleasedIt() {
        String noticeNo = notifier.uncontested();
        HttpUser stranger = HttpUser.stranger(port);
        String page = "/public/notices/" + noticeNo;
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);

        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(release(officer, noticeNo, "Registration 880 and a test purchase"))
                .isEqualTo(302);
        assertThat(release(officer, noticeNo, "Other words"))
                .as("twice is once")
                .isEqualTo(302);

        PlatformNotice notice = notices.find(noticeNo).orElseThrow();
        assertThat(stranger.get(page).body())
                .contains("Registration 880 and a test purchase", "Good Shoes Ltd", "Uncontested, measures stay")
                .doesNotContain(notice.caseNo())
                .doesNotContain(notice.listings().get(0).address())
                .doesNotContain("ip@street.example", "legal@redleaf.example", "Other words", "<script", "??");
        assertThat(stranger.get("/public/notices").body()).contains(page);
        assertThat(HttpUser.stranger(port)
                        .with("Accept-Language", "zh-CN")
                        .get(page)
                        .body())
                .contains("无异议", "初步证据")
                .doesNotContain("??");
        assertThat(timeline.of(notice.caseNo()))
                .extracting(CaseEvent::messageKey)
                .filteredOn("platform.event.released"::equals)
                .hasSize(1);
    }

    @Test
    void nothingIsPublishedThatRunsOrNamesAPerson() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(release(officer, notifier.sent(), "Registration 880"))
                .as("a notice that runs")
                .isEqualTo(400);
        String noticeNo = notifier.uncontested();
        for (String wrong : List.of("", "Call 13800000000", "x".repeat(4001))) {
            assertThat(release(officer, noticeNo, wrong)).as(wrong).isEqualTo(400);
        }
        assertThat(officer.post("/desk/notices/" + noticeNo + "/release", Map.of("noticeText", "a@b.example sold it"))
                        .body())
                .contains("looks like something by which a person can be reached", "a@b.example sold it");
        for (String stranger : List.of("commerce-gd", "supervisor")) {
            assertThat(release(HttpUser.signedIn(port, stranger), noticeNo, "Registration 880"))
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(publications.of(noticeNo)).isEmpty();
    }

    @Test
    void whatIsTakenOffIsGoneAndWhyIsKept() {
        String noticeNo = notifier.uncontested();
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        release(officer, noticeNo, "Registration 880");
        String withdraw = "/desk/notices/" + noticeNo + "/release/withdraw";
        assertThat(officer.post(withdraw, Map.of()).statusCode()).isEqualTo(400);
        assertThat(HttpUser.signedIn(port, "commerce-gd")
                        .post(withdraw, Map.of("reason", "No"))
                        .statusCode())
                .isEqualTo(404);
        for (int time = 0; time < 2; time++) {
            assertThat(officer.post(withdraw, Map.of("reason", "A name was in it"))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(HttpUser.stranger(port).get("/public/notices/" + noticeNo).statusCode())
                .isEqualTo(404);
        assertThat(timeline.of(notices.find(noticeNo).orElseThrow().caseNo()))
                .filteredOn(event -> event.messageKey().equals("platform.event.withdrawn"))
                .extracting(CaseEvent::reason)
                .containsExactly("A name was in it");
        assertThat(release(officer, noticeNo, "Registration 880, without the name"))
                .isEqualTo(302);
    }

    @Test
    void aSellerThatDeclaresAfterAllTakesTheResultOffThePage() {
        String noticeNo = notifier.uncontested();
        release(HttpUser.signedIn(port, "commerce-zj"), noticeNo, "Registration 880");
        String link = "/answer/" + SignIn.as(identity, OFFICER, () -> links.make(noticeNo));
        Map<String, String> declaration = Map.of(
                "covered", "0",
                "declarant", "Good Shoes Ltd",
                "statement", "We buy from the dealer",
                "evidence", "Invoices 7 and 8 of the dealer");
        HttpUser stranger = HttpUser.stranger(port);
        assertThat(stranger.postFrom("/login", link + "/declaration", declaration)
                        .statusCode())
                .isEqualTo(302);
        assertThat(stranger.get("/public/notices/" + noticeNo).statusCode())
                .as("there will be another result")
                .isEqualTo(404);
    }

    @Test
    void theListIsReadPageByPageWithoutGapOrRepetition() {
        jdbc.sql("""
                        with added as (
                            insert into platform_notice (notice_no, case_no, jurisdiction, stage, result, sent_at, sent_by,
                                served_on, platform, seller, holder, right_name, evidence, demanded, closed_at)
                            select 'TZ-PAGED-' || i, 'AJ-PAGED', 'commerce-330000', 'CLOSED', 'KEPT', now(), 'test',
                                current_date, 'Paged Street', 'S', 'H', 'R', 'E', 'BLOCK', now()
                            from generate_series(1, :rows) i returning notice_no)
                        insert into platform_publication (notice_no, notice_text, published_at, published_by)
                        select notice_no, 'E', now(), 'test' from added
                        """).param("rows", PublicationService.PAGE + 1).update();
        HttpUser reader = HttpUser.stranger(port);
        String first = reader.get("/public/notices?platform=pagedstreet").body();
        assertThat(rows(first)).isEqualTo(PublicationService.PAGE);
        Matcher older = Pattern.compile("href=\"(/public/notices\\?[^\"]*before=\\d+)\"")
                .matcher(first);
        assertThat(older.find()).isTrue();
        String second = reader.get(older.group(1).replace("&amp;", "&")).body();
        assertThat(rows(second)).isEqualTo(1);
        assertThat(second).doesNotContain("rel=\"next\"");
    }

    @Test
    void addressesMadeToBreakTheListAreAnsweredInWords() {
        HttpUser stranger = HttpUser.stranger(port);
        for (String hostile : List.of("?before=x", "?before=99999999999999999999", "/%3Cscript%3E", "/TZ-%00")) {
            assertThat(stranger.get("/public/notices" + hostile).statusCode())
                    .as(hostile)
                    .isIn(400, 404);
        }
        assertThat(stranger.get("/public/notices?platform=%27%20or%20true--&before=-1")
                        .body())
                .contains("Nothing is published here");
    }

    private static long rows(String page) {
        return Pattern.compile("href=\"/public/notices/TZ-PAGED-")
                .matcher(page)
                .results()
                .count();
    }

    private int release(HttpUser user, String noticeNo, String text) {
        return user.post("/desk/notices/" + noticeNo + "/release", Map.of("noticeText", text))
                .statusCode();
    }
}
