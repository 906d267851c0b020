package org.qingwang.publicsecurity.web.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingwang.evidence.CustodyEvent;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.SampleFiles;
import org.qingwang.evidence.Subject;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.publicsecurity.process.Referrer;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the police are given must be complete, legible in both languages, and provably what the agency gave. */
@QingwangTest
class ReferralPackTest {

    private static final Path SEEN = Path.of("target", "pack");

    @LocalServerPort
    int port;

    @Autowired
    Referrer referrer;

    @Autowired
    ReferralService referrals;

    @Autowired
    EvidenceService evidence;

    @Autowired
    IdentityService identity;

    private final byte[] photograph = SampleFiles.jpeg();
    private String caseNo;
    private List<EvidenceFile> photographs;

    @BeforeEach
    void aCaseWithEvidence() {
        caseNo = referrer.assigned();
        photographs = SignIn.as(
                identity,
                Referrer.OFFICER,
                () -> evidence.store(
                        new Subject(Subject.Type.CASE, caseNo),
                        List.of(SampleFiles.incoming("假包照片 𠮷.jpg", photograph)),
                        "仓库三号货架 📦"));
    }

    @Test
    void thePdfHoldsTheFivePartsInTheReadersLanguageAndItsOwnFont() throws IOException {
        String referralNo = reported("Facts beyond doubt, 事实清楚");
        String chinese = text(pdf(referralNo, "zh-CN"), "zh");
        assertThat(chinese)
                .contains("涉嫌犯罪案件移送书", "二、案情调查报告", "三、涉案物品清单", "四、检验报告和鉴定意见", "五、其他材料")
                .contains("草稿，尚未移送", "假包照片", "Li Lei 330101", "60,000.00 元");
        assertThat(chinese)
                .as("characters the font lacks are named where they stand, and listed")
                .contains("[U+20BB7]", "[U+1F4E6]", "本文件所用字体缺少以下字符：U+20BB7, U+1F4E6")
                .doesNotContain("□");
        String english = text(pdf(referralNo, "en-US"), "en");
        assertThat(english)
                .contains("Referral of a suspected criminal case", "2 Investigation report", "3 List of articles")
                .contains("事实清楚", "CNY 60,000.00");
        assertThat(english.replaceAll("\\s", ""))
                .as("the whole digest, though it is broken over lines")
                .contains(photographs.get(0).sha256().substring(0, 16));
    }

    /** A prosecutor who is told that a figure was not checked asks; one who is not believes it. */
    @Test
    void whatRestsOnFiguresNobodyCheckedSaysSo() throws IOException {
        String english = text(pdf(reported("Facts beyond doubt"), "en-US"), "unverified");
        // the figures of 2025 were not compared with their text, neither one by one nor as a whole
        assertThat(english.replaceAll("\\s+", " "))
                .contains("rests on figures not checked against the text of the law", "CNY 50,000.00 unverified yes");
    }

    /** The longest report the form takes. */
    @Test
    void aLongReportGoesOnOverPages() throws IOException {
        String referralNo = reported("案情复杂，".repeat(1_600));
        byte[] file = pdf(referralNo, "zh-CN");
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(4);
            assertThat(new PDFTextStripper().getText(pdf)).contains("1 / " + pdf.getNumberOfPages());
        }
    }

    @Test
    void theArchiveIsVerifiedBySha256sumAlone(@TempDir Path folder) throws Exception {
        String referralNo = transferred();
        byte[] archive = HttpUser.signedIn(port, "police-zj")
                .getBytes("/desk/referrals/" + referralNo + "/pack.zip")
                .body();
        unpack(archive, folder);
        assertThat(sha256sum(folder)).isZero();
        assertThat(Files.readAllBytes(folder.resolve("evidence/001.jpg"))).isEqualTo(photograph);
        assertThat(Files.readString(folder.resolve("evidence.csv")))
                .contains("假包照片 𠮷.jpg", photographs.get(0).sha256());
        assertThat(Files.readString(folder.resolve("SHA256SUMS")).lines())
                .hasSize(8)
                .allMatch(line -> line.matches("[0-9a-f]{64}  [a-zA-Z0-9./-]+"));

        Files.writeString(folder.resolve("goods.csv"), "changed");
        assertThat(sha256sum(folder)).as("a changed file shows").isNotZero();
    }

    @Test
    void whoTookThePackStandsInTheChainOfCustody() {
        String referralNo = transferred();
        HttpUser.signedIn(port, "police-zj").getBytes("/desk/referrals/" + referralNo + "/pack.zip");
        List<CustodyEvent> links = SignIn.as(
                identity,
                Referrer.OFFICER,
                () -> evidence.custodyOf(photographs.get(0).id()));
        assertThat(links.get(0).kind()).isEqualTo(CustodyEvent.Kind.DOWNLOADED);
        assertThat(links.get(0).actor()).isEqualTo("police-zj");
    }

    @Test
    void thereIsNoPackForStrangersAndNoneBeforeTheReport() {
        String referralNo = referrer.begin(caseNo, Referrer.OFFICER);
        String address = "/desk/referrals/" + referralNo + "/pack.pdf";
        assertThat(HttpUser.signedIn(port, "commerce-zj").get(address).statusCode())
                .isEqualTo(404);
        referrer.submit(caseNo, "Task_WriteReport", Referrer.OFFICER, referrer.report());
        for (String other : List.of("pack.pdf", "pack.zip")) {
            assertThat(HttpUser.signedIn(port, "customs-gd")
                            .get(address.replace("pack.pdf", other))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private String reported(String facts) {
        String referralNo = referrer.begin(caseNo, Referrer.OFFICER);
        Map<String, Object> report = new HashMap<>(referrer.report());
        report.put("facts", facts);
        referrer.submit(caseNo, "Task_WriteReport", Referrer.OFFICER, report);
        return referralNo;
    }

    private String transferred() {
        String referralNo = reported("Sold bags with the copied mark");
        referrer.submit(caseNo, "Task_DecideReferral", Referrer.HEAD, referrer.decision("APPROVED"));
        referrer.submit(caseNo, "Task_Transfer", Referrer.OFFICER, referrer.pack());
        return referralNo;
    }

    private byte[] pdf(String referralNo, String language) {
        return HttpUser.signedIn(port, "commerce-zj")
                .with("Accept-Language", language)
                .getBytes("/desk/referrals/" + referralNo + "/pack.pdf")
                .body();
    }

    /** Kept under {@code target/pack}, to be looked at. */
    private static String text(byte[] file, String name) throws IOException {
        Files.createDirectories(SEEN);
        Files.write(SEEN.resolve(name + ".pdf"), file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDResources used = pdf.getPage(0).getResources();
            for (COSName font : used.getFontNames()) {
                assertThat(used.getFont(font).isEmbedded()).isTrue();
            }
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    private static int sha256sum(Path folder) throws Exception {
        return new ProcessBuilder("sha256sum", "-c", "--quiet", "--strict", "SHA256SUMS")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
