package org.qingwang.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages around everything, over HTTP: in both languages, without inline script or style, closed to other sites. */
@QingwangTest
class DeskPagesTest {

    private static final Pattern STYLE_SHEET =
            Pattern.compile("<link rel=\"(?:stylesheet|icon)\"[^>]*href=\"([^\"]+)\"");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=\"|\\son[a-z]+=\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @ParameterizedTest
    @CsvSource({
        "en, /login, Sign in",
        "zh-CN, /login, 登录",
        "en, /desk, What waits for me",
        "zh-CN, /desk, 待办事项",
        "en, /desk/account, Change password",
        "zh-CN, /desk/account, 修改密码",
        "en, /desk/nothing-here, Not found",
        "zh-CN, /desk/nothing-here, 未找到",
        "en, /desk/admin/officers, Not allowed",
        "zh-CN, /desk/admin/officers, 不允许"
    })
    void everyPageSpeaksTheReadersLanguage(String language, String path, String words) {
        HttpUser reader = path.equals("/login") ? HttpUser.stranger(port) : HttpUser.signedIn(port, "commerce-zj");
        String page = reader.with("Accept-Language", language).get(path).body();

        assertThat(page).contains("<html lang=\"" + language + "\"", words);
        assertThat(page).as("a message without text").doesNotContain("??");
        assertThat(INLINE.matcher(page).find()).as("inline script or style").isFalse();
    }

    /** Each role is led to places of its own, each with a word on what it is for. */
    @ParameterizedTest
    @ValueSource(strings = {"commerce-zj-head", "customs-zj", "police-zj", "office", "supervisor", "admin"})
    void everyDeskSaysWhatItsPlacesAreFor(String account) {
        HttpUser reader = HttpUser.signedIn(port, account);

        for (String language : List.of("en", "zh-CN")) {
            assertThat(reader.with("Accept-Language", language).get("/desk").body())
                    .as(language)
                    .contains("/camunda/app/tasklist/")
                    .doesNotContain("??");
        }
    }

    @Test
    void whatAPageLinksToIsThere() {
        HttpUser stranger = HttpUser.stranger(port);
        Matcher links = STYLE_SHEET.matcher(stranger.get("/login").body());

        int found = 0;
        while (links.find()) {
            assertThat(stranger.get(links.group(1)).statusCode())
                    .as(links.group(1))
                    .isEqualTo(200);
            found++;
        }
        assertThat(found).isEqualTo(3);
    }

    @Test
    void aPageCanBeFramedByOurOwnFormsAloneAndRunsNoForeignScript() {
        HttpResponse<String> page = HttpUser.signedIn(port, "commerce-zj").get("/desk");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'self'", "object-src 'none'")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
    }

    @Test
    void theDemonstrationSaysSoOnEveryPage() {
        for (String path : List.of("/desk", "/desk/account", "/desk/nothing-here")) {
            assertThat(HttpUser.signedIn(port, "commerce-zj").get(path).body())
                    .as(path)
                    .contains("Enter no real data.");
        }
    }

    /** Robots that only look at the form must not fill the table of sessions. */
    @Test
    void aStrangerWhoLooksMakesNoSession() {
        HttpUser stranger = HttpUser.stranger(port);
        stranger.get("/desk");
        stranger.get("/login");
        stranger.get("/camunda/app/tasklist/default/");

        assertThat(stranger.cookie("qingwang-session")).isEmpty();
    }

    @Test
    void theSessionRemembersWhoAndNothingElse() {
        HttpUser officer = HttpUser.signedIn(port, "police-gd-legal");
        officer.enginePost("/task/count", "{}");

        List<String> remembered = database.sql("""
                        select a.attribute_name from spring_session s
                        join spring_session_attributes a on a.session_primary_id = s.primary_id
                        where s.principal_name = 'police-gd-legal' order by 1
                        """).query(String.class).list();
        assertThat(remembered).containsOnly("CAMUNDA_CSRF_TOKEN", "SPRING_SECURITY_CONTEXT");
    }

    @Test
    void whoComesInIsAudited() {
        HttpUser.signedIn(port, "police-gd-head");

        assertThat(database.sql(
                                "select count(*) from audit_entry where actor = 'police-gd-head' and action = 'officer.signed-in'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void anUnknownFieldOfAFormIsNoServerError() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        HttpResponse<String> answer = officer.post("/desk/account", Map.of("present", "x"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This cannot be taken as it is");
    }
}
