package org.qingwang.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseService;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Evidence as officers send and take it, through every filter. */
@QingwangTest
class EvidencePagesTest {

    private static final Pattern ACTION = Pattern.compile("action=\"(/desk/evidence/complaint/[^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("href=\"(/desk/evidence/\\d+)\"");
    private static final Map<String, String> NOTE = Map.of("note", "seen on the platform");

    @LocalServerPort
    private int port;

    @Autowired
    private ComplaintService complaints;

    @Autowired
    private CaseService cases;

    @Autowired
    private IdentityService identity;

    private String page;

    @BeforeEach
    void fileAComplaint() {
        page = "/desk/evidence/complaint/"
                + SignIn.as(
                        identity,
                        SignIn.officer("commerce-330000"),
                        () -> complaints
                                .register(new SampleComplaint().build(), Jurisdiction.parse("commerce-330000"))
                                .receiptNo());
    }

    @Test
    void anOfficerUploadsAPhotoAndTakesItAwayUnchanged() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        byte[] photo = photo();
        HttpResponse<String> answer = officer.upload(action(officer), "file", "现场 1.jpg", photo, NOTE);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(page + "?received=1");

        String list = officer.get(page).body();
        assertThat(list).contains("现场 1.jpg", "seen on the platform");
        assertThat(officer.get(page.replace("/evidence/complaint/", "/complaints/"))
                        .body())
                .as("the complaint's own page shows its evidence")
                .contains("现场 1.jpg");
        String file = found(FILE, list);
        HttpResponse<byte[]> download = officer.getBytes(file + "/content");
        assertThat(download.body()).isEqualTo(photo);
        assertThat(header(download, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E7%8E%B0%E5%9C%BA%201.jpg");
        assertThat(header(download, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(download, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(download, "Content-Security-Policy"))
                .as("of the file, not of our pages")
                .startsWith("default-src 'none'")
                .endsWith("sandbox");
        assertThat(header(download, "Cache-Control")).contains("no-store");

        assertThat(officer.getBytes(file + "/picture").body()).isEqualTo(photo);
        assertThat(officer.post(file + "/hand-over", Map.of("recipient", "Hangzhou police"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.get(file).body()).contains("downloaded", "looked at", "handed over", "Hangzhou police");
    }

    /** The lead agency's officers work with what the complainant sent, which another jurisdiction received. */
    @Test
    void aCasesPageShowsItsEvidenceAndItsOfficersSeeTheComplaintsToo() {
        String receiptNo = page.substring(page.lastIndexOf('/') + 1);
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        officer.upload(action(officer), "file", "received.jpg", photo(), NOTE);
        String caseNo = cases.openFor(receiptNo);

        HttpUser office = HttpUser.signedIn(port, "office");
        String casePage = "/desk/cases/" + caseNo;
        HttpResponse<String> answer = office.upload(caseAction(office, casePage), "file", "found.jpg", photo(), NOTE);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(officer.get(casePage).body()).contains("found.jpg");
        assertThat(office.get(page).body()).contains("received.jpg");
    }

    private static String caseAction(HttpUser officer, String casePage) {
        Pattern form = Pattern.compile("action=\"(/desk/evidence/case/[^\"]+)\"");
        return found(form, officer.get(casePage).body()).replace("&amp;", "&");
    }

    @Test
    void anotherAgencysOfficerFindsNothing() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        officer.upload(action(officer), "file", "a.jpg", photo(), NOTE);
        String file = found(FILE, officer.get(page).body());

        HttpUser outsider = HttpUser.signedIn(port, "customs-gd");
        for (String path :
                new String[] {page, file, file + "/content", file + "/picture", "/desk/evidence/999999999"}) {
            assertThat(outsider.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(outsider.upload(page, "file", "b.jpg", photo(), NOTE).statusCode())
                .isEqualTo(404);
        assertThat(outsider.post(file + "/hand-over", Map.of("recipient", "me")).statusCode())
                .isEqualTo(404);
        assertThat(HttpUser.stranger(port).get(file + "/content").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aRefusalIsOneClearSentence() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        HttpResponse<String> program = officer.upload(
                action(officer), "file", "photo.jpg", "MZ\u0090 a program".getBytes(StandardCharsets.ISO_8859_1), NOTE);
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(program.body())
                .contains(
                        "“photo.jpg” is of a kind that is not taken as evidence. It was not taken.",
                        "none was stored either");

        HttpResponse<String> chinese =
                officer.with("Accept-Language", "zh-CN").upload(action(officer), "file", "<b>.exe", photo(), NOTE);
        assertThat(chinese.statusCode()).isEqualTo(400);
        assertThat(chinese.body()).contains("文件名“b.exe”与内容（JPEG）不符").doesNotContain("<b>");
        assertThat(officer.get(page).body()).doesNotContain("photo.jpg");
    }

    /** The container refuses it before any page is asked; the officer must still learn why. */
    @Test
    void anUploadBeyondTheLimitIsAnsweredToo() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        byte[] large = Arrays.copyOf(photo(), 106 * 1024 * 1024);
        HttpResponse<String> answer = officer.upload(action(officer), "file", "film.jpg", large, NOTE);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The files together are larger than 100 MB");
        assertThat(officer.get(page).body()).contains("No file yet.");
    }

    /** Another site must not be able to make an officer's browser file something. */
    @Test
    void aFormOfAnotherSiteIsRefused() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.postWithoutToken(page, NOTE).statusCode()).isEqualTo(403);
    }

    private String action(HttpUser officer) {
        return found(ACTION, officer.get(page).body()).replace("&amp;", "&");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static byte[] photo() {
        return ("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0 " + UUID.randomUUID()).getBytes(StandardCharsets.ISO_8859_1);
    }
}
