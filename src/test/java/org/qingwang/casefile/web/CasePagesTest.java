package org.qingwang.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.Assignment;
import org.qingwang.casefile.CaseEvent;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.publicsecurity.process.Referrer;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;

/** If this fails, an officer does not see an own case, or sees one that is none of the officer's business. */
@QingwangTest
class CasePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    CaseService cases;

    @Autowired
    CaseStories stories;

    @Autowired
    TaskService tasks;

    @Autowired
    CaseVocabulary vocabulary;

    @Autowired
    Referrer referrer;

    private final String seller = "Seller " + UUID.randomUUID();

    @Test
    void anOfficerOfTheIntakeReadsTheCaseWithWhatIsNext() {
        String caseNo = stories.open("commerce-330000", Map.of("sellerName", seller, "sellerRegion", "330100"));
        String page = body(HttpUser.signedIn(port, "commerce-zj"), "/desk/cases/" + caseNo);
        assertThat(page)
                .contains(caseNo, seller, "Confirm assignment", "Case assignment")
                .contains("head of Commerce (market regulation), Zhejiang")
                .contains("Online listing, seller&#39;s place known")
                .contains("/camunda/app/tasklist/default/#/?task=")
                .contains("<svg")
                .contains("https://shop.example/")
                .doesNotContain("??");
    }

    /** What somebody noted at a task must not be lost with the task, nor be read by another agency. */
    @Test
    void whatIsNotedAtATaskIsReadOnTheCaseByTheAgencyOfTheTaskAndByTheOffice() {
        String caseNo = stories.open("commerce-330000", Map.of("sellerRegion", "330100"));
        HttpUser head = HttpUser.signedIn(port, "commerce-zj-head");
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .singleResult()
                .getId();
        HttpResponse<String> noted =
                head.enginePost("/task/" + task + "/comment/create", "{\"message\": \"Called <b>the platform</b>\"}");
        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
        for (String stranger : List.of("commerce-gd-head", "customs-zj-head")) {
            assertThat(HttpUser.signedIn(port, stranger)
                            .enginePost("/task/" + task + "/comment/create", "{\"message\": \"Mine\"}")
                            .statusCode())
                    .as(stranger)
                    .isEqualTo(400);
        }
        String page = "/desk/cases/" + caseNo + "/remarks";

        assertThat(body(head, page))
                .contains("Called &lt;b&gt;the platform&lt;/b&gt;", "Confirm assignment", "Shen Yue")
                .doesNotContain("确认分派");
        assertThat(body(HttpUser.signedIn(port, "office"), page)).contains("the platform");
        cases.addAssisting(caseNo, Jurisdiction.parse("commerce-440000"), "Its warehouse is there");
        assertThat(body(HttpUser.signedIn(port, "commerce-gd"), page))
                .contains("Nobody has noted anything you may see")
                .doesNotContain("the platform");
        assertThat(HttpUser.signedIn(port, "commerce-sh").get(page).statusCode())
                .isEqualTo(404);
    }

    /** A card in Tasklist says whose shop a case is about, and to nobody who may not see the case. */
    @Test
    void theCardOfATaskTellsItsCaseToWhoeverMaySeeIt() {
        String caseNo = stories.open(
                "commerce-330000",
                Map.of(
                        "sellerName",
                        seller,
                        "sellerRegion",
                        "330100",
                        "platform",
                        "Taobao",
                        "unitPrice",
                        new BigDecimal("12.50"),
                        "quantity",
                        new BigDecimal("100")));
        String cards = "/desk/cards?number=" + caseNo + "&number=AJ-330000-2026-999999&number=%27";

        assertThat(body(HttpUser.signedIn(port, "commerce-zj"), cards))
                .isEqualTo("{\"" + caseNo + "\":[\"" + seller + "\",\"Taobao\",\"CNY 1,250.00\"]}");
        assertThat(body(HttpUser.signedIn(port, "commerce-gd"), cards)).isEqualTo("{}");
        assertThat(body(HttpUser.signedIn(port, "commerce-gd"), "/desk/cards")).isEqualTo("{}");
    }

    /** The timeline keeps days as data; whoever reads it reads them as on the rest of the page. */
    @Test
    void theTimelineWritesDaysAsTheRestOfThePageDoes() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(vocabulary.forReader().event(paid("2026-11-23"))).contains("23 Nov 2026");
        assertThat(vocabulary.forReader().event(paid("2026-11-31"))).contains("2026-11-31");
    }

    /** A reason of ours is in both languages; what an officer wrote loses no word, whatever signs are in it. */
    @Test
    void reasonsAreReadInOneLanguageAndOfficersWordsAsAWhole() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(vocabulary.forReader().reason("As the rule says · 依规则")).isEqualTo("As the rule says");
        LocaleContextHolder.setLocale(Locale.CHINA);
        assertThat(vocabulary.forReader().reason("As the rule says · 依规则")).isEqualTo("依规则");
        assertThat(List.of("RED LEAF · 红叶 bags", "依规则 · 另有理由", "One · two", "甲 · 乙 · 丙"))
                .allSatisfy(written ->
                        assertThat(vocabulary.forReader().reason(written)).isEqualTo(written));
        assertThat(vocabulary.forReader().reason(null)).isEqualTo("–");
    }

    /** At the end of a long case the clock that matters would else be the last of twenty. */
    @Test
    void clocksThatRunStandBeforeThoseThatAreOver() {
        String page = body(HttpUser.signedIn(port, "commerce-zj"), "/desk/cases/" + referrer.assigned());
        assertThat(page).containsSubsequence("Statutory clocks", "Check the lead", "Decide which agency");
    }

    @AfterEach
    void readAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static CaseEvent paid(String day) {
        List<String> arguments = List.of("30,000", day);
        return new CaseEvent(Instant.EPOCH, "Zhou Min", null, "commerce.event.paid", arguments, false, null, null);
    }

    @Test
    void aReaderOfChineseReadsItInChinese() {
        String caseNo = stories.open("commerce-330000", Map.of("sellerName", seller, "sellerRegion", "330100"));
        HttpUser reader = HttpUser.signedIn(port, "commerce-zj").with("Accept-Language", "zh-CN");
        String page = body(reader, "/desk/cases/" + caseNo + "?lang=zh");
        assertThat(page)
                .contains("确认分派", "浙江", "市场监管部门", "由其实际经营地市场监管部门牵头")
                .doesNotContain("Confirm assignment")
                .doesNotContain("??");
    }

    @Test
    void toAnotherAgencyTheCaseDoesNotExist() {
        String caseNo = stories.open("commerce-330000", Map.of("sellerName", seller, "sellerRegion", "330100"));
        for (String stranger : List.of("customs-zj", "commerce-gd")) {
            HttpUser user = HttpUser.signedIn(port, stranger);
            for (String path : List.of("", "/summary")) {
                assertThat(user.get("/desk/cases/" + caseNo + path).statusCode())
                        .as("%s at %s", stranger, path)
                        .isEqualTo(404);
            }
            assertThat(body(user, "/desk/cases?q=" + caseNo)).doesNotContain("/desk/cases/" + caseNo + "\"");
            assertThat(body(user, "/desk/cases/export.csv?q=" + caseNo)).doesNotContain(caseNo);
        }
    }

    @Test
    void anAssistingAgencyReadsTheCaseButNotWhoComplained() {
        String caseNo = stories.open("commerce-330000", Map.of("sellerName", seller, "sellerRegion", "330100"));
        cases.assign(
                caseNo,
                new Assignment(
                        Jurisdiction.parse("commerce-330000"),
                        List.of(Jurisdiction.parse("customs-330000")),
                        "Parcels were found",
                        null));
        String page = body(HttpUser.signedIn(port, "customs-zj"), "/desk/cases/" + caseNo);
        assertThat(page).contains("known to the intake only").doesNotContain("Rights holder");
        assertThat(body(HttpUser.signedIn(port, "commerce-zj"), "/desk/cases/" + caseNo))
                .contains("Rights holder");
    }

    @Test
    void whoAssistsFromAnotherProvinceFindsTheCaseAndItsPart() {
        String caseNo = stories.open("commerce-330000", Map.of("sellerName", seller, "sellerRegion", "330100"));
        cases.assign(
                caseNo,
                new Assignment(
                        Jurisdiction.parse("commerce-330000"),
                        List.of(Jurisdiction.parse("customs-440000")),
                        "The parcels leave through Guangzhou",
                        null));
        HttpUser customs = HttpUser.signedIn(port, "customs-gd");
        assertThat(body(customs, "/desk/cases?q=" + caseNo)).contains("/desk/cases/" + caseNo + "\"");
        assertThat(body(customs, "/desk/cases/" + caseNo))
                .contains("Customs, Guangdong", "Assisting", "with other agencies assisting")
                .doesNotContain("??");
        assertThat(HttpUser.signedIn(port, "police-gd")
                        .get("/desk/cases/" + caseNo)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theCampaignOfficeSeesEveryCase() {
        String caseNo = stories.open("commerce-440000", Map.of("sellerName", seller, "sellerRegion", "440100"));
        assertThat(HttpUser.signedIn(port, "office")
                        .get("/desk/cases/" + caseNo)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCaseIsFoundByPartOfItsSellersName() {
        String name = "名珠" + UUID.randomUUID().toString().substring(0, 8) + "鞋业";
        String caseNo = stories.open("commerce-330000", Map.of("sellerName", name, "sellerRegion", "330100"));
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        String part = name.substring(2, 10);
        assertThat(body(officer, "/desk/cases?q=" + part)).contains(caseNo);
        assertThat(body(officer, "/desk/cases?status=CLOSED&q=" + part)).doesNotContain(caseNo);
        assertThat(body(officer, "/desk/cases?lead=customs&q=" + part)).doesNotContain(caseNo);
    }

    @Test
    void aSellersNameIsNoFormulaInTheSpreadsheet() {
        String own = UUID.randomUUID().toString().substring(0, 8);
        String caseNo = stories.open(
                "commerce-330000", Map.of("sellerName", "=cmd|' /C calc'!A" + own, "sellerRegion", "330100"));
        cases.recordOutcome(caseNo, CaseResult.of(CaseOutcome.DISMISSED, "no infringement"));
        HttpResponse<String> answer = HttpUser.signedIn(port, "commerce-zj").get("/desk/cases/export.csv?q=" + own);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.body())
                .startsWith("\uFEFFCase,Status")
                .contains(caseNo)
                .contains("'=cmd|")
                .doesNotContain(",=cmd|");
    }

    @Test
    void olderCasesFollowOnTheNextPage() {
        String own = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 51; i++) {
            stories.open("commerce-330000", Map.of("sellerName", own + " " + i, "sellerRegion", "330100"));
        }
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        String first = body(officer, "/desk/cases?q=" + own);
        assertThat(first).contains(own + " 50<", own + " 1<").doesNotContain(own + " 0<");
        String next = first.replaceFirst("(?s).*<a[^>]*rel=\"next\"[^>]*href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(body(officer, next)).contains(own + " 0<").doesNotContain(own + " 1<");
    }

    private static String body(HttpUser user, String path) {
        HttpResponse<String> answer = user.get(path.replace(" ", "%20"));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
