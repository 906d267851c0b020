package org.qingwang.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Tasklist and Cockpit draw however many people open pages at the same moment. */
@QingwangTest
class ScriptNonceTest {

    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");
    private static final Pattern IN_POLICY = Pattern.compile("'nonce-([^']+)'");

    @LocalServerPort
    private int port;

    @Test
    void everyScriptOfAPageCarriesTheNonceOfItsPolicy() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        for (String app : List.of("tasklist", "cockpit", "welcome")) {
            HttpResponse<String> page = officer.get("/camunda/app/" + app + "/default/");
            String nonce = all(
                            IN_POLICY,
                            page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .get(0);
            assertThat(all(IN_PAGE, page.body())).as(app).isNotEmpty().containsOnly(nonce);
        }
    }

    @Test
    void aRequestInBetweenDoesNotPutItsNonceIntoThePage() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/camunda/app/cockpit/default/");
        request.setServletPath("/camunda/app/cockpit/default/");
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain vendor = (asked, answer) -> {
            HttpServletResponse page = (HttpServletResponse) answer;
            page.setHeader("Content-Security-Policy", "script-src 'nonce-of-this-page' 'strict-dynamic'");
            page.setContentType("text/html");
            page.getWriter().append("<script nonce=\"of-another\"></script><script nonce=\"of-another\">1</script>");
        };

        new ScriptNonceFilter().doFilter(request, response, vendor);

        assertThat(response.getContentAsString())
                .isEqualTo("<script nonce=\"of-this-page\"></script><script nonce=\"of-this-page\">1</script>");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
