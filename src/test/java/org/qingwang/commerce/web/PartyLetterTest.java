package org.qingwang.commerce.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, a party is served a paper that does not tell it what it is fined for, or what it may do about it. */
@QingwangTest
class PartyLetterTest {

    @LocalServerPort
    int port;

    @Autowired
    Investigator investigator;

    @Test
    void theNoticeNamesWhatTheLawWantsNamed() throws IOException {
        String caseNo = investigator.approved();
        String english = printed(caseNo, "notice", "en");
        assertThat(english)
                .contains("Notice of Intended Administrative Penalty", "Sold shoes with a counterfeit mark")
                .contains("CNY 160,000.00", "CNY 8,000.50", "art. 44")
                .contains("Warehouse 3, Hangzhou", "state your view", "within 5 working days")
                .doesNotContain("??", "{");
        String chinese = printed(caseNo, "notice", "zh");
        assertThat(chinese)
                .contains("行政处罚告知书", "160,000.00 元", "陈述和申辩", "5个工作日内要求听证", "第四十四条")
                .doesNotContain("??", "{", "[U+");
        assertThat(officer().get(address(caseNo, "decision", "zh")).statusCode())
                .as("nothing is decided yet")
                .isEqualTo(404);
    }

    @Test
    void theDecisionNamesPerformanceAndTheWaysToContestIt() throws IOException {
        String caseNo = investigator.decided(investigator.findings(), investigator.penalty());
        assertThat(officer().get("/desk/cases/" + caseNo).body())
                .contains("/commerce/letters/notice.pdf?language=zh", "/commerce/letters/decision.pdf?language=en")
                .doesNotContain("??");
        assertThat(printed(caseNo, "decision", "en"))
                .contains("Administrative Penalty Decision", "ZJ-CF-1", "Sold goods that infringe a registered mark")
                .contains("within 15 days of receiving", "3 % of the unpaid fine", "300")
                .contains("within 60 days of service", "within six months of service", "nobody has compared")
                .doesNotContain("??", "{");
        assertThat(printed(caseNo, "decision", "zh"))
                .contains("行政处罚决定书", "六十日内", "六个月内", "15日内缴纳", "不停止执行", "尚未与条文核对")
                .doesNotContain("??", "{", "[U+");
    }

    @Test
    void theyExistForNobodyElse() {
        String caseNo = investigator.approved();
        assertThat(HttpUser.signedIn(port, "commerce-gd")
                        .get(address(caseNo, "notice", "zh"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer().get(address(caseNo, "invoice", "zh")).statusCode()).isEqualTo(404);
        assertThat(officer()
                        .get(address("AJ-330000-2026-999999", "notice", "zh"))
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpUser officer() {
        return HttpUser.signedIn(port, "commerce-zj");
    }

    private static String address(String caseNo, String letter, String language) {
        return "/desk/cases/" + caseNo + "/commerce/letters/" + letter + ".pdf?language=" + language;
    }

    /** Kept under {@code target/letters}, to be looked at; read without regard to where a line was broken. */
    private String printed(String caseNo, String letter, String language) throws IOException {
        byte[] file = officer().getBytes(address(caseNo, letter, language)).body();
        Path seen = Path.of("target", "letters");
        Files.createDirectories(seen);
        Files.write(seen.resolve(letter + "-" + language + ".pdf"), file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(pdf);
            return language.equals("zh") ? text.replaceAll("\\R", "") : text.replaceAll("\\s*\\R", " ");
        }
    }
}
