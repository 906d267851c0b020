package org.qingwang.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qingwang.complaint.intake.ImportSteps;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an officer sees of an import in the browser. */
@QingwangTest
class ImportPagesTest {

    private static final String IMPORT = "/desk/complaints/import";

    @LocalServerPort
    private int port;

    @Autowired
    private ImportSteps steps;

    private final String shop = "shop-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anOfficerUploadsAListAndSeesWhatBecameOfEachRow() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get(IMPORT).body()).contains("receivedOn,channel,complainantType");
        String page = upload(officer, list());
        HttpResponse<String> reading = officer.get(page);
        assertThat(reading.headers().firstValue("Refresh")).isPresent();
        assertThat(reading.body()).contains("<progress").contains("Reading the list");

        steps.finishAll();
        HttpResponse<String> done = officer.get(page);
        assertThat(done.headers().firstValue("Refresh")).isEmpty();
        assertThat(done.body())
                .contains("data-state=\"done\"")
                .contains("<strong>1</strong> <span>filed</span>")
                .contains("<strong>1</strong> <span>repeated</span>")
                .contains("<strong>2</strong> <span>bad</span>")
                .contains("Says the same as line 2.")
                .contains("is a day that does not exist");
        HttpUser chinese = HttpUser.signedIn(port, "commerce-zj").with("Accept-Language", "zh-CN");
        assertThat(chinese.get(page).body()).contains("这一天不存在").contains("与第 2 行内容相同");
    }

    @Test
    void theReportOpensInASpreadsheetWithoutRunningWhatASenderWrote() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        String page = upload(officer, list());
        steps.finishAll();
        byte[] report = officer.getBytes(page + "/report.csv").body();
        assertThat(Arrays.copyOf(report, 3)).containsExactly(0xEF, 0xBB, 0xBF);
        List<String> lines = new String(report, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).endsWith("\"line\",\"state\",\"field\",\"reason\",\"原因\"");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("\"3\",\"REPEATED\",\"\",");
        assertThat(lines.get(2)).startsWith("\"4\",\"BAD\",\"receivedOn\",").contains("这一天不存在");
        // A value that a spreadsheet would run begins no cell.
        assertThat(lines.get(3)).contains("=HYPERLINK").doesNotContain(",\"=");
    }

    @Test
    void anImportOfAnotherJurisdictionDoesNotExist() {
        String page = upload(HttpUser.signedIn(port, "commerce-zj"), list());
        HttpUser stranger = HttpUser.signedIn(port, "commerce-gd");
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.get(page + "/report.csv").statusCode()).isEqualTo(404);
        assertThat(stranger.get(IMPORT).body()).doesNotContain(page.substring(page.lastIndexOf('/') + 1));
        assertThat(HttpUser.signedIn(port, "office").get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyFileIsAnsweredWithOneSentence() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        HttpResponse<String> answer = officer.upload(IMPORT, "file", "empty.csv", new byte[0], Map.of());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The file is empty.");
    }

    @Test
    void anAdministratorGivesAKeyThatIsShownOnceAndTakesItBack() {
        HttpUser administrator = HttpUser.signedIn(port, "admin");
        String path = "/desk/admin/api-keys";
        HttpResponse<String> created = administrator.post(
                path,
                Map.of(
                        "name",
                        shop,
                        "jurisdiction",
                        "commerce-330000",
                        "scopes",
                        "COMPLAINTS_FILE",
                        "lastDay",
                        nextYear()));
        Matcher key = Pattern.compile("qw_[A-Za-z0-9_-]{43}").matcher(created.body());
        assertThat(key.find()).isTrue();
        assertThat(created.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(administrator.get(path).body()).contains(shop).doesNotContain(key.group());
        ApiUser system = new ApiUser(port, key.group());
        assertThat(system.get("/api/v1/openapi.json").statusCode()).isEqualTo(200);

        administrator.post(path + "/" + shop + "/revoke", Map.of());
        assertThat(system.get("/api/v1/openapi.json").statusCode()).isEqualTo(401);
        assertThat(administrator
                        .post(path, Map.of("name", "Not A Name", "jurisdiction", "commerce-330000"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(HttpUser.signedIn(port, "commerce-zj").get(path).statusCode())
                .isIn(403, 404);
    }

    private static String nextYear() {
        return java.time.LocalDate.now().plusDays(300).toString();
    }

    private String list() {
        String good = "2026-10-01,AGENT,https://" + shop + ".example/p?utm_source=x,99.5\n";
        return "receivedOn,complainantType,listingUrl,unitPrice\n"
                + good
                + good.replace("?utm_source=x", "#top")
                + good.replace("2026-10-01", "2026-02-30")
                + good.replace("99.5", "\"=HYPERLINK(\"\"http://a.example\"\")\"");
    }

    private static String upload(HttpUser officer, String list) {
        HttpResponse<String> answer =
                officer.upload(IMPORT, "file", "list.csv", list.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/desk"));
    }
}
