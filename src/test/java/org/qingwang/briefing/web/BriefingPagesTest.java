package org.qingwang.briefing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.briefing.process.Reporting.COMMERCE;
import static org.qingwang.briefing.process.Reporting.FIRST_DAY;
import static org.qingwang.briefing.process.Reporting.FRIDAY;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.briefing.process.Reporting;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, a number cannot be followed to its cases, or the public reads what it must not. */
@QingwangTest
class BriefingPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Reporting reporting;

    @Autowired
    Investigator investigator;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void everyNumberOpensItsCasesForThoseWhoMaySeeThem() {
        String campaignNo = reporting.campaign();
        reporting.on(FIRST_DAY, "10:00");
        String caseNo = investigator.closed();
        reporting.take(campaignNo, caseNo);
        String briefingNo = reporting.compiled(campaignNo, FIRST_DAY, FRIDAY);
        ClockUtil.reset();
        String list = "/desk/briefings/" + briefingNo + "/figures/fines-and-confiscation";

        HttpUser office = HttpUser.signedIn(port, "office");
        assertThat(office.get("/desk/briefings/" + briefingNo).body())
                .contains("228,000.5")
                .contains("/figures/fines-and-confiscation");
        assertThat(office.get(list).body()).contains(caseNo).contains("228,000.5");
        assertThat(office.get(list + "?reporter=customs-330000").body()).doesNotContain(caseNo);
        assertThat(office.get("/desk/briefings/" + briefingNo + "/figures/no-such")
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.get(list + "?by=REGION&value=330000").body()).contains(caseNo);
        assertThat(office.get(list + "?by=REGION&value=440000&from=7").body()).doesNotContain(caseNo, "??");
        String running = "/desk/campaigns/" + campaignNo + "/figures";
        assertThat(office.get(running).body()).contains("228,000.5").doesNotContain("??");
        assertThat(office.get(running + "/fines-and-confiscation?lang=zh").body())
                .contains(caseNo, "按案件当前情况")
                .doesNotContain("??");
        assertThat(office.get(running + "/checked-online").statusCode())
                .as("entered by hand")
                .isEqualTo(404);
        assertThat(HttpUser.signedIn(port, "commerce-gd").get(running).statusCode())
                .as("takes no part")
                .isEqualTo(404);
        assertThat(HttpUser.signedIn(port, "commerce-zj").get(list).statusCode())
                .isEqualTo(200);
        assertThat(HttpUser.signedIn(port, "commerce-gd").get(list).statusCode())
                .as("takes no part")
                .isEqualTo(404);
        assertThat(HttpUser.stranger(port).get("/briefings/" + briefingNo).statusCode())
                .as("not published yet")
                .isEqualTo(404);
    }

    @Test
    void thePublicReadsTotalsWithoutCasesAndSmallNumbers() throws Exception {
        String campaignNo = reporting.campaign();
        reporting.on(FIRST_DAY, "10:00");
        String caseNo = investigator.closed();
        reporting.take(campaignNo, caseNo);
        String briefingNo = reporting.corrected(campaignNo);
        ClockUtil.reset();
        HttpUser stranger = HttpUser.stranger(port).with("Accept-Language", "zh-CN");

        assertThat(stranger.get("/briefings").body()).contains(briefingNo);
        String page = stranger.get("/briefings/" + briefingNo).body();
        assertThat(page)
                .contains("净架行动", "罚没金额", "不公开", "逾期未报", "A case of Ningbo was left out")
                .doesNotContain(caseNo, "228,000", "??");
        byte[] csv =
                stranger.getBytes("/briefings/" + briefingNo + "/figures.csv").body();
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .startsWith("\uFEFF")
                .contains("立案,件,4,4")
                .doesNotContain("228000");
        byte[] pdf =
                stranger.getBytes("/briefings/" + briefingNo + "/briefing.pdf").body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("净架行动", briefingNo, "不公开")
                    .doesNotContain(caseNo);
        }
    }

    /** What Tasklist shows above the forms of a return and of a draft. */
    @Test
    void theFormsOfTasklistSayWhatTheyAreAbout() {
        String campaignNo = reporting.campaign();
        String briefingNo = reporting.compiled(campaignNo, FIRST_DAY, FRIDAY);
        String draft = "/desk/briefings/" + briefingNo;
        String asked = "/desk/returns/" + reporting.asked(campaignNo, FRIDAY.plusDays(1), FRIDAY.plusDays(7)) + "-"
                + COMMERCE + "/summary";
        ClockUtil.reset();
        HttpUser office = HttpUser.signedIn(port, "office");
        HttpUser liaison = HttpUser.signedIn(port, "commerce-zj");
        Map<String, String> figure = new HashMap<>(
                Map.of("indicator", "checked-online", "reporter", COMMERCE, "value", "417", "reason", "Counted anew"));
        office.post(draft + "/figure", figure);
        office.post(draft + "/draft", Map.of("narrative", "<i>417</i> shops", "narrativeZh", "检查网店417家"));
        figure.put("value", "500");
        office.post(draft + "/figure", figure);

        assertThat(office.get(draft + "/summary").body())
                .contains(
                        "Clean shelves", "0 of 2", "checked online came to 417 before", "&lt;i&gt;417&lt;/i&gt; shops")
                .doesNotContain("??", "<i>417");
        assertThat(office.get(draft).body()).contains("checked online came to 417 before");
        assertThat(office.get(draft + "/summary?lang=zh").body())
                .contains("净架行动", "原为417", "检查网店417家")
                .doesNotContain("??");
        assertThat(liaison.get(asked).body())
                .contains("Clean shelves", "Websites and shops checked online", "to be entered")
                .doesNotContain("??");
        assertThat(liaison.get(asked + "?lang=zh").body()).contains("待填写").doesNotContain("??");
        assertThat(HttpUser.signedIn(port, "customs-zj").get(asked).statusCode())
                .as("another agency's")
                .isEqualTo(404);
        assertThat(HttpUser.signedIn(port, "commerce-gd")
                        .get(draft + "/summary")
                        .statusCode())
                .as("takes no part")
                .isEqualTo(404);
    }

    @Test
    void badInputIsAnsweredInWordsAndNothingIsKept() {
        String campaignNo = reporting.campaign();
        String briefingNo = reporting.asked(campaignNo, FIRST_DAY, FRIDAY);
        String returnPage = "/desk/returns/" + briefingNo + "-" + COMMERCE;
        HttpUser liaison = HttpUser.signedIn(port, "commerce-zj");
        assertThat(liaison.post(returnPage, Map.of("value-checked-online", "=1+1"))
                        .body())
                .contains("Write a number");
        assertThat(liaison.post(
                                returnPage,
                                Map.of(
                                        "value-checked-online",
                                        "417",
                                        "value-cases-filed",
                                        "5",
                                        "reason-cases-filed",
                                        ""))
                        .body())
                .as("nobody types it all again")
                .contains("Cases filed: you wrote 5. The cases say 0", "value=\"417\"", "value=\"5\"");
        assertThat(liaison.get(returnPage).body()).as("nothing is kept").doesNotContain("417");
        assertThat(HttpUser.signedIn(port, "customs-zj").get(returnPage).statusCode())
                .isEqualTo(404);
        HttpUser office = HttpUser.signedIn(port, "office");
        String choose = "/desk/campaigns/" + campaignNo + "/indicators";
        assertThat(office.post(choose, Map.of("recipients", "no address")).statusCode())
                .isEqualTo(400);
        assertThat(office.post(choose, Map.of("indicators", "dens", "recipients", "desk@zj.example"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(office.get(choose).body()).contains("desk@zj.example");
        assertThat(liaison.get(choose).statusCode()).isEqualTo(404);
    }
}
