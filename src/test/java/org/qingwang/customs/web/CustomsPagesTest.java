package org.qingwang.customs.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.customs.process.CustomsOfficer;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A notice without its particulars is void; strangers learn nothing. */
@QingwangTest
class CustomsPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    CustomsOfficer customs;

    @Autowired
    StatutoryClocks clocks;

    private String caseNo;
    private HttpUser officer;

    @BeforeEach
    void aDetention() {
        caseNo = customs.notified(customs.examination());
        officer = HttpUser.signedIn(port, "customs-zj");
    }

    @Test
    void theNoticeOfSuspicionListsWhatTheHolderMustKnowInBothLanguages() {
        String english = officer.get(address("suspicion")).body();
        assertThat(english)
                .contains("Holder of the mark", "T2024-90001", "Hangzhou Xiaoshan", "EX-1", "Sports shoes", "300")
                .contains("CNY 60,000.00", "CNY 30,000.00", "Yiwu Trading", "J. Doe, Rotterdam", "three working days");
        String chinese = HttpUser.signedIn(port, "customs-zj")
                .with("Accept-Language", "zh-CN")
                .get(address("suspicion"))
                .body();
        assertThat(chinese).contains("三个工作日", "知识产权海关保护条例", "收货人", "60,000.00 元");
    }

    @Test
    void theNoticeOfDetentionTellsEachRouteItsOwnPeriods() {
        assertThat(officer.get(address("detention")).statusCode())
                .as("before anything is to be detained")
                .isEqualTo(404);
        caseNo = customs.detained(customs.examination());
        assertThat(officer.get(address("detention")).body())
                .contains("KL-1", "Bonded warehouse 2", "CNY 30,000.00")
                .contains("30 working days after the detention, whether", lastDay("customs.determination"))
                .contains("50 working days after the detention", lastDay("customs.court-notice-ex-officio"));
        caseNo = customs.detainedOnApplication(customs.examination());
        assertThat(officer.get(address("suspicion")).statusCode())
                .as("nobody is notified of what he applied for")
                .isEqualTo(404);
        assertThat(officer.get(address("detention")).body())
                .contains("20 working days after the detention", lastDay("customs.court-notice-application"))
                .doesNotContain("50 working days");
    }

    /** What the implementing measures list: goods, quantity, parties, the three days, where from and where to. */
    @Test
    void theNoticeOfConfiscationListsWhatTheMeasuresAskFor() {
        Map<String, Object> examination = customs.examination();
        examination.put("departure", "Yiwu");
        examination.put("destination", "Port of Rotterdam");
        caseNo = customs.confiscated(examination);
        assertThat(officer.get(address("confiscation")).body())
                .contains("Sports shoes", "300", "Yiwu Trading", "J. Doe, Rotterdam", "MS-1")
                .contains("Yiwu", "Port of Rotterdam", "Declared or arrived on", "Detained on", "Decided on");
        assertThat(officer.get(address("anything")).statusCode()).isEqualTo(404);
    }

    /** A holder abroad reads no page of ours: what customs tells it goes out on paper, signed and sealed. */
    @Test
    void theNoticeIsPrintedInTheLanguageItsReaderAsksFor() throws IOException {
        String english = printed("suspicion.pdf?language=en");
        assertThat(english)
                .contains("Notice on suspected infringing goods", "To Holder of the mark", "CNY 30,000.00", "Seal")
                .contains("nobody has compared with the text of the law", caseNo);
        assertThat(printed("suspicion.pdf?language=zh")).contains("关于涉嫌侵权货物的通知", "三个工作日", "30,000.00 元", "尚未与法律文本核对");
        assertThat(officer.get(address("detention.pdf")).statusCode()).isEqualTo(404);
        assertThat(HttpUser.signedIn(port, "customs-gd")
                        .get(address("suspicion.pdf"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** Kept under {@code target/letters}, to be looked at. */
    private String printed(String page) throws IOException {
        byte[] file = officer.getBytes(address(page)).body();
        Path seen = Path.of("target", "letters");
        Files.createDirectories(seen);
        Files.write(seen.resolve(page.replaceAll("\\W", "-") + ".pdf"), file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private String lastDay(String rule) {
        Instant due = clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .findFirst()
                .orElseThrow()
                .dueAt();
        return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(WorkingCalendar.dateOf(due));
    }

    @Test
    void theCasePageShowsTheDetentionAndWhatIsNotVerified() {
        String page = officer.get("/desk/cases/" + caseNo).body();
        assertThat(page).contains("Customs detention", "CNY 30,000.00", "unverified", "Refer to the police");
    }

    @Test
    void toAnotherAgencyNothingOfItExists() {
        for (String account : new String[] {"customs-gd", "police-zj"}) {
            HttpUser stranger = HttpUser.signedIn(port, account);
            assertThat(stranger.get(address("suspicion")).statusCode())
                    .as(account)
                    .isEqualTo(404);
        }
    }

    @Test
    void recordationsAreFoundByNumberRightAndHolder() {
        assertThat(officer.get("/desk/customs/recordations?q=T2024-90001").body())
                .contains("YUNHE", "in force");
        assertThat(officer.get("/desk/customs/recordations?q=beichen").body()).contains("T2014-90004", "not in force");
        assertThat(officer.get("/desk/customs/recordations?q=%25").body()).contains("No recordation found");
    }

    private String address(String page) {
        return "/desk/cases/" + caseNo + "/customs/letters/" + page;
    }
}
