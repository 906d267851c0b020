package org.qingwang.pledge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.pledge.Figure;
import org.qingwang.pledge.FirmReturned;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.process.Pledger;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, a firm's files are taken half, or wrong, or its pledge is not measured by them. */
@QingwangTest
class ReturnUploadTest {

    private static final String HEAD =
            "Applicability,Service,Reporting period,Section,Indicator,Scope,Value,Contextual Information\n";
    private static final String ROW = "All,Shop,2026-01-01/2026-06-30,Internal complaints mechanism,"
            + "Number of complaints submitted to the internal-complaints mechanism,";

    @LocalServerPort
    int port;

    @Autowired
    Pledger pledger;

    @Autowired
    PeriodService periods;

    @Autowired
    JdbcClient jdbc;

    private String pledgeNo;
    private String page;
    private HttpUser firm;

    /** A pledge to keep the E-Commerce Law whose first period lasts from 15 January to 15 July 2026. */
    @BeforeEach
    void askForAReturn() {
        giveBackAllowance();
        at("2026-01-15T04:00:00Z");
        pledgeNo = pledger.inForceIn("e-commerce-law/1");
        at("2026-07-16T04:00:00Z");
        pledger.runJobs(pledgeNo);
        page = "/pledges/sign/" + pledger.token(pledgeNo);
        firm = HttpUser.stranger(port);
    }

    @AfterEach
    void giveBack() {
        ClockUtil.reset();
        giveBackAllowance();
    }

    /** 63,251 of 178,230 complaints reversed a measure: more than the quarter the pledge allows. */
    @Test
    void theFilesBringTheFiguresEachWithItsRows() throws IOException {
        assertThat(send(Map.of(), "part4.csv", sample("aliexpress-4.csv")).statusCode())
                .isEqualTo(302);
        assertThat(send(Map.of("remark", "Both"), "all.csv", sample("aliexpress-4.csv") + sample("aliexpress-7.csv"))
                        .statusCode())
                .isEqualTo(302);

        FirmReturned sent = view().returns().get(0);
        assertThat(sent.round()).isEqualTo(2);
        assertThat(sent.figures())
                .extracting(Figure::measure, figure -> figure.value().toPlainString(), Figure::source)
                .containsExactlyInAnyOrder(
                        tuple("notice-hours", "17.2", "all.csv: 2"),
                        tuple("complaints-reversed", "35.5", "all.csv: 10, 12, 13"));
        assertThat(firm.get(page).body()).contains("Files of your return", "is 432,714, its parts together are 0");
        assertThat(HttpUser.signedIn(port, "commerce-zj")
                        .get("/desk/pledges/" + pledgeNo)
                        .body())
                .contains("Return: 35.5 % (all.csv: 10, 12, 13)", "by its value, not decided yet");
        assertThat(HttpUser.stranger(port).get("/pledges/" + pledgeNo).body())
                .as("what nobody has decided is not published")
                .doesNotContain("35.5", "all.csv");
    }

    @Test
    void everyBadRowIsNamedAndNothingIsTaken() {
        String bad = HEAD + ROW + "Total number,many,\n" + ROW + "Decisions reversed,-5,\n" + ROW + "Total number,7,\n"
                + ROW + "Decisions upheld,1\n";

        HttpResponse<String> answer = send(Map.of("figure-notice-hours", "20"), "<b>bad.csv", bad);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Nothing was taken", "bbad.csv", "that is no number", "cannot be below zero")
                .contains("has a row before", "The row has 7 cells, the columns are 8", "value=\"20\"")
                .doesNotContain("<b>bad", "??");
        assertThat(firm.with("Accept-Language", "zh-CN").get(page).body()).doesNotContain("??");
        assertThat(view().returns()).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void whatIsNoReturnOfThisPeriodIsRefusedInWords() throws IOException {
        String good = HEAD + ROW + "Total number,100,\n" + ROW + "Decisions reversed,20,\n" + ROW
                + "Decisions partially reversed,0,\n";
        for (Map.Entry<String, String> refused : Map.of(
                        "a,b\n1,2\n",
                        "This is not part 4, 5, 7 or 8",
                        "",
                        "The file is empty",
                        "PK\u0003\u0004\u0000\u0000",
                        "reason",
                        "x".repeat((1 << 20) + 1),
                        "larger than 1 MB",
                        good.replace("2026-01-01/2026-06-30", "2025-07-01/2025-12-31"),
                        "that ends between",
                        good + good,
                        "stands in the file twice")
                .entrySet()) {
            HttpResponse<String> answer = send(Map.of(), "part7.csv", refused.getKey());
            assertThat(answer.statusCode()).as(refused.getValue()).isEqualTo(400);
            assertThat(answer.body())
                    .contains(refused.getValue().equals("reason") ? "Nothing was taken" : refused.getValue())
                    .doesNotContain("??");
        }
        assertThat(send(Map.of("figure-complaints-reversed", "19"), "part7.csv", good)
                        .body())
                .contains("You typed 19, and the files say 20 (part7.csv: 2, 3, 4)");
        assertThat(kept()).as("nothing of all this").isZero();
        assertThat(send(Map.of("figure-complaints-reversed", "20.0"), "part7.csv", good)
                        .statusCode())
                .isEqualTo(302);
        assertThat(view().returns().get(0).figures()).extracting(Figure::source).containsExactly("part7.csv: 2, 3, 4");
    }

    @Test
    void strangersAndOldLinksSendNothing() {
        HttpUser stranger = HttpUser.stranger(port);
        String guess = "/pledges/sign/" + "A".repeat(43);
        HttpResponse<String> answer = stranger.uploadFrom(
                page, guess + "/return", "file", "a.csv", "x".getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(kept()).isZero();
    }

    private HttpResponse<String> send(Map<String, String> fields, String name, String content) {
        return firm.uploadFrom(page, page + "/return", "file", name, content.getBytes(StandardCharsets.UTF_8), fields);
    }

    private PeriodService.View view() {
        return periods.of(pledgeNo).get(0);
    }

    private int kept() {
        return jdbc.sql("select count(*) from firm_return where firm = :firm")
                .param("firm", pledger.sheet(pledgeNo).firm().code().value())
                .query(Integer.class)
                .single();
    }

    private void giveBackAllowance() {
        jdbc.sql("delete from public_allowance").update();
    }

    private static void at(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }

    private static String sample(String name) throws IOException {
        try (InputStream file = ReturnUploadTest.class.getResourceAsStream("/returns/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
